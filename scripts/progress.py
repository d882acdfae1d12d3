"""What the program is doing: on a terminal while it is at it, and a line for each step with the time it took."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from babel.numbers import format_decimal

from scripts.report import Language, Text

Step = Callable[[Text], AbstractContextManager[None]]


def silent(words: Text) -> AbstractContextManager[None]:
    """Say nothing of a step."""
    return nullcontext()


def spoken(language: Language) -> Step:
    """Return a function that says of a step, on standard error and in `language`, what it is and how long it took."""

    @contextmanager
    def step(words: Text) -> Iterator[None]:
        name, begin = str(getattr(words, language)), time.monotonic()
        if sys.stderr.isatty():  # somebody who watches wants to see that there is life
            print(f"{name} …", end="\r", file=sys.stderr, flush=True)
        yield
        taken = format_decimal(time.monotonic() - begin, "0.0", locale=language)
        print(f"{name}: {taken} s", file=sys.stderr)

    return step
