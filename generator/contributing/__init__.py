"""From what people have in hand (answers, tables) to the file of an innovation."""
