"""Changes of the rules that change no behaviour, in both halves: `mutants.yml`."""

from pathlib import Path

import yaml

KNOWN = Path(__file__).with_name("mutants.yml")


def equivalent() -> dict[tuple[str, str], str]:
    """Changes known to change no behaviour: (module, change) -> reason."""
    rows = yaml.safe_load(KNOWN.read_text("utf-8"))
    return {(row["module"], change.strip()): row["reason"] for row in rows for change in row["changes"]}
