"""Work that is shared out gives the same as work done alone, and nobody waits for one who is lost."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from generator.aid import WorkerLostError
from generator.speed import crew
from generator.speed.crew import Shared

TASKS = range(20)


@pytest.fixture(autouse=True)
def copied(monkeypatch):
    """Whatever threads the runner of the tests has."""
    monkeypatch.setattr(crew, "_alone", lambda: True)


def square(number, say):
    say(f"halaman/{number}")
    return number * number


def never():
    raise AssertionError("called here")


def results(work, tasks, size, end=lambda: None):
    """What comes of each task, in their order."""
    found = []
    Shared(work, lambda task, result: found.append((task, result)), end).do(tasks, size)
    assert sorted(task for task, _ in found) == list(tasks), "each is done once"
    return [result for _, result in sorted(found)]


def test_each_task_is_done_once_by_one_process_or_several():
    for size in (1, 2, 3):
        assert results(square, TASKS, size) == [square(n, print) for n in TASKS]


def test_copies_do_the_work_and_each_ends_by_itself(tmp_path):
    def work(number, say):
        time.sleep(0.01)
        return os.getpid()

    def end():
        (tmp_path / str(os.getpid())).touch()

    found = results(work, TASKS, 2, end)
    assert len(set(found)) == 2
    assert os.getpid() not in found
    assert {path.name for path in tmp_path.iterdir()} == set(map(str, found))


def test_a_fault_is_raised_here_as_if_there_were_no_copies_and_one_that_passes_is_none(tmp_path):
    here = os.getpid()

    def work(number, say):
        if number == 3 and os.getpid() != here:
            raise OSError("there only")
        if number == 5:
            raise ValueError("always")
        return number

    with pytest.raises(ValueError, match="always"):
        results(work, TASKS, 2)
    assert results(work, range(4), 2) == [0, 1, 2, 3]


@pytest.mark.parametrize("ending", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(7)])
def test_who_is_lost_is_told_with_what_it_was_at_and_no_copy_is_left(ending, tmp_path):
    def work(number, say):
        (tmp_path / str(os.getpid())).touch()
        say(f"inovasi/{number}/index.html")
        if number == 4:
            ending()
        return number

    with pytest.raises(WorkerLostError) as lost:
        results(work, TASKS, 2)
    assert (lost.value.at, lost.value.code) in {("inovasi/4/index.html", -9), ("inovasi/4/index.html", 7)}
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)


def state(pid):
    """A letter: "Z" for who has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_where_the_one_who_waits_is_gone_the_copies_end(tmp_path):
    def work(number, say):
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.02)
        return number

    waiting = os.fork()
    if not waiting:
        Shared(work, lambda *_: os._exit(0), lambda: None).do(TASKS, 2)
        os._exit(1)
    assert os.waitpid(waiting, 0)[1] == 0
    deadline = time.monotonic() + 5
    left = [int(path.name) for path in tmp_path.iterdir()]
    while left and time.monotonic() < deadline:
        time.sleep(0.01)
        left = [pid for pid in left if state(pid) != "Z"]
    assert left == []


def test_a_process_with_a_second_thread_is_not_copied(monkeypatch):
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    found = results(lambda number, say: os.getpid(), TASKS, 2, never)
    done.set()
    thread.join()
    assert set(found) == {os.getpid()}
