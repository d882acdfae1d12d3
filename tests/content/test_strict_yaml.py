"""What the YAML reader accepts, and what it says of what it refuses: the line, the cause, and what to type instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content.strict_yaml import YamlProblem, load, quoted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: 1\nb: twee", {"a": "1", "b": "twee"}),
        ("a: [1, x]\nb:\n  - c", {"a": ["1", "x"], "b": ["c"]}),
        ("a: 2012-01-01", {"a": "2012-01-01"}),
        ('a: "x: y # z"', {"a": "x: y # z"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: Yes\nb: no\nc: null\nd: 007\ne: 1e3", {"a": "Yes", "b": "no", "c": "null", "d": "007", "e": "1e3"}),
        ("a:\nb: ''", {"a": None, "b": ""}),
        ("a:\ttab", {"a": "tab"}),
        ("# een opmerking\na: 1\n  # nog een", {"a": "1"}),
        ('a: "x" # wat erachter staat, is een opmerking', {"a": "x"}),
    ],
)
def test_plain_values_are_the_text_that_was_typed(text: str, value: object) -> None:
    assert load(text).value == value


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2", 2, "there twice"),
        ("a: 1\nb: &x 2", 2, "begins with &"),
        ("a: 1\nb: *x", 2, "begins with *"),
        ("a: !!python/object:os.system x", 1, "begins with !"),
        ("a: 1\nb: !env HOME", 2, "begins with !"),
        ("a: 1\n!!python/module:os b: 2", 2, "cannot be read"),
        ("a: 1\n<<: {b: 2}", 2, "cannot be read"),
        ("? [a]\n: b", 1, "cannot be read"),
        ('a: "open', 1, "do not begin and end"),
        ("a: 1\n\tb: 2", 2, "begins with a tab"),
        ("lijst:\n  - a\n\t- b", 3, "begins with a tab"),
        ("a: [een, twee", 1, "bracket on this line is not closed"),
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


@pytest.mark.parametrize(
    ("typed", "words", "meant"),
    [
        ("title: Punt #1 van het plan", "the sign #", "Punt #1 van het plan"),
        ("title: #brug", "the sign #", "#brug"),
        ("title: Voorbeeldstad: een stad", "has a colon in it", "Voorbeeldstad: een stad"),
        ("title: “Voorbeeldstad: een stad”", "are curly", "Voorbeeldstad: een stad"),
        ("title: „Voorbeeldstad: een stad”", "are curly", "Voorbeeldstad: een stad"),
        ("title: 's-Gravenhage en Voorbeeldstad", "begins with an apostrophe", "'s-Gravenhage en Voorbeeldstad"),
        ("title: 'Foto's'", "begins with an apostrophe", "Foto's"),
        ('title: "Hij zei "ja""', "do not begin and end", 'Hij zei "ja"'),
        ('title: "Ja" zei hij', "do not begin and end", '"Ja" zei hij'),
        ('title: "Dat zijn foto\'s" en "zo"', "do not begin and end", '"Dat zijn foto\'s" en "zo"'),
        ('title: "open', "do not begin and end", "open"),
        ("title: [Nieuw] in de stad", "begins with [", "[Nieuw] in de stad"),
        ("title: @markt", "begins with @", "@markt"),
        ("title: %markt", "begins with %", "%markt"),
        ("title: *vet*", "begins with *", "*vet*"),
        ("title: - een", "begins with -", "- een"),
        ("title:De markt", "No plain space", "De markt"),
        ("title:\u00a0De markt", "No plain space", "De markt"),
        ("title:\tDe markt: een plein", "A tab follows", "De markt: een plein"),
        ("title: ja: \"nee\" \\ 'x'", "has a colon in it", "ja: \"nee\" \\ 'x'"),
    ],
)
def test_what_is_offered_typed_literally_gives_the_text_back(typed: str, words: str, meant: str) -> None:
    with pytest.raises(YamlProblem) as problem:
        load(f"kind: article\n{typed}\norder: 2", 2)
    assert (problem.value.line, words in problem.value.message.en) == (3, True), problem.value.message.en
    for fix in problem.value.fix:
        assert quoted(meant) in fix
    assert load(f"title: {quoted(meant)}").value == {"title": meant}


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_quoted_text_is_read_back_letter_by_letter(text: str) -> None:
    assert load(f"title: {quoted(text)}").value == {"title": text}
