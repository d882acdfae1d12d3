"""An event is at one time, which its page in the default language says, and which is still to come when it is new."""

from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import promises
from scripts.content.schema.front_matter import Event


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each thing that a translation types again, and a warning for a new event that is over.

    New is what nobody has published yet.
    """
    event, settings = page.meta, content.settings
    if not isinstance(event, Event):
        return
    if page.locale != settings.default_locale:
        path = settings.relative(settings.docs / settings.default_locale / page.key)
        for name in event.SHARED:
            if (name,) in page.document.lines:
                yield error("typed", page.path, page.line(name), name=name, path=path)
    elif event.is_over(settings.today) and page.address not in promises.published(settings.root):
        name = "end" if event.end else "start"
        yield warning("past", page.path, page.line(name), name=name, value=getattr(event, name))
