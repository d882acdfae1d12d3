"""Plain words for each way in which a value can fail its model."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts import strict_yaml
from scripts.report import Text
from scripts.strict_yaml import Document, Key

EXAMPLES = Path(__file__).with_name("examples.yml")
_WORDS: dict[str, tuple[Text, Text]] = {
    "missing": (
        Text("«{key}» ontbreekt.", "'{key}' is missing."),
        Text("Voeg een regel toe: {example}", "Add a line: {example}"),
    ),
    "union_tag_not_found": (
        Text("«kind» ontbreekt: het soort pagina.", "'kind' is missing: the kind of page."),
        Text("Voeg een regel toe: {example}", "Add a line: {example}"),
    ),
    "union_tag_invalid": (
        Text("De soort pagina «{value}» bestaat niet.", "There is no kind of page called '{value}'."),
        Text("Kies uit: {expected_tags}", "Choose from: {expected_tags}"),
    ),
    "extra_forbidden": (
        Text("«{key}» hoort hier niet.", "'{key}' does not belong here."),
        Text("Haal deze regel weg, of kijk of het woord goed gespeld is.", "Remove this line, or check its spelling."),
    ),
    "literal_error": (
        Text("«{value}» kan niet bij «{key}».", "'{value}' is not possible for '{key}'."),
        Text("Kies uit: {expected}", "Choose from: {expected}"),
    ),
    "string_type": (
        Text("De waarde van «{key}» is geen tekst.", "The value of '{key}' is not text."),
        Text('Zet er dubbele aanhalingstekens omheen: "{value}"', 'Put double quotes around it: "{value}"'),
    ),
    "string_too_short": (
        Text("«{key}» is te kort: {length} tekens.", "'{key}' is too short: {length} characters."),
        Text("Maak er minstens {min_length} tekens van.", "Make it at least {min_length} characters."),
    ),
    "string_too_long": (
        Text("«{key}» is te lang: {length} tekens.", "'{key}' is too long: {length} characters."),
        Text("Maak er hoogstens {max_length} tekens van.", "Make it at most {max_length} characters."),
    ),
    "string_pattern_mismatch": (
        Text("«{value}» past niet bij «{key}».", "'{value}' does not fit '{key}'."),
        Text("Kijk hoe het elders in dit soort bestand staat.", "Look at how other files of this kind write it."),
    ),
    "int_type": (
        Text("De waarde van «{key}» is geen heel getal.", "The value of '{key}' is not a whole number."),
        Text("Typ alleen cijfers, zonder aanhalingstekens.", "Type digits only, without quotes."),
    ),
    "float_type": (
        Text("De waarde van «{key}» is geen getal.", "The value of '{key}' is not a number."),
        Text(
            "Typ alleen cijfers, zonder aanhalingstekens, met een punt voor wat achter de komma staat: 9.5",
            "Type digits only, without quotes, with a point before the decimals: 9.5",
        ),
    ),
    "greater_than_equal": (
        Text("«{value}» is te klein voor «{key}».", "'{value}' is too small for '{key}'."),
        Text("Kies een getal vanaf {ge}.", "Choose a number from {ge} up."),
    ),
    "less_than_equal": (
        Text("«{value}» is te groot voor «{key}».", "'{value}' is too large for '{key}'."),
        Text("Kies een getal tot en met {le}.", "Choose a number up to {le}."),
    ),
    "too_long": (
        Text("«{key}» heeft er te veel: {length}.", "'{key}' has too many: {length}."),
        Text("Houd er hoogstens {max_length} over.", "Keep at most {max_length}."),
    ),
    "too_short": (
        Text("«{key}» is leeg.", "'{key}' is empty."),
        Text("Zet er minstens {min_length} in.", "Put at least {min_length} in it."),
    ),
    "list_type": (
        Text("«{key}» is geen lijst.", "'{key}' is not a list."),
        Text(
            "Zet elk deel op een eigen regel, met een streepje ervoor.", "Put each item on its own line, after a dash."
        ),
    ),
}
_WORDS |= {
    "multiple_of": (
        Text("«{value}» kan niet bij «{key}».", "'{value}' is not possible for '{key}'."),
        Text("Kies een veelvoud van {multiple_of}.", "Choose a multiple of {multiple_of}."),
    ),
    "no_right_answer": (
        Text("Bij deze vraag is geen enkel antwoord goed.", "None of the answers to this question is right."),
        Text("Zet onder het goede antwoord een regel: right: true", "Put a line below the right answer: right: true"),
    ),
}
_WORDS["value_error"] = _WORDS["string_pattern_mismatch"]
_WORDS |= dict.fromkeys(
    ("model_attributes_type", "model_type", "dict_type"),
    (
        Text("Dit blok is geen lijst van «woord: waarde».", "This block is no list of 'word: value'."),
        Text(
            "Schrijf op elke regel een woord en een waarde: {example}",
            "Write a word and a value on each line: {example}",
        ),
    ),
)
_OTHER = (
    Text("De waarde van «{key}» past hier niet.", "The value of '{key}' does not fit here."),
    Text("Kijk hoe het elders in dit soort bestand staat.", "Look at how other files of this kind write it."),
)


def explain(error: ValidationError, document: Document, skip: int = 0) -> list[tuple[int, Text, Text]]:
    """Return line, message and remedy for each problem in `error`.

    `skip` is the number of leading parts of an error's place that are not in the file (the kind of page).
    """
    return [_one(detail, document, skip) for detail in error.errors(include_url=False)]


def _one(detail: ErrorDetails, document: Document, skip: int) -> tuple[int, Text, Text]:
    path: Key = tuple(part for part in detail["loc"][skip:] if part != "[key]")
    value = detail["input"]
    shown = value if isinstance(value, str | int | float) else ""
    context = {name: str(part) for name, part in detail.get("ctx", {}).items()}
    key = str(next((part for part in reversed(path) if isinstance(part, str)), "title"))
    if detail["type"].startswith("union_tag"):
        key, path, shown = "kind", ("kind",), context.get("tag", "")
    values = {
        "key": key,
        "value": str(shown)[:80],
        "length": str(len(value)) if isinstance(value, str | list | dict) else "",
        "example": _example(key),
    }
    message, fix = _WORDS.get(detail["type"], _OTHER)
    values |= context
    return document.line(path), message.format(**values), fix.format(**values)


def _example(key: str) -> str:
    return str(_examples().get(key, f"{key}: …"))


@cache
def _examples() -> Any:  # noqa: ANN401 as YAML gives it
    return strict_yaml.own(EXAMPLES)
