"""Every page of a language has a title of its own."""

from scripts.check.rule import Content, Faults, Page, error


def check_content(content: Content) -> Faults:
    """Yield an error for each page whose title another page of the same language has too."""
    first = dict[tuple[str, str], Page]()
    for page in content.pages:
        other = first.setdefault((page.locale, page.meta.title.casefold()), page)
        if other is not page:
            yield error("taken", page.path, page.line("title"), other=other.path)
