"""A cartridge of titles and addresses that XML would read as something else."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from scripts.build.lessons import cartridge
from scripts.content import Content, lessons


@pytest.mark.parametrize("title", ["Eten & drinken", "2 < 3", 'Wat is "eerlijk"?', "Crème {brûlée}"])
def test_a_title_arrives_as_it_was_written(content: Content, title: str) -> None:
    one = next(lessons.everything(content))
    named = replace(one, meta=one.meta.model_copy(update={"title": title}))
    files = cartridge.cartridge("lesson", title, [named])
    texts = [list(ElementTree.fromstring(data).itertext()) for data in files.values()]  # noqa: S314 our own file
    assert texts[0].count(title) == 2
    assert title in texts[1]
