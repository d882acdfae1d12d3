"""How findings read."""

from __future__ import annotations

from pathlib import PurePath

from scripts.report import Finding, Text, as_text, has_errors

LATER = Finding(
    "b_rule", PurePath("docs/b.md"), 9, Text("Mis", "Wrong"), Text("Omdat", "Because"), Text("Typ x", "Type x")
)
FIRST = Finding(
    "a_rule",
    PurePath("docs/a.md"),
    3,
    Text("Let op dit", "Mind this"),
    Text("Want", "For"),
    Text("Doe y", "Do y"),
    "warning",
)


def test_text_says_where_what_why_and_how_sorted_by_place() -> None:
    assert as_text([LATER, FIRST], "nl").splitlines() == [
        "docs/a.md:3: let op: Let op dit [a_rule]",
        "    Waarom: Want",
        "    Zo lost u het op: Doe y",
        "",
        "docs/b.md:9: fout: Mis [b_rule]",
        "    Waarom: Omdat",
        "    Zo lost u het op: Typ x",
    ]


def test_text_in_english() -> None:
    assert as_text([LATER], "en").startswith("docs/b.md:9: error: Wrong [b_rule]\n    Why: Because\n")


def test_nothing_found() -> None:
    assert as_text([], "nl") == "Alles is in orde."


def test_warnings_stop_nothing() -> None:
    assert not has_errors([FIRST])
    assert has_errors([FIRST, LATER])
