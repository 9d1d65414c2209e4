"""What is kept may vanish, be cut short or be written by two at once: the result is the same as without it."""

import threading

import jinja2
import PIL
import pytest

from generator import whole
from generator.speed import cache, own_folder
from generator.speed.cache import Cache, Compiled


def upper(source: bytes) -> bytes:
    return source.upper()


def counted():
    """`upper`, and the list of what it was asked for."""
    asked = []

    def make(source: bytes) -> bytes:
        asked.append(source)
        return source.upper()

    return make, asked


def made(folder, make, *sources):
    return list(Cache(folder).many(make, bytes, sources))


def kept(folder):
    return sorted(path for path in folder.iterdir() if path.is_file())


def test_each_source_is_made_once_and_in_order(tmp_path):
    make, asked = counted()
    assert made(tmp_path / "c", make, b"a", b"b", b"c") == [b"A", b"B", b"C"]
    assert made(tmp_path / "c", make, b"c", b"a", b"d") == [b"C", b"A", b"D"]
    assert sorted(asked) == [b"a", b"b", b"c", b"d"]


def test_what_was_not_written_by_us_to_its_end_is_made_again(tmp_path):
    make, asked = counted()
    made(tmp_path, make, b"a")
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    for number, broken in enumerate((b"", whole[:-1], whole[:20], whole + b"x", b"A", b"\0" * len(whole)), 2):
        path.write_bytes(broken)
        assert made(tmp_path, make, b"a") == [b"A"]
        assert len(asked) == number, broken
        assert path.read_bytes() == whole


def test_a_newer_library_or_other_code_makes_it_again(tmp_path, monkeypatch):
    make, asked = counted()
    made(tmp_path, make, b"a")
    monkeypatch.setattr(PIL, "__version__", "0")
    made(tmp_path, make, b"a")
    assert len(asked) == 2
    other = tmp_path / "other.py"
    other.write_text("# other code\n")
    monkeypatch.setattr(cache.inspect, "getfile", lambda _: str(other))
    made(tmp_path, make, b"a")
    assert len(asked) == 3


def test_two_makers_of_one_module_do_not_mix_up_what_they_made(tmp_path):
    make, _ = counted()
    assert made(tmp_path, make, b"a") == [b"A"]
    assert made(tmp_path, lambda source: source + b"!", b"a") == [b"a!"]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "c").write_text("a file")
    assert made(tmp_path / "c", upper, b"a") == [b"A"]
    assert (tmp_path / "c").read_text() == "a file"


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "c").symlink_to(tmp_path / "elsewhere")
    assert made(tmp_path / "c", upper, b"a") == [b"A"]
    assert kept(tmp_path / "elsewhere") == []


def test_a_write_that_fails_half_way_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.os, "replace", full)
    assert made(tmp_path, upper, b"a") == [b"A"]
    assert kept(tmp_path) == []


def test_builds_beside_each_other_read_whole_files_only(tmp_path):
    sources = [bytes([number]) * 50_000 for number in range(65, 91)]
    results = {}

    def build(name):
        results[name] = made(tmp_path, upper, *sources)

    threads = [threading.Thread(target=build, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(results.values()) == [sources] * 4
    assert len(kept(tmp_path)) == len(sources)


def test_a_fault_of_the_maker_is_not_hidden_and_not_kept(tmp_path):
    def broken(source: bytes) -> bytes:
        raise ZeroDivisionError(source)

    with pytest.raises(ZeroDivisionError):
        made(tmp_path, broken, b"a")
    assert kept(tmp_path) == []


# Compiled templates


@pytest.fixture
def home(monkeypatch, tmp_path):
    """A person whose own folder is empty; gives where templates are kept."""
    monkeypatch.setattr(own_folder, "user_cache_path", lambda *_, **__: tmp_path / "person")
    return tmp_path / "person/templates"


def rendered(folder, text="Halo {{ nama }}"):
    folder.mkdir(exist_ok=True)
    (folder / "a.j2").write_text(text, "utf-8")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        optimized=False,
        bytecode_cache=Compiled(),
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("a.j2").render(nama="dunia")


def compiles_nothing(monkeypatch):
    def fail(*_, **__):
        raise AssertionError("compiled anew")

    monkeypatch.setattr(jinja2.Environment, "compile", fail)


def test_a_template_is_compiled_once_wherever_it_lies(home, tmp_path, monkeypatch):
    assert rendered(tmp_path / "satu") == "Halo dunia"
    compiles_nothing(monkeypatch)
    assert rendered(tmp_path / "dua") == "Halo dunia"
    with pytest.raises(AssertionError, match="compiled anew"):
        rendered(tmp_path / "dua", "Hai {{ nama }}")


def test_a_fault_in_a_kept_template_names_the_file_that_is_there_now(home, tmp_path):
    for folder in ("satu", "dua"):
        with pytest.raises(jinja2.UndefinedError) as fault:
            rendered(tmp_path / folder, "\n{{ tak_ada }}")
        assert fault.traceback[-1].path == tmp_path / folder / "a.j2"


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-1], lambda raw: raw[:40] + bytes([raw[40] ^ 1]) + raw[41:], lambda raw: b""]
)
def test_what_is_kept_of_a_template_and_was_changed_is_thrown_away(home, tmp_path, damage):
    rendered(tmp_path / "satu")
    (kept,) = home.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert rendered(tmp_path / "satu") == "Halo dunia"


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_nothing_is_taken_from_a_folder_into_which_others_may_write(home, tmp_path, monkeypatch, mode):
    rendered(tmp_path / "satu")
    home.chmod(mode)
    compiles_nothing(monkeypatch)
    with pytest.raises(AssertionError, match="compiled anew"):
        rendered(tmp_path / "satu")


def test_a_link_in_place_of_the_folder_and_a_folder_that_cannot_be_made_are_no_hindrance(home, tmp_path):
    home.parent.mkdir()
    (tmp_path / "asing").mkdir()
    home.symlink_to(tmp_path / "asing")
    assert rendered(tmp_path / "satu") == "Halo dunia"
    assert list((tmp_path / "asing").iterdir()) == []
    home.unlink()
    home.parent.rmdir()
    home.parent.write_text("", "utf-8")
    assert rendered(tmp_path / "satu") == "Halo dunia"
