"""How findings read: on a terminal, on a pull request, as JSON."""

import json
import re
from dataclasses import replace
from pathlib import PurePath

from scripts.formats import as_annotations, as_json, as_summary, as_text, visible
from scripts.report import Finding, Text, has_errors

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
HINT = replace(FIRST, level="hint", path=PurePath("docs/c.md"), column=7)
# What a contributor may try to make the runner, the summary or the terminal do.
NASTY = replace(
    LATER,
    path=PurePath("docs/a,b:c\n::error::x.md"),
    message=Text("50% \r\n::set-output name=x::y <script>alert(1)</script> \x1b[31m \u202e", "x"),
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


def test_hints_can_be_counted_instead() -> None:
    text = as_text([HINT, replace(HINT, line=4), LATER], "nl", hints=False)
    assert "docs/c.md:3" not in text
    assert "2 tips" in text
    assert text.endswith("check docs/c.md")
    assert as_text([HINT], "nl", hints=False).startswith("Alles is in orde.")
    assert "docs/c.md:3: tip:" in as_text([HINT], "nl")


def test_nothing_found() -> None:
    assert as_text([], "nl") == "Alles is in orde."
    assert as_annotations([], "nl", []) == "Alles is in orde."
    assert "Alles is in orde." in as_summary([], "nl")
    assert json.loads(as_json([])) == []


def test_only_errors_stop_a_build() -> None:
    assert not has_errors([FIRST, HINT])
    assert has_errors([FIRST, LATER])


def test_json_has_every_part_in_both_languages() -> None:
    first, last = json.loads(as_json([HINT, LATER]))
    assert last == {
        "rule": "a_rule",
        "level": "hint",
        "path": "docs/c.md",
        "line": 3,
        "column": 7,
        "message": {"nl": "Let op dit", "en": "Mind this"},
        "why": {"nl": "Want", "en": "For"},
        "fix": {"nl": "Doe y", "en": "Do y"},
    }
    assert first["path"] == "docs/b.md"


def test_an_annotation_names_place_rule_and_remedy() -> None:
    assert as_annotations([FIRST], "nl", []) == (
        "::warning file=docs/a.md,line=3,col=1,title=Let op dit [a_rule]::Want Zo lost u het op: Doe y"
    )
    assert as_annotations([HINT], "en", []).startswith("::notice file=docs/c.md,line=3,col=7,title=Mind this")


def test_no_more_annotations_than_are_shown_and_changed_files_first() -> None:
    many = [replace(LATER, line=number) for number in range(1, 30)]
    changed = replace(LATER, path=PurePath("docs/z.md"))
    lines = as_annotations([*many, changed, FIRST], "nl", [PurePath("docs/z.md")]).splitlines()
    assert len(lines) == 11  # ten errors and a warning
    assert "file=docs/z.md" in lines[0]


def test_nothing_a_contributor_typed_is_a_command() -> None:
    (line,) = as_annotations([NASTY], "nl", []).splitlines()
    assert line.startswith("::error file=docs/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.md,")
    assert "50%25 \\u000d%0A%3A%3Aset-output" in line
    assert "\x1b" not in line
    assert "\u202e" not in line


def test_the_summary_holds_everything_and_escapes_it() -> None:
    many = [replace(LATER, line=number) for number in range(1, 30)]
    text = as_summary([*many, NASTY], "nl")
    assert text.count("[b_rule]") + text.count("<code>b_rule</code>") == 30
    assert "<script>" not in text
    assert not re.search(r"^::", text, re.MULTILINE)


def test_the_summary_stays_below_what_github_takes() -> None:
    long = replace(LATER, message=Text("x" * 10_000, "x"))
    assert len(as_summary([replace(long, line=number) for number in range(500)], "nl").encode()) < 1_048_576


def test_what_cannot_be_seen_is_written_as_a_number() -> None:
    assert visible("a\u202eb\x1b\n") == "a\\u202eb\\u001b\n"
    assert "\x1b" not in as_text([NASTY], "nl")
