"""Every page of a language has a title and a description of its own."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.starters import is_example


def check_content(content: Content) -> Faults:
    """Yield an error for each page whose title or description another page of the same language has too."""
    first = dict[tuple[str, str, str], Page]()
    for page in content.pages:
        for case, name in (("title_taken", "title"), ("description_taken", "description")):
            if is_example(getattr(page.meta, name)):
                continue  # examples_are_replaced says so
            text = " ".join(getattr(page.meta, name).casefold().split())
            other = first.setdefault((page.locale, name, text), page)
            if other is not page:
                yield error(case, page.path, page.line(name), other=other.path)
