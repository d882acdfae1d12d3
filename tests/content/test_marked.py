"""What stands in a text, and where."""

import time

import pytest

from scripts.content.marked import Marked, Place, without_code


def test_the_outline_lists_what_others_need_to_know() -> None:
    text = """\
## Een *kop* { #eerst }

[a](b.md) ![c](d.png "Wij")

[e] en `[g](h.md)`

[e]: f.md

x
{: #x }

## Kop

## Kop
"""
    outline = Marked(text, 10).outline
    assert [(link.target, link.text) for link in outline.links] == [("b.md", "a"), ("f.md", "e")]
    assert [(one.source, one.alt, one.credit) for one in outline.pictures] == [("d.png", "c", "Wij")]
    assert [(one.text, one.id, one.place.line) for one in outline.headings] == [
        ("Een kop", "eerst", 10),
        ("Kop", "kop", 21),
        ("Kop", "kop_1", 23),
    ]
    assert outline.anchors == {"eerst", "x", "kop", "kop_1"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zie x.md en [de x.md](x.md).", Place(1, 23)),
        ("> een\n> [de\n> stad](x.md)", Place(3, 9)),
        ("| x.md | b |\n| - | - |\n| x.md | [x.md](x.md) |", Place(3, 17)),
        ('!!! fact "x.md"\n\n    - a\n        - [x](<x.md>)', Place(4, 16)),
        ("`x.md` &amp; \\[a\\] ![x.md](b.png) [b](x.md)", Place(1, 39)),
        ("Een noot.[^a]\n\n[^a]: Zie [x](x.md).", Place(3, 15)),
        ("- een\n\n    [x](x.md){: lang=de } en meer", Place(3, 9)),
    ],
)
def test_a_link_stands_at_its_address(text: str, place: Place) -> None:
    (link,) = Marked(text).outline.links
    assert (link.target, link.place) == ("x.md", place)


def test_lists_of_attributes_belong_to_what_they_follow() -> None:
    marked = Marked("*a*{: lang=de } b\n{: .fact }\n\n## Kop { onclick=x }\n\nHet kost {x} euro.")
    found = [(name, value, place.line) for name, value, place in marked.attributes]
    assert found == [("class", "fact", 2), ("lang", "de", 1), ("onclick", "x", 4)]
    assert marked.outline.headings[0].text == "Kop"


def test_tags_are_found_where_they_stand_and_code_is_left_alone() -> None:
    marked = Marked("Een <B onclick='x'>vet</B>\nwoord, `<i>` en a < b.")
    assert [(tag.name, tag.place) for tag in marked.tags] == [("b", Place(1, 5)), ("b", Place(1, 23))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `[^x]` b", "a b"),
        ("``a ` [^x]`` b", "b"),
        ("a\n\n```\n[^x]\n```\n\nb", "a b"),
        ("~~~ md\n[^x]\n~~~", ""),
        ("````\n```\n[^x]\n````\nb", "b"),
        ("```\n[^x] never closed", ""),
        ("`a\n[^x]` b", "b"),
        ("a ` b [^x]", "a ` b [^x]"),
        ("a ` b\n\nc ` [^x]", "a ` b c ` [^x]"),  # a span ends with its paragraph
        ("a ``b` [^x]", "a ``b` [^x]"),
    ],
)
def test_code_is_blanked_and_what_is_around_it_stays(text: str, left: str) -> None:
    assert without_code(text).split() == left.split()


@pytest.mark.parametrize(
    "text", ["`" * 90_000, "".join("`" * n + " " for n in range(440)), "```\n" * 20_000, "`\n" * 50_000]
)
def test_telling_code_apart_takes_no_time(text: str) -> None:
    begin = time.process_time()
    without_code(text)
    assert time.process_time() - begin < 0.5
