"""What every town begins with: pages that read well, and drawings that take the colours of any look."""

import html
import re
import shutil

import pytest
import yaml

from scripts import check as checks
from scripts import seed
from scripts.check.language import reading
from scripts.content import Content, settings
from scripts.report import Finding
from tests.conftest import ROOT, SMALL

TOWN = SMALL / "overrides/town"
# Signs that mean something in YAML, Markdown and HTML, each as some town has it.
SIGNS = "'s-Heer (L.), Súd-Nuth & Beek"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, list[Finding]]:
    """The whole seed with the program beside it, and what the check says of it."""
    root = tmp_path_factory.mktemp("seed")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    for path in (ROOT / "scripts", *(ROOT / "overrides").iterdir()):
        if not (link := root / path.relative_to(ROOT)).exists():
            link.symlink_to(path)
    return checks.run(settings.of(root))


def test_no_rule_has_even_a_hint(checked: tuple[Content, list[Finding]]) -> None:
    assert checked[1] == []


def test_sentences_are_shorter_than_the_rule_asks(checked: tuple[Content, list[Finding]]) -> None:
    averages = {
        page.path: sum(lengths) / len(lengths)
        for page in checked[0].pages
        if (lengths := [len(one.words) for one in reading(page).sentences if one.is_whole])
    }
    assert {path: average for path, average in averages.items() if average > 12} == {}


@pytest.mark.parametrize("name", ["hero.svg", "icon.svg"])
def test_a_drawing_is_light_and_has_no_colours_of_its_own(name: str) -> None:
    drawing = (TOWN / name).read_text(encoding="utf-8")
    assert len(drawing.encode()) < 6_000
    paints = re.findall(r'(?:fill|stroke)="([^"]*)"', drawing)
    assert paints
    assert {paint for paint in paints if not re.fullmatch(r"\{\{ colours\S+ \}\}|none", paint)} == set()


@pytest.mark.parametrize("name", ["'s-Hertogenbosch", "Bergen op Zoom", "Súdwest-Fryslân", "Nuth & Beek", SIGNS])
def test_a_name_stands_in_yaml_markdown_and_drawings_as_it_is_written(name: str) -> None:
    values = {seed.NAME: name}
    lists = f"# {seed.NAME}\na: {seed.NAME} en de wereld\nb: {{nl: {seed.NAME}, en: [x, 'In {seed.NAME}: y']}}\n"
    assert yaml.safe_load(seed.filled(lists, ".yml", values)) == {
        "a": f"{name} en de wereld",
        "b": {"nl": name, "en": ["x", f"In {name}: y"]},
    }
    page = seed.filled(f"---\ntitle: {seed.NAME}\n---\n{seed.NAME}: {seed.NAME}\n", ".md", values)
    assert (yaml.safe_load(page.split("---\n")[1]), page.split("---\n")[2]) == ({"title": name}, f"{name}: {name}\n")
    assert html.unescape(seed.filled(f"<title>{seed.NAME}</title>", ".svg", values)) == f"<title>{name}</title>"
