"""Markdown told apart from code."""

from __future__ import annotations

import re
import time

import pytest

from scripts.markdown import matches, without_code


@pytest.mark.parametrize(
    "code",
    [
        "`[^x]`",
        "``a ` [^x]``",
        "```\n[^x]\n```",
        "~~~ md\n[^x]\n~~~",
        "````\n```\n[^x]\n````",
        "```\n[^x] never closed",
        "`a\n[^x]`",
    ],
)
def test_code_is_blanked_and_lines_stay(code: str) -> None:
    text = f"before\n\n{code}\n\nafter"
    blank = without_code(text)
    assert "[^x]" not in blank
    assert blank.count("\n") == text.count("\n")
    assert len(blank) == len(text)
    assert blank.startswith("before")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c [^x]", "a     c [^x]"),
        ("a ` b [^x]", "a ` b [^x]"),
        ("a ` b\n\nc ` [^x]", "a ` b\n\nc ` [^x]"),  # a span ends with its paragraph
        ("a ``b` [^x]", "a ``b` [^x]"),
    ],
)
def test_text_around_code_stays(text: str, left: str) -> None:
    assert without_code(text) == left


@pytest.mark.parametrize(
    "text", ["`" * 90_000, "".join("`" * n + " " for n in range(440)), "```\n" * 20_000, "`\n" * 50_000]
)
def test_telling_code_apart_takes_no_time(text: str) -> None:
    begin = time.process_time()
    without_code(text)
    assert time.process_time() - begin < 0.5


def test_matches_come_with_the_line_ends_before_them() -> None:
    assert [(found[0], line) for found, line in matches(re.compile("[ab]"), "a\n\nb a\n")] == [
        ("a", 0),
        ("b", 2),
        ("a", 2),
    ]


def test_counting_lines_takes_no_time() -> None:
    begin = time.process_time()
    assert sum(1 for _ in matches(re.compile("a"), "a\n" * 200_000)) == 200_000
    assert time.process_time() - begin < 1
