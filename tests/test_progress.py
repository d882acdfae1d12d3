"""What somebody who waits gets to see: a line for each step, and on a terminal also what it is about to do."""

import io
import re
import sys

import pytest

from scripts import progress
from scripts.report import Text

STEP = Text("Pagina’s maken", "Making pages")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("screen", [Terminal(), io.StringIO()])
def test_a_line_for_each_step_that_ends_with_its_time(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.spoken("nl")(STEP):
        assert screen.getvalue() == ("Pagina’s maken …\r" if screen.isatty() else "")
    assert re.fullmatch(r"Pagina’s maken: \d,\d s\n", screen.getvalue().rpartition("\r")[2])
    with pytest.raises(ZeroDivisionError), progress.spoken("en")(STEP):
        raise ZeroDivisionError
    assert "Making pages: " not in screen.getvalue()
