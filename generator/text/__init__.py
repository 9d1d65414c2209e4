"""Text as people write it: what it may hold, how it is made safe, which words it stands for."""
