"""What an entry's file was meant to say, where that is sure: nothing is guessed, comments and order stay."""
