"""What holds for every Dutch town, and how a town adds its own to it."""

from pathlib import Path

import pytest

from scripts import content
from scripts.check.sheets_can_be_printed import FONTS, LAST_OF_FONT, can_print
from scripts.content import national, settings
from scripts.content.data import LISTS
from tests.conftest import ROOT

FRIESE = "fries: {name: {nl: Fries, en: Frisian}}"
SOURCE = "streekboek: {title: Het boek van de streek, publisher: Gemeente Proef, language: nl}\n"


def test_the_lists_fit_together_and_speak_both_languages() -> None:
    goals, education, sources, days = (
        national.of(name, LISTS[name]) for name in ("goals", "education", "sources", "days")
    )
    assert list(goals) == list(range(1, 18))
    citing = [*education.curriculum.values(), *days.values()]
    assert {key for one in citing for key in one.sources} == sources.keys()
    named = [*goals.values(), *education.levels.values(), *education.subjects.values(), *days.values()]
    texts = [one.name for one in named] + [one.about for one in citing] + [one.do for one in days.values()]
    assert all(text.keys() == {"nl", "en"} for text in texts)
    assert [key for key, day in days.items() if day.page] == [], "a page that not every town has"
    # A rule that finds fault with a sheet would name a line that no town has.
    letters = {letter for one in sources.values() for letter in one.title + one.publisher}
    assert [one for one in letters if one > LAST_OF_FONT and not can_print(ROOT / "overrides" / FONTS, one)] == []


def test_a_town_adds_its_own(small: Path) -> None:
    before = content.read(settings.of(small))[0]
    (small / "docs/data/education.yml").write_text(f"subjects:\n  {FRIESE}\n")
    after, findings = content.read(settings.of(small))
    assert findings == []
    assert list(after.education.subjects) == [*before.education.subjects, "fries"]
    assert after.education.levels == before.education.levels
    assert national.added(["days"], ["own"]) == (["own", "days"], [])
    assert national.added(frozenset("a"), frozenset("b")) == (frozenset("ab"), [])


@pytest.mark.parametrize(
    ("name", "text", "line", "key"),
    [
        ("education", f"subjects:\n  {FRIESE}\n  kunst: {{name: {{nl: Kunst, en: Art}}}}\n", 3, "kunst"),
        ("sources", SOURCE + SOURCE.replace("streekboek", "slo-kerndoel-36"), 2, "slo-kerndoel-36"),
        ("goals", '6: {name: {nl: Water, en: Water}, colour: "#26BDE2", text: black, icon: water}\n', 1, "6"),
    ],
)
def test_what_the_program_has_can_go_from_the_list_of_a_town(
    small: Path, name: str, text: str, line: int, key: str
) -> None:
    path = small / f"docs/data/{name}.yml"
    path.write_text(text)
    (found,) = content.read(settings.of(small))[1]
    assert (str(found.path), found.line, found.level) == (f"docs/data/{name}.yml", line, "error")
    assert f"«{key}» staat al in het programma" in found.message.nl
    assert f"Haal «{key}» hier weg" in found.fix.nl
    path.write_text("".join(one for one in text.splitlines(keepends=True) if f"{key}:" not in one))
    assert content.read(settings.of(small))[1] == []
