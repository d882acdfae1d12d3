"""What a disk may refuse, said in one sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.report import Text, Unable

FULL = Text(
    "{place}: de schijf is vol; maak ruimte en probeer het opnieuw.",
    "{place}: the disk is full; make room and try again.",
)
FORBIDDEN = Text(
    "{place}: hier mag niet worden geschreven; kijk wie eigenaar is van de map.",
    "{place}: writing is not allowed here; see who owns the folder.",
)
WORDS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: FORBIDDEN,
}


@contextmanager
def in_one_sentence(place: str) -> Iterator[None]:
    """Raise `Unable` where a disk is full or may not be written; `place` is what the sentence is about."""
    try:
        yield
    except OSError as error:
        if error.errno not in WORDS:
            raise
        raise Unable(WORDS[error.errno].format(place=place)) from error
