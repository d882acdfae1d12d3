"""How findings read: on a terminal, on a pull request, as JSON."""

import json
import re
from dataclasses import replace
from pathlib import PurePath

from scripts.formats import as_annotations, as_json, as_summary, as_text
from scripts.report import Finding, Text

PATH = PurePath("docs/b.md")
LATER = Finding("b_rule", PATH, 9, Text("Mis", "Wrong"), Text("Omdat", "Because"), Text("Typ x", "Type x"))
FIRST = replace(LATER, rule="a_rule", path=PurePath("docs/a.md"), line=3, level="warning")
HINT = replace(FIRST, level="hint", path=PurePath("docs/c.md"), column=7)
# What a contributor may try to make the runner, the summary or the terminal do.
NASTY = replace(
    LATER,
    path=PurePath("docs/a,b:c\n::error::x.md"),
    message=Text("50% \r\n::set-output name=x::y <script>alert(1)</script> \x1b[31m \u202e", "x"),
)


def test_text_says_where_what_why_and_how_sorted_by_place() -> None:
    assert as_text([LATER, FIRST], "nl").splitlines() == [
        "docs/a.md:3: let op: Mis [a_rule]",
        "    Waarom: Omdat",
        "    Zo lost u het op: Typ x",
        "",
        "docs/b.md:9: fout: Mis [b_rule]",
        "    Waarom: Omdat",
        "    Zo lost u het op: Typ x",
    ]
    assert as_text([LATER], "en").startswith("docs/b.md:9: error: Wrong [b_rule]\n    Why: Because\n")
    assert as_text([NASTY], "nl").endswith(
        "\\u001b[31m \\u202e [b_rule]\n    Waarom: Omdat\n    Zo lost u het op: Typ x"
    )


def test_hints_can_be_counted_instead() -> None:
    text = as_text([HINT, replace(HINT, line=4), LATER], "nl", hints=False)
    assert "docs/c.md:3" not in text
    assert "2 tips" in text
    assert text.endswith("check docs/c.md")
    assert as_text([HINT], "nl", hints=False).startswith("Alles is in orde.")
    assert "docs/c.md:3: tip:" in as_text([HINT], "nl")


def test_nothing_found() -> None:
    assert as_text([], "nl") == as_annotations([], "nl", []) == "Alles is in orde."
    assert "Alles is in orde." in as_summary([], "nl")
    assert json.loads(as_json([])) == []


def test_json_has_every_part_in_both_languages() -> None:
    first, last = json.loads(as_json([HINT, LATER]))
    assert last == {
        "rule": "a_rule",
        "level": "hint",
        "path": "docs/c.md",
        "line": 3,
        "column": 7,
        "message": {"nl": "Mis", "en": "Wrong"},
        "why": {"nl": "Omdat", "en": "Because"},
        "fix": {"nl": "Typ x", "en": "Type x"},
    }
    assert first["path"] == "docs/b.md"


def test_annotations_name_place_rule_and_remedy_changed_files_first_and_no_more_than_are_shown() -> None:
    assert as_annotations([HINT], "nl", []) == (
        "::notice file=docs/c.md,line=3,col=7,title=Mis [a_rule]::Omdat Zo lost u het op: Typ x"
    )
    many = [replace(LATER, line=number) for number in range(1, 30)]
    changed = replace(LATER, path=PurePath("docs/z.md"))
    lines = as_annotations([*many, changed, FIRST], "nl", [PurePath("docs/z.md")]).splitlines()
    assert len(lines) == 11  # ten errors and a warning
    assert "file=docs/z.md" in lines[0]


def test_nothing_a_contributor_typed_is_a_command_or_markup() -> None:
    (line,) = as_annotations([NASTY], "nl", []).splitlines()
    assert line.startswith("::error file=docs/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.md,")
    assert "50%25 \\u000d%0A%3A%3Aset-output" in line
    assert not re.search("\x1b|\u202e", line)
    text = as_summary([NASTY, FIRST], "nl")
    assert "&lt;script&gt;alert(1)" in text
    assert set(re.findall(r"</?(\w+)", text)) == {"p", "code", "b", "br"}
    assert not re.search("^::|\x1b|\u202e", text, re.MULTILINE)


def test_the_summary_holds_everything_that_github_takes() -> None:
    many = [replace(LATER, line=number, message=Text("é" * 10_000, "x")) for number in range(500)]
    assert as_summary(many[:30], "nl").count("<code>b_rule</code>") == 30
    text = as_summary(many, "nl")
    assert len(text.encode()) < 1_048_576
    assert text.endswith("</p>\n\n")
