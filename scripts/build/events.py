"""An event as schema.org Event in JSON-LD, for search engines and the agendas of others."""

from typing import Any

from scripts.content import Content, Page
from scripts.content.schema.front_matter import Event


def linked_data(content: Content, page: Page) -> dict[str, Any]:
    """Return the event of `page` with its context: days, or moments in ISO 8601 with their offset; addresses absolute.

    Empty for a page of another kind.
    """
    event, url = page.meta, content.settings.site_url + page.address
    if not isinstance(event, Event):
        return {}
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.title,
        "description": event.description,
        "startDate": event.begins.isoformat(),
        "endDate": event.ends.isoformat(),
        "location": {"@type": "Place", "name": event.place, "address": event.place},
        "organizer": {"@type": "Organization", "name": event.organiser},
        "inLanguage": event.spoken or [content.settings.default_locale],
    }
