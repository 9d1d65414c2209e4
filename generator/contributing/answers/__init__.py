"""The one reader of human spellings: what people write -> what an entry holds, or a question. Nothing is guessed."""
