"""A page with as much text as the check allows stays within its budget once it is built."""

import random
import shutil
from pathlib import Path
from typing import get_args

import pytest

from scripts.build import build
from scripts.check import pages_stay_light
from scripts.content import read, settings
from scripts.content.schema.data import Drawing
from scripts.content.schema.front_matter import FRONT_MATTER
from tests.conftest import ROOT

LESSON = ROOT / "tests/pages/lessons_are_complete/good"
WORDS = [
    word
    for line in (ROOT / "scripts/check/language/dictionaries/nl.dic").read_text(encoding="utf-8").splitlines()[1:]
    if (word := line.partition("/")[0]).isalpha() and word.islower()
]


def filled(root: Path, key: str, text: str, count: int) -> float:
    """Write the page `key` as `text` with `count` words in it; return which part of what it may take in that is."""
    page = root / "docs/nl" / key
    chosen = random.Random(1).sample(WORDS, count)  # noqa: S311 the same words each time
    lines = [" ".join(chosen[start : start + 9]).capitalize() + "." for start in range(0, count, 9)]
    page.write_text(text.replace("HIER", "\n".join(lines)), encoding="utf-8")
    content, _ = read(settings.of(root))
    found = content.page("nl", key)
    assert found
    taken = list(pages_stay_light.parts(found, content))
    return pages_stay_light.weight(taken) / int(pages_stay_light.LIMITS["kinds"][found.meta.kind])


@pytest.mark.parametrize("key", ["stad/markt.md", "stad/fruit.md"])
def test_a_page_that_is_just_light_enough_can_be_built(small: Path, key: str) -> None:
    shutil.copytree(LESSON, small / "docs", dirs_exist_ok=True)
    text = (small / "docs/nl" / key).read_text(encoding="utf-8")
    text = text.replace("Alleen in", "HIER\n\nAlleen in").replace("Zoek drie", "HIER\n\nZoek drie")
    least, most = 0, 2_400
    while most - least > 20:
        middle = (least + most) // 2
        least, most = (middle, most) if filled(small, key, text, middle) <= 1 else (least, middle)
    assert 0.98 < filled(small, key, text, least) <= 1
    build(small, small / "site")


def test_every_kind_of_page_and_every_shape_of_a_drawing_has_its_weight() -> None:
    kinds = FRONT_MATTER.json_schema()["discriminator"]["mapping"]
    assert pages_stay_light.LIMITS["kinds"].keys() == kinds.keys()
    assert pages_stay_light.LIMITS["drawings"].keys() == set(get_args(Drawing.model_fields["shape"].annotation))
