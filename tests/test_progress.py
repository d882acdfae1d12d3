"""What somebody who waits gets to see: a line for each step, and on a terminal a clock."""

import io
import re
import sys
import time

import pytest

from scripts import progress
from scripts.report import Text

STEP = Text("Pagina’s maken", "Making pages")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_for_each_step_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.spoken("nl")(STEP):
        time.sleep(0.1)
    assert re.fullmatch(r"Pagina’s maken: \d,\d s\n", capsys.readouterr().err)


def test_a_step_that_fails_says_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), progress.spoken("en")(STEP):
        raise ZeroDivisionError
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("screen", "ticks"), [(Terminal(), True), (io.StringIO(), False)])
def test_only_a_terminal_gets_a_clock(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, ticks: bool) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.spoken("en")(STEP):
        time.sleep(0.2)
    assert ("Making pages … 0 s\r" in screen.getvalue()) is ticks
    assert screen.getvalue().endswith(" s\n")
