"""A translation has the parts of the text it follows: numbers, material, headings, links, pictures and sources."""

import posixpath
from difflib import SequenceMatcher

from scripts.check.rule import Content, Faults, Page, warning
from scripts.content import kit
from scripts.content.citations import cited, numbers
from scripts.content.schema.front_matter import Form
from scripts.content.translations import source, state

# What the original has and this does not, and the other way round, of each kind of part.
CASES = (("link", "more_links"), ("picture", "more_pictures"), ("source", "more_sources"))


def check_content(content: Content) -> Faults:
    """Yield a warning for each part that a translation has more, and one for what it lacks of each kind.

    Stale ones have a warning already. A link to a page that its language has not is no part of it.
    """
    for page in content.pages:
        original = source(content, page)
        if original and state(content, page.locale, page.key) != "stale":
            if [one.source for one in numbers(page)] != [one.source for one in numbers(original)]:
                there = original.line("numbers")
                yield warning("numbers", page.path, page.line("numbers"), original=original.path, there=there)
            if (wanted := _forms(original)) != _forms(page):
                about = {"original": original.path, "there": original.line("kit"), "forms": ", ".join(sorted(wanted))}
                yield warning("kit" if wanted else "more_kit", page.path, page.line("kit"), **about)
            yield from _headings(page, original)
            for (less, more), mine, its in zip(CASES, _parts(page), _parts(original), strict=True):
                absent = [part for part in its if part not in mine and _is_possible(content, page, part)]
                if absent:
                    absent.sort(key=its.__getitem__)
                    about = {"target": absent[0], "targets": ", ".join(absent), "there": its[absent[0]]}
                    yield warning(less, page.path, page.body_line, original=original.path, **about)
                for part in sorted(mine.keys() - its.keys()):
                    yield warning(more, page.path, mine[part], target=part, original=original.path)


def _forms(page: Page) -> frozenset[Form]:
    """Return which material is made of `page`."""
    asked = kit.asked(page)
    return frozenset(asked.forms if asked else ())


def _headings(page: Page, original: Page) -> Faults:
    mine, its = page.marked.outline.headings, original.marked.outline.headings
    levels, wanted = [heading.level for heading in mine], [heading.level for heading in its]
    for kind, start, end, first, last in SequenceMatcher(None, levels, wanted, autojunk=False).get_opcodes():
        if kind != "equal":
            # Of what is absent, the place where it would stand: at the heading before.
            here = mine[min(start, len(mine) - 1)].place.line if mine else page.body_line
            there = its[min(first, len(its) - 1)].place.line if its else original.body_line
            more, fewer = end - start, last - first
            yield warning("headings", page.path, here, original=original.path, there=there, mine=more, its=fewer)


def _parts(page: Page) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return the links inside the site, the pictures and the sources of `page`, with the line of the first of each."""
    outline, folder = page.marked.outline, posixpath.dirname(page.key)
    paths = [(link.target.split("#")[0], link.place.line) for link in outline.links if ":" not in link.target]
    links = [(posixpath.relpath(posixpath.join(folder, path), folder or "."), line) for path, line in paths if path]
    pictures = [(picture.source, picture.place.line) for picture in outline.pictures]
    return dict(reversed(links)), dict(reversed(pictures)), dict(reversed(list(cited(page))))


def _is_possible(content: Content, page: Page, part: str) -> bool:
    """Tell whether `page` can have `part`, which is no link to a page that only other languages have."""
    key = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), part))
    return key not in content.keys or content.page(page.locale, key) is not None
