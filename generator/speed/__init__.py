"""What a build need not do again, nor alone: without this room every byte is the same. Its only door is `aid.py`."""
