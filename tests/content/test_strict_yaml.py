"""What the YAML reader accepts, and the line it names for what it refuses."""

import pytest

from scripts.content.strict_yaml import YamlProblem, load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: 1\nb: twee", {"a": 1, "b": "twee"}),
        ("a: [1, x]\nb:\n  - c", {"a": [1, "x"], "b": ["c"]}),
        ("a: 2012-01-01", {"a": "2012-01-01"}),
        ('a: "x: y # z"', {"a": "x: y # z"}),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    assert load(text).value == value


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2", 2, "there twice"),
        ("a: 1\nb: &x 2", 2, "& or *"),
        ("a: 1\nb: *x", 2, "& or *"),
        ("a: !!python/object:os.system x", 1, "begin with !"),
        ("a: 1\nb: !env HOME", 2, "begin with !"),
        ("a: 1\n!!python/module:os b: 2", 2, "cannot be read"),
        ("a: 1\n<<: {b: 2}", 2, "cannot be read"),
        ("? [a]\n: b", 1, "cannot be read"),
        ('a: "open', 1, "not closed"),
        ("a: 's Avonds\nb: 2", 1, "not closed"),
        ("a: 1\n\tb: 2", 2, "begins with a tab"),
        ("lijst:\n  - a\n\t- b", 3, "begins with a tab"),
        ("a: \x00", 1, "cannot be read"),
        ("a: " + "[" * 50_000 + "]" * 50_000, 1, "cannot be read"),
    ],
)
def test_surprises_are_refused_with_their_line_and_named_for_what_they_are(text: str, line: int, words: str) -> None:
    with pytest.raises(YamlProblem) as problem:
        load(text)
    assert problem.value.line == line
    assert words in problem.value.message.en
    assert all((*problem.value.message, *problem.value.fix))


def test_lines_count_from_the_first_line_of_the_file() -> None:
    document = load("title: x\nrelated:\n  - a\n  - b\n", first_line=2)
    assert [document.line(key) for key in (("title",), ("related", 1), ("absent",))] == [2, 5, 2]
