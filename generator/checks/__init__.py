"""Rules that no single field can decide. One module a subject; each has `check(subject)`."""
