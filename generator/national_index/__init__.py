"""How far an innovation has come for the national index (IID): a self-assessment, counted by the edition's own data."""
