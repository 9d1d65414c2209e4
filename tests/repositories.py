"""Git repositories for tests, with dates of one's choice."""

import os
import subprocess
from pathlib import Path


class Repository:
    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str | bytes, date: str = "2026-05-01T10:00:00+07:00") -> str:
        names = {
            f"GIT_{who}_{what}": "uji@contoh.go.id" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, check=True, env={**os.environ, **names, **dates}, capture_output=True
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self, path: str | bytes, date: str = "2026-05-01T10:00:00+07:00", *, content: str = "x") -> None:
        target = self.root / os.fsdecode(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content)
        self.git("add", "-A", date=date)
        self.git("commit", "-q", "-m", "x", date=date)
