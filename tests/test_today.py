"""The day of a site: the one that is given, or that of the moment of the build, by the clock of its town."""

import pytest

from scripts.report import Unable
from scripts.today import DAY, EPOCH, today


@pytest.mark.parametrize(
    ("day", "seconds", "found"),
    [
        ("2026-11-28", "0", "2026-11-28"),
        ("", "1795900000", "2026-11-28"),  # 21:06:40 in UTC
        ("", "1795904000", "2026-11-28"),
        ("", "1795910000", "2026-11-29"),  # 23:53:20 in UTC, when it is past midnight in a town
    ],
)
def test_it_is_the_one_that_is_given_or_that_of_the_moment(
    monkeypatch: pytest.MonkeyPatch, day: str, seconds: str, found: str
) -> None:
    monkeypatch.setenv(DAY, day)
    monkeypatch.setenv(EPOCH, seconds)
    assert today().isoformat() == found


NONSENSE = {DAY: ["morgen", "2026-02-30", "28-11-2026"], EPOCH: ["", "zes", "12x", "9" * 30]}


@pytest.mark.parametrize(("variable", "said"), [(name, said) for name, every in NONSENSE.items() for said in every])
def test_nonsense_is_one_sentence(monkeypatch: pytest.MonkeyPatch, variable: str, said: str) -> None:
    monkeypatch.delenv(DAY)
    monkeypatch.setenv(variable, said)
    with pytest.raises(Unable) as found:
        today()
    assert repr(said) in found.value.sentence.nl
