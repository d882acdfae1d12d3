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
        ("a: <b>", {"a": "<b>"}),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    assert load(text).value == value


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c", 1),
        ("a: 1\na: 2", 2),
        ("a: 1\nb: &x 2", 2),
        ("a: 1\nb: *x", 2),
        ("a: !!python/object:os.system x", 1),
        ("a: 1\nb: !env HOME", 2),
        ("a: 1\n!!python/module:os b: 2", 2),
        ("a: 1\n<<: {b: 2}", 2),
        ("? [a]\n: b", 1),
        ('a: "open', 1),
        ("a: 1\n\tb: 2", 2),
        ("a: \x00", 1),
        ("a: " + "[" * 50_000 + "]" * 50_000, 1),
    ],
)
def test_surprises_are_refused_with_their_line(text: str, line: int) -> None:
    with pytest.raises(YamlProblem) as problem:
        load(text)
    assert problem.value.line == line
    assert all(problem.value.message)
    assert all(problem.value.fix)


def test_lines_count_from_the_first_line_of_the_file() -> None:
    document = load("title: x\nrelated:\n  - a\n  - b\n", first_line=2)
    assert document.line(("title",)) == 2
    assert document.line(("related", 1)) == 5
    assert document.line(("absent",)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\n\tb: 2", "begins with a tab"),
        ("lijst:\n  - a\n\t- b", "begins with a tab"),
        ('a: "open', "not closed"),
        ("a: 's Avonds\nb: 2", "not closed"),
        ("a: 1\na: 2", "there twice"),
        ("a: &b 1", "& or *"),
        ("a: *b", "& or *"),
        ("a: !b 1", "begin with !"),
    ],
)
def test_what_is_wrong_is_named_for_what_it_is(text: str, words: str) -> None:
    with pytest.raises(YamlProblem) as problem:
        load(text)
    assert words in problem.value.message.en
