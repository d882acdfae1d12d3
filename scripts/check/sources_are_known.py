"""Every source that is cited is in the list; one in `docs/data/sources.yml` that nobody cites is reported."""

from collections.abc import Iterator
from pathlib import PurePath

from scripts.check.rule import Content, Faults, closest, error, warning
from scripts.content.citations import cited, numbers, used


def check_content(content: Content) -> Faults:
    """Yield an error for each unknown key, with its file and line, and a warning for each source without a citation."""
    for path, line, key, typed in _cited(content):
        if key not in content.sources:
            close = closest(key, content.sources)
            yield error("misspelt" if close else "unknown", path, line, key=key, close=typed.format(close))
    for key in content.sources.keys() - used(content).keys():
        if (key,) in content.documents["sources"].lines:  # what the program has, a town need not use
            yield warning("unused", *content.listed("sources", key), key=key)


def _cited(content: Content) -> Iterator[tuple[PurePath, int, str, str]]:
    """Yield each key of a source in a page, and in a list below `sources`: file, line, key, how it is typed."""
    for page in content.pages:
        for key, line in cited(page):
            yield page.path, line, key, "[^{}]"
        for order, one in enumerate(numbers(page)):
            yield page.path, page.line("numbers", order, "source"), one.source, "{}"
    for name, document in content.documents.items():
        for place, value in document.values():
            if place[-2:-1] == ("sources",) and isinstance(place[-1], int):
                yield *content.listed(name, *place), str(value), "{}"
