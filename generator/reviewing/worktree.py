"""The files of a checkout: which there are, and how one new entry is put among them."""

import hashlib
import os
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator import layout, whole
from generator.reading.document import Document, read

_NEVER: Final = frozenset([".git"])
_BRANCHES: Final = ("for-each-ref", "--format=%(refname:short)", "--sort=-committerdate")
#: So many branches that were left lying are looked at.
_MOST_BRANCHES: Final = 50
#: So many versions of a file are looked through.
_MOST_VERSIONS: Final = 200
_MOST_OF_A_NAME: Final = 1_000


class GitRefusalError(Exception):
    """What Git would not do; the message is an Indonesian sentence with the cure."""


class UnsafePlaceError(Exception):
    """A folder on the way, or the file itself, is a link or no ordinary file."""


def digests(root: Path, *, without: Path | None = None) -> dict[str, str]:
    """Path -> digest of every file that Git has or would take; of a tree without Git, of every file.

    A link counts by where it points to and is never followed; so does a repository inside this one, by its commit.
    Whether a file may be run is part of its digest. `without` is a folder inside `root` that is another checkout.
    """
    found = _submodules(root)
    for name in _names(root):
        path = root / name
        if without and without in (path, *path.parents):
            continue
        if path.is_symlink():
            found[name] = f"-> {os.fsencode(path.readlink()).hex()}"
        elif path.is_file():
            runs = "x " if path.stat().st_mode & stat.S_IXUSR else ""
            found[name] = runs + hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def settings(root: Path) -> Document | None:
    """`mkdocs.yml` as typed: no tag is resolved, nothing of the environment stands in it. None if it cannot be read."""
    file = root / "mkdocs.yml"
    if file.is_symlink() or not file.is_file() or file.stat().st_size > layout.MAX_SETTINGS_BYTES:
        return None
    limits = {"limit": layout.MAX_SETTINGS_BYTES, "nodes": layout.MAX_REGISTRY_NODES}
    return read(file.read_bytes(), file.name, **limits)[0]


def _submodules(root: Path) -> dict[str, str]:
    """Path -> commit of what Git keeps as a repository of its own (mode 160000): in the tree a folder, often empty."""
    if not (root / ".git").exists():
        return {}
    done = subprocess.run(["git", "ls-files", "-z", "--stage"], cwd=root, capture_output=True, check=False)  # noqa: S607
    entries = (entry.partition(b"\t") for entry in done.stdout.split(b"\0"))
    return {os.fsdecode(name): os.fsdecode(head) for head, _, name in entries if head.startswith(b"160000 ")}


def _names(root: Path) -> list[str]:
    if (root / ".git").exists():
        done = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=root, capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode == 0:
            return sorted({os.fsdecode(name) for name in done.stdout.split(b"\0") if name})
    names = []
    for folder, inner, files in os.walk(root):
        inner[:] = sorted(set(inner) - _NEVER)
        # os.walk lists a link to a folder among the folders.
        links = [name for name in inner if Path(folder, name).is_symlink()]
        names += [Path(folder, name).relative_to(root).as_posix() for name in (*files, *links)]
    return sorted(names)


def copy_data(root: Path, target: Path) -> None:
    """Copy the data of the catalogue at `root` (entries and registers) into the folder `target`; links stay links."""
    for name in (layout.INNOVATIONS, layout.REGISTRY):
        # A catalogue without entries has no folder for them: Git keeps no empty ones.
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name, symlinks=True, ignore=_no_files)


def _no_files(folder: str, names: list[str]) -> list[str]:
    """What cannot be copied: pipes, sockets, devices. `check` has named them."""
    modes = ((name, Path(folder, name).lstat().st_mode) for name in names)
    return [name for name, mode in modes if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))]


