"""What one file may hold: the kinds of value, the models, and how a refusal is told."""
