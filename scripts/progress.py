"""What the program is doing, a line for each step with the time it took; on a terminal, a clock while it takes long."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from babel.numbers import format_decimal

from scripts.report import Language, Text

Step = Callable[[Text], AbstractContextManager[None]]
# After so many seconds, somebody who watches wants to see that there is life.
PATIENCE = 2.0


def silent(words: Text) -> AbstractContextManager[None]:
    """Say nothing of a step."""
    return nullcontext()


def spoken(language: Language) -> Step:
    """Return a function that says of a step, on standard error and in `language`, what it is and how long it took."""

    @contextmanager
    def step(words: Text) -> Iterator[None]:
        name, begin, done = str(getattr(words, language)), time.monotonic(), threading.Event()
        clock = threading.Thread(target=_tick, args=(name, begin, done), daemon=True)
        if sys.stderr.isatty():
            clock.start()
        try:
            yield
        finally:
            done.set()
            if clock.ident:
                clock.join()
        taken = format_decimal(time.monotonic() - begin, "0.0", locale=language)
        print(f"{name}: {taken} s", file=sys.stderr)

    return step


def _tick(name: str, begin: float, done: threading.Event) -> None:
    wait = PATIENCE
    while not done.wait(wait):
        print(f"{name} … {time.monotonic() - begin:.0f} s", end="\r", file=sys.stderr, flush=True)
        wait = 1.0
