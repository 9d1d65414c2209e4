"""The bytes of a table, whatever program wrote it -> sheets of cells. Knows nothing of innovations."""
