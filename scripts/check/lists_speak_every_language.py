"""Every text in a list is there in every language: of events, drawings, places, lessons and what these are labelled."""

import re

from scripts.check.rule import Content, Faults, error

# For addresses: the default language has them from its files.
OTHERS = frozenset({"slugs"})
CODE = re.compile("[a-z]{2}")


def check_content(content: Content) -> Faults:
    """Yield an error for each language that a text lacks: a mapping of codes of languages in an entry of a list."""
    for name in sorted(content.documents.keys() - OTHERS):
        for key, value in content.documents[name].values():
            if len(key) > 1 and isinstance(value, dict) and all(map(CODE.fullmatch, value)):
                lines = {content.listed(name, *key, *more)[1] for more in ((), *((one,) for one in value))}
                case = "missing" if len(lines) > 1 else "within"  # braces
                for locale in (one for one in content.settings.locales if one not in value):
                    yield error(case, *content.listed(name, *key), field=key[-1], locale=locale)
