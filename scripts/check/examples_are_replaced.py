"""Nothing is left of what `python -m scripts new` writes as an example: readers would take it for true."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.starters import is_example


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error for each line in the text of `page` that is still the example's."""
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if is_example(line.strip()):
            yield error("left", page.path, number, text=line.strip())


def check_content(content: Content) -> Faults:
    """Yield an error for each text in front matter, a quiz or a worksheet that is still the example's."""
    for path, document in content.every_document():
        for key, value in document.values():
            if isinstance(value, str) and is_example(value):
                yield error("left", path, document.line(key), text=value)
