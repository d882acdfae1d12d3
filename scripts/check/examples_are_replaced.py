"""Nothing is left of what `python -m scripts new` writes as an example: readers would take it for true."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.starters import is_example


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error for each value in the front matter of `page`, and each line, that is still the example's."""
    for key, value in page.document.values():
        if isinstance(value, str) and is_example(value):
            yield error("left", page.path, page.line(*key), text=value)
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if is_example(line.strip()):
            yield error("left", page.path, number, text=line.strip())


def check_content(content: Content) -> Faults:
    """Yield an error for each text of a quiz or worksheet, each a list of its own page, that is still the example's."""
    for name, document in content.documents.items():
        for key, value in document.values() if "/" in name else ():
            if isinstance(value, str) and is_example(value):
                yield error("left", *content.listed(name, *key), text=value)
