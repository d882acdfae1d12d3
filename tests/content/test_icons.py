"""Icons by name, in texts and in lists."""

from scripts.content.icons import TYPED, drawn, icon, meant, names, outline
from scripts.content.marked import Marked


def test_the_icons_are_materials_alone() -> None:
    assert len(names()) > 7000
    assert "coffee" in names()
    assert not [name for name in names() if not outline(name)]


def test_an_icon_is_no_word() -> None:
    marked = Marked("## :material-coffee: Koffie `:material-a:`\n\n[:material-coffee:](brug.md) :material-nooit:\n")
    assert [heading.text for heading in marked.outline.headings] == ["Koffie :material-a:"]
    assert [link.text for link in marked.outline.links] == [""]


def test_who_weighs_a_text_draws_what_is_an_icon_there() -> None:
    assert drawn("Een :material-coffee: en :material-nooit:", TYPED) == f"Een {icon('coffee')} en :material-nooit:"


def test_the_icon_meant_is_the_one_spelt_most_alike() -> None:
    assert [meant(name) for name in ("Coffee", "cofee", "shool", "xyzzy")] == ["coffee", "coffee", "school", "earth"]
