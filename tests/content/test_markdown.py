"""Markdown told apart from code."""

import time

import pytest

from scripts.content.markdown import without_code


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
