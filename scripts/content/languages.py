"""Languages: which is nearest when a text is not there in a reader's own, what they are called, how they count."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from babel import Locale, localedata
from markupsafe import Markup, escape

# The form of a word that every language has (CLDR), and that stands in for one that is not there.
OTHER = "other"
# So many things are never counted on a page: the rules for whole numbers repeat before that.
MOST = 200
# Of a code (ISO 639-1).
LETTERS = 2


class Said(NamedTuple):
    """A text as readers of a language get it: in `locale`, and `lang` says so when that is another than theirs.

    `lang` is the attribute for an element, or empty. In HTML a text that has it is in an element of its own; `text` is
    for where no element can be.
    """

    text: str
    locale: str
    lang: Markup = Markup()

    def __html__(self) -> Markup:
        """Return the text for a template that escapes."""
        return Markup("<span{}>{}</span>").format(self.lang, self.text) if self.lang else escape(self.text)


def nearest(locales: Sequence[str], locale: str) -> tuple[str, ...]:
    """Return `locales`, the languages of the site in their order, from the nearest to `locale` on.

    First comes `locale` itself, then those before it from near to far, then those after it: of nl, en and pl a reader
    of pl gets en before nl.
    """
    at = locales.index(locale)
    return (locale, *reversed(locales[:at]), *locales[at + 1 :])


def said(locales: Sequence[str], locale: str, texts: Mapping[str, str]) -> Said:
    """Return that of `texts`, by language, which is nearest to `locale`; nothing of none."""
    found = next((one for one in nearest(locales, locale) if one in texts), locale)
    return Said(texts.get(found, ""), found, lang(found, locale))


def lang(spoken: str, locale: str) -> Markup:
    """Return the attribute of an element in the language `spoken` on a page in `locale`, which may be the same."""
    return Markup("") if spoken == locale else Markup(' lang="{}"').format(spoken)


def name(code: str, locale: str) -> str:
    """Return what people of `locale` call the language `code`: `Pools`, for nl and pl."""
    return Locale.parse(code).get_language_name(locale) or code


def is_known(code: str) -> bool:
    """Tell whether `code` is two letters of a language of which CLDR knows how it writes dates and counts."""
    return len(code) == LETTERS and localedata.exists(code)


@cache
def forms(locale: str) -> tuple[str, ...]:
    """Return the forms that words have with whole numbers in `locale` (CLDR): one, other for Dutch and English."""
    rule = Locale.parse(locale).plural_form
    return tuple(dict.fromkeys([*map(rule, range(1, MOST)), rule(0), OTHER]))


def counted(locale: str, words: Mapping[str, str], number: int, **values: object) -> str:
    """Return that of `words`, by form, which goes with `number` in `locale`, with that and `values` filled in."""
    form = Locale.parse(locale).plural_form(number)
    return words.get(form, words[OTHER]).format(number=number, **values)
