"""Words that a language lacks, words and colours that a template asks for in vain, and drawings that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.report import Finding

WORDS, TEMPLATE = "overrides/words/en.yml", "overrides/kinds/article.html"
HERO, SHOWN, ICON = (f"overrides/town/{name}" for name in ("hero.svg", "hero.yml", "icon.svg"))
TOKENS = "overrides/styles/tokens.css"
ASKED = '{%- extends "base.html" -%}\n{% block x %}{{ words.greeting }}{% endblock %}'


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "words"),
    [
        (WORDS, "menu: Menu\n", "", 1, "«menu»"),
        (WORDS, "menu: Menu\n", "menu:\n", None, "menu"),
        (TEMPLATE, '{%- extends "base.html" -%}', ASKED, 2, "«greeting»"),
        (TEMPLATE, '{%- extends "base.html" -%}', "{% block %}", 1, "sjabloon is niet te lezen"),
        (HERO, "</svg>", "{{ colours.dawn }}</svg>", None, "kleur met de naam «dawn»"),
        (ICON, "<svg", "<svg fill=\"{{ colours['by-night'] }}\"", 1, "kleur met de naam «by-night»"),
        (SHOWN, "\nnl: ", "\npl: ", 1, "niet in de taal «nl»"),
        (WORDS, '\n  one: "{number} lesson found."', "", "finder_found:", "een vorm daarvoor: one"),
        (WORDS, '\n  one: "{number} lesson found."', "\n  one: x\n  few: x", "  few: x", "geen vorm «few»"),
        (SHOWN, "\nen: ", "\nen:\n  - ", None, "en"),
        (HERO, "</svg>", "\n<path></svg>", "<path></svg>", "niet te lezen als SVG: mismatched tag"),
        (ICON, "<svg", "svg", 1, "niet te lezen als SVG"),
        *((path, "", None, 1, "ontbreekt") for path in (TOKENS, HERO, SHOWN, ICON)),
    ],
)
def test_a_word_that_is_not_there(
    small: Path,
    findings: Callable[[], list[Finding]],
    path: str,
    old: str,
    new: str | None,
    line: int | str | None,
    words: str,
) -> None:
    text = (small / path).read_text().replace(old, new or "")
    (small / path).write_text(text) if new is not None else (small / path).unlink()
    line = text.split("\n").index(line) + 1 if isinstance(line, str) else line
    (found,) = (found for found in findings() if found.level == "error")
    assert (str(found.path), found.line) == (path, line or found.line)
    assert words in found.message.nl