def place(root: Path, path: str, content: str | bytes, *, replace: bool) -> None:
    """Write a file of the data at `path` below `root`: a new one, or (`replace`) in place of the one that is there.

    Raises UnsafePlaceError if anything on the way is a link, FileExistsError for a new file that exists, and
    FileNotFoundError for one to be replaced that does not.
    """
    check_place(root, path)
    target = root / path
    if replace and not target.exists():
        raise FileNotFoundError(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    whole.write(target, content.encode() if isinstance(content, str) else content, new=not replace)


def check_place(root: Path, path: str) -> None:
    """Raises UnsafePlaceError if anything on the way to `path` below `root` is a link or no ordinary file."""
    target = root / path
    for part in (*reversed(target.relative_to(root).parents[:-1]), target.relative_to(root)):
        here = root / part
        if here.is_symlink() or (here.exists() and here.is_dir() == (here == target)):
            raise UnsafePlaceError(part.as_posix())


def take_away(root: Path, path: str) -> None:
    """Remove a file, and its folder if nothing is left in it. Raises UnsafePlaceError."""
    check_place(root, path)
    (root / path).unlink()
    if not any((root / path).parent.iterdir()):
        (root / path).parent.rmdir()


def begin_branch(root: Path, prefix: str, name: str) -> str:
    """Go to the branch `prefix`/`name`, new from here; stay where another of the prefix is open. Gives its name.

    "" where there is no Git. Raises GitRefusalError; then nothing has changed.
    """
    if not (root / ".git").exists():
        return ""
    here = branch_here(root)
    if here.startswith(f"{prefix}/"):
        return here
    known = "isi dahulu nama dan surel kantor: git config user.name dan git config user.email"
    _git(root, "var", "GIT_COMMITTER_IDENT", refused=f"Git belum mengenal Anda; {known}")
    # A branch that is merged by its commits may be gone on with; one that is not (squashed, perhaps) is left alone.
    names = (f"{prefix}/{name}{end}" for end in ("", *(f"-{number}" for number in range(2, _MOST_OF_A_NAME))))
    merged = _git(root, *_BRANCHES, "--merged=HEAD", "refs/heads", refused="").split("\n")
    taken = set(_git(root, *_BRANCHES, "refs/heads", refused="").split("\n")).difference(merged)
    branch = next(one for one in names if one not in taken)
    refused = f"cabang {branch} tidak dapat dibuat; jalankan git status, lalu ulangi"
    _git(root, "switch", "--quiet", "--force-create" if branch in merged else "--create", branch, refused=refused)
    return branch


def unmerged(root: Path, beginning: str = "") -> dict[str, str]:
    """Name -> what Git knows it by, of the branches that are not merged into what one is on, the newest first.

    Those here and on known remotes whose name begins so; one that is in both places is the one here.
    """
    if not (root / ".git").exists():
        return {}
    remotes = tuple(f"{one}/" for one in _git(root, "remote", refused="").split())
    found: dict[str, str] = {}
    for known in _git(root, *_BRANCHES, "--no-merged=HEAD", "refs/heads", "refs/remotes", refused="").split():
        name = next((known.removeprefix(one) for one in remotes if known.startswith(one)), known)
        if name.startswith(beginning) and (name == known or name not in found) and len(found) < _MOST_BRANCHES:
            found[name] = known
    return found


def changed_on(root: Path, branch: str, paths: Iterable[str]) -> list[str]:
    """Which of these files and folders a branch has changed, file by file, since it went its own way."""
    picked = _git(root, "rev-list", "--cherry-pick", "--right-only", "--no-merges", f"HEAD...{branch}", refused="")
    if not picked:  # all of it is here, put together otherwise
        return []
    return _git(root, "diff", "--name-only", f"HEAD...{branch}", "--", *paths, refused="").split("\n")


def text_on(root: Path, branch: str, path: str) -> str:
    """The text that a file has on a branch; "" if it has none."""
    return _git(root, "show", f"{branch}:{path}", refused="")


def earlier_texts(root: Path, path: str) -> Iterator[str]:
    """The texts that a file has had in what one is on, the newest first; none where there is no Git."""
    if (root / ".git").exists():
        for number in _git(root, "log", f"--max-count={_MOST_VERSIONS}", "--format=%H", "--", path, refused="").split():
            yield text_on(root, number, path)


def published_text(root: Path, branch: str, path: str) -> str | None:
    """The text of a file on the branch that is published, as last heard of; "" if it is not there.

    None where nobody can say: there is no such branch, or no Git.
    """
    if not (root / ".git").exists():
        return None
    known = _git(root, *_BRANCHES, f"refs/remotes/origin/{branch}", f"refs/heads/{branch}", refused="").split()
    found = next((one for one in (f"origin/{branch}", branch) if one in known), None)
    return text_on(root, found, path) if found else None


def is_merged(root: Path, branch: str, into: str) -> bool:
    """Whether another branch, here or as last heard of, has all that a branch here has, in whatever commits."""
    picked = ("rev-list", "--cherry-pick", "--right-only", "--no-merges")
    known = _git(root, *_BRANCHES, f"refs/heads/{into}", f"refs/remotes/origin/{into}", refused="").split()
    return any(not _git(root, *picked, f"{one}...refs/heads/{branch}", refused="") for one in known)


def changed_since(root: Path, branch: str, base: str) -> list[str]:
    """The files that a branch has changed since it left another."""
    return _git(root, "diff", "--name-only", f"{base}...{branch}", refused="").splitlines()


def copies_of(root: Path, branch: str) -> list[str]:
    """Where a branch of this name is: "" for here, else the name of the remote as last heard of."""
    named = [("", f"refs/heads/{branch}")]
    named += [(one, f"refs/remotes/{one}/{branch}") for one in _git(root, "remote", refused="").split()]
    return [where for where, known in named if _git(root, "rev-parse", "--verify", "--quiet", known, refused="")]


def only_on(root: Path, branch: str) -> list[tuple[str, bool]]:
    """What was committed on a branch and stands on no other, the newest first: what it is, and whether by oneself."""
    others = ("--not", f"--exclude={branch}", "--branches", "--remotes")
    found = _git(root, "log", "--format=%ae%x09%s (%an, %as)", branch, *others, refused="").splitlines()
    own = _git(root, "config", "user.email", refused="")
    pairs = (line.partition("\t") for line in found)
    return [(said, mail.casefold() == own.casefold()) for mail, _, said in pairs]


def discard(root: Path, branch: str, back_to: str) -> str:
    """Take away a branch that is here, after leaving it for another. Gives its last commit. Raises GitRefusalError."""
    last = _git(root, "rev-parse", "--short", f"refs/heads/{branch}", refused=f"cabang {branch} tidak ada")
    if branch_here(root) == branch:
        left = f"Git tidak dapat pindah ke {back_to}; lihat dengan git status, simpan dahulu, lalu ulangi"
        _git(root, "switch", "--quiet", back_to, refused=left)
    kept = f"Git tidak membuang cabang {branch}; mungkin sedang dibuka di folder lain (git worktree list)"
    _git(root, "branch", "--quiet", "--delete", "--force", branch, refused=kept)
    return last


def branch_here(root: Path) -> str:
    """The branch that one is on; "" where there is none."""
    return _git(root, "symbolic-ref", "--short", "-q", "HEAD", refused="")


def go_back(root: Path, branch: str) -> bool:
    """Go to a branch that there was before; False where Git refuses, and then one stays."""
    try:
        _git(root, "switch", "--quiet", branch, refused=branch)
    except GitRefusalError:
        return False
    return True


def commit(root: Path, paths: Iterable[str], message: str) -> None:
    """Commit these paths alone. Raises GitRefusalError; then they are written, but not committed."""
    named = [path for path in paths if (root / path).exists()]
    refused = "berkasnya tertulis, tetapi Git tidak menyimpannya; jalankan git status"
    _git(root, "add", "--", *named, refused=refused)
    _git(root, "commit", "--quiet", "--only", "-m", message, "--", *named, refused=refused)


def _git(root: Path, *arguments: str, refused: str) -> str:
    """What Git says; where it refuses, "" or (`refused`) GitRefusalError."""
    done = subprocess.run(  # noqa: S603 - no shell; names of branches and files are our own
        ["git", *arguments],  # noqa: S607
        cwd=root, capture_output=True, check=False, encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode and refused:
        raise GitRefusalError(refused)
    return "" if done.returncode else done.stdout.strip()


def object_names(root: Path) -> dict[str, str]:
    """Number -> path ("" if it has none) of every object that Git keeps: of branches, tags and what was left behind."""
    found = _asked(root, "rev-list", "--all", "--reflog", "--objects").decode("utf-8", "replace")
    return {number: path for number, _, path in (line.partition(" ") for line in found.splitlines())}


def objects(root: Path, numbers: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    """Number, kind and content of each object that Git can still give."""
    asked = "".join(f"{number}\n" for number in numbers).encode()
    found = _asked(root, "cat-file", "--batch", "--buffer", given=asked)
    at = 0
    while at < len(found):
        end = found.index(b"\n", at)
        head = found[at:end].split(b" ")
        at = end + 1
        if len(head) == 3 and head[2].isdigit():  # a missing one has no content
            yield head[0].decode(), head[1].decode(), found[at : at + int(head[2])]
            at += int(head[2]) + 1


def _asked(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = subprocess.run(  # noqa: S603 - no shell; numbers of objects are Git's own
        ["git", *arguments],  # noqa: S607
        cwd=root, input=given, capture_output=True, check=False,
    )  # fmt: skip
    return done.stdout
