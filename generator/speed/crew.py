"""Work shared out among copies of this process.

A process may be copied where nothing but its one thread can hold a lock: on Linux, which tells of all threads, those of
libraries too. Elsewhere this process does everything itself.
"""

import mmap
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from generator.aid import Say, WorkerLostError

_THREADS: Final = Path("/proc/self/task")
#: More would wait for the disk and for each other's memory.
_MOST: Final = 8
#: Bytes of the name of what a member is at.
_NAME: Final = 500
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class _Member(NamedTuple):
    process: ForkProcess
    line: Connection
    at: mmap.mmap

    def tell(self, number: int | None) -> None:
        """Which task is next, None for the end. Raises WorkerLostError."""
        try:
            self.line.send(number)
        except OSError:
            raise self.lost() from None

    def lost(self) -> WorkerLostError:
        """That it is no more."""
        self.process.join()
        return WorkerLostError(self.at[:].partition(b"\0")[0].decode(errors="replace"), self.process.exitcode or 0)


def processors() -> int:
    """How many processes can work at the same time here, as far as more make it faster."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(here, _MOST)


@dataclass(frozen=True, slots=True)
class Shared(Generic[_Task, _Result]):
    """`work` does one task and says what it is at, `end` is called by each copy.

    `heard` gets each task with its result at once, in whatever order they come: nothing is held until all are done.
    """

    work: Callable[[_Task, Say], _Result]
    heard: Callable[[_Task, _Result], None]
    end: Callable[[], None]

    def do(self, tasks: Sequence[_Task], size: int) -> None:
        """Have each task done, by `size` processes. Raises what `work` and `heard` raise, and WorkerLostError."""
        done: set[int] = set()
        if size > 1 and _alone():
            with self._crew(tasks, size) as crew:
                self._share(tasks, crew, done)
        for number, task in enumerate(tasks):
            if number not in done:  # nobody else did it; or it failed there, and does so here
                self.heard(task, self.work(task, _unheard))

    @contextmanager
    def _crew(self, tasks: Sequence[_Task], size: int) -> Iterator[list[_Member]]:
        crew: list[_Member] = []
        context = get_context("fork")
        try:
            for _ in range(min(size, len(tasks))):
                here, there = context.Pipe()
                at = mmap.mmap(-1, _NAME)
                others = [here, *(member.line for member in crew)]
                process = context.Process(target=self._serve, args=(tasks, there, others, at), daemon=True)
                process.start()
                there.close()
                crew.append(_Member(process, here, at))
            yield crew
        finally:
            for member in crew:
                member.process.kill()
                member.process.join()
                member.line.close()

    def _share(self, tasks: Sequence[_Task], crew: list[_Member], done: set[int]) -> None:
        waiting, idle = deque(range(len(tasks))), list(crew)
        busy: dict[object, _Member] = {}
        while waiting or busy:
            while waiting and idle:
                member = idle.pop()
                member.tell(waiting.popleft())
                busy[member.line] = member
            for line in connection.wait([member.line for member in busy.values()]):
                member = busy.pop(line)
                try:
                    number, found = member.line.recv()
                except (EOFError, OSError):
                    raise member.lost() from None
                for result in found:
                    done.add(number)
                    self.heard(tasks[number], result)
                idle.append(member)
        for member in crew:
            member.tell(None)
            member.process.join()

    def _serve(self, tasks: Sequence[_Task], line: Connection, others: list[Connection], at: mmap.mmap) -> None:
        """The life of a copy."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who was asked to stop ends it
        for other in others:
            other.close()

        def say(name: str) -> None:
            at[:] = name.encode()[: _NAME - 1].ljust(_NAME, b"\0")

        with suppress(EOFError, BrokenPipeError):  # nobody waits for it any more
            while (number := line.recv()) is not None:
                say("")
                line.send((number, self._tried(tasks[number], say)))
            self.end()

    def _tried(self, task: _Task, say: Say) -> list[_Result]:
        try:
            return [self.work(task, say)]
        except Exception:  # noqa: BLE001 - the fault is told by the one who tries again
            return []


def _unheard(_: str) -> None:
    """Who works alone need not say what it is at."""


def _alone() -> bool:
    """Whether this process has one thread only."""
    with suppress(OSError):
        return len(list(_THREADS.iterdir())) == 1
    return False
