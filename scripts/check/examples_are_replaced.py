"""Nothing is left of what `python -m scripts new` writes as an example: readers would take it for true."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.check.rule import Content, Faults, Page, error
from scripts.content import data, strict_yaml

STARTERS = Path(__file__).parents[1] / "starters"
# What is shorter, people may write too: the name of a fruit, a first version.
SHORTEST = 25


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error for each value in the front matter of `page`, and each line, that is still the example's."""
    for key, value in page.document.values():
        if isinstance(value, str) and value in _examples():
            yield error("left", page.path, page.line(*key), text=value)
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if line.strip() in _examples():
            yield error("left", page.path, number, text=line.strip())


def check_content(content: Content) -> Faults:
    """Yield an error for each text of a quiz or worksheet that is still the example's."""
    for stem in content.exercises:
        name = f"{data.LESSONS}/{stem}"
        for key, value in content.documents[name].values():
            if isinstance(value, str) and value in _examples():
                yield error("left", *content.listed(name, *key), text=value)


@cache
def _examples() -> frozenset[str]:
    return frozenset(text for path in STARTERS.rglob("*.*") for text in _texts(path) if len(text) >= SHORTEST)


def _texts(path: Path) -> Iterator[str]:
    """Yield the values that the starter `path` has in its block or list, and the lines of its body."""
    _, block, body = path.read_text(encoding="utf-8").split("---\n", 2) if path.suffix == ".md" else ("", "", "")
    values = strict_yaml.load(block or path.read_text(encoding="utf-8")).values()
    yield from (value for _, value in values if isinstance(value, str))
    yield from body.split("\n")
