"""Proposals: what they change, what an issue holds, what its sender is told."""
