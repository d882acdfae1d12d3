"""`mkdocs.yml` holds only settings that the site knows.

MkDocs runs code that a tag in this file names, so this rule reads it first, with a reader that runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.checks.messages import finding
from scripts.report import Finding, Text
from scripts.rule_words import why
from scripts.schema.configuration import CONFIGURATION, EXTENSIONS, FROM_OUTSIDE
from scripts.schema.messages import explain
from scripts.strict_yaml import Document, Key, Tagged, TagProblem, YamlProblem, load

RULE = "configuration_is_known"
PATH = PurePath("mkdocs.yml")
ENV = "!ENV"
# Larger than any list of settings.
MOST_BYTES = 50_000
HOOKS = "scripts/hooks"
# Settings with a reason of their own to stay away.
REASONS: Mapping[str, str] = {
    **dict.fromkeys(("extra_javascript", "extra_css", "extra_templates"), "loaded"),
    **dict.fromkeys(("docs_dir", "site_dir"), "folder"),
    "INHERIT": "inherit",
    "macros": "macros",
    "pymdownx.snippets": "snippets",
    "pymdownx.emoji": "emoji",
    **dict.fromkeys(("md_in_html", "pymdownx.blocks.html", "pymdownx.extra", "extra"), "html"),
}


def check(root: Path) -> Iterator[Finding]:
    """Yield a finding for each setting in the `mkdocs.yml` of `root` that the site does not know. Nothing is run."""
    path = root / PATH
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(path)
        document = load(path.read_text(encoding="utf-8-sig"), tags={ENV})
    except (OSError, ValueError):
        yield finding(RULE, "unreadable", PATH, 1)
        return
    except TagProblem as problem:
        yield finding(RULE, "tag", PATH, problem.line)
        return
    except YamlProblem as problem:
        yield _plain(problem.line, problem.message, problem.fix)
        return
    outside = list(_outside(document, document.value, ()))
    yield from outside or _settings(root, document)


def _settings(root: Path, document: Document) -> Iterator[Finding]:
    value = _settled(document.value)
    try:
        CONFIGURATION.validate_python(value)
    except ValidationError as error:
        yield from dict.fromkeys(_misfits(error, document))
    settings = value if isinstance(value, dict) else {}
    for name, rule in (("hooks", partial(_hooks, root)), ("markdown_extensions", _extensions)):
        items = settings.get(name)
        if isinstance(items, list):
            yield from rule(items, document)


def _outside(document: Document, value: object, path: Key) -> Iterator[Finding]:
    """Yield a finding for each value that comes from the environment and may not."""
    if isinstance(value, Tagged):
        names = value.value if isinstance(value.value, list) else [value.value]
        if len(names) != 2 or names[0] != FROM_OUTSIDE.get(path) or not isinstance(names[1], str):
            yield finding(RULE, "environment", PATH, document.line(path), name=str(names[0])[:40] if names else "")
    for key, part in _parts(value):
        yield from _outside(document, part, (*path, key))


def _parts(value: object) -> list[tuple[str | int, object]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _settled(value: object) -> object:
    """Return `value` with what it says for when the environment says nothing."""
    if isinstance(value, Tagged):
        return value.value[-1] if isinstance(value.value, list) else None
    if isinstance(value, dict):
        return {key: _settled(part) for key, part in value.items()}
    return [_settled(part) for part in value] if isinstance(value, list) else value


def _misfits(error: ValidationError, document: Document) -> Iterator[Finding]:
    details = error.errors(include_url=False)
    for detail, (line, message, fix) in zip(details, explain(error, document), strict=True):
        case, name, known = _case(detail, document)
        yield finding(RULE, case, PATH, line, name=name, known=known) if case else _plain(line, message, fix)


def _case(detail: ErrorDetails, document: Document) -> tuple[str, str, str]:
    """Return the case that says why something does not fit, its name, what to type; no case if general words do."""
    match detail["loc"]:
        case (str(name),) if name in REASONS:
            return REASONS[name], name, ""
        case ("plugins", int(number), *_) if (name := _plugin(document, number)) != "i18n":
            return REASONS.get(name, "plugin"), name[:40], ""
        case (*_, last) if detail["type"] == "literal_error":
            first = re.split(", | or ", detail["ctx"]["expected"])[0]
            shown = first.lower() if first in ("True", "False") else first.strip("'")
            return ("fixed", str(last), f"{last}: {shown}") if isinstance(last, str) else ("fixed", "nav", f"- {shown}")
    return "", "", ""


def _plugin(document: Document, number: int) -> str:
    settings = document.value
    return _named(settings["plugins"][number])[0] if isinstance(settings, dict) else ""


def _named(item: object) -> tuple[str, object]:
    """Return name and options of an item in a list of plug-ins or extensions; no name when there is not just one."""
    if isinstance(item, dict):
        return next(iter(item.items())) if len(item) == 1 else (", ".join(item), None)
    return str(item), None


def _hooks(root: Path, hooks: list[object], document: Document) -> Iterator[Finding]:
    ours = sorted(path.name for path in (root / HOOKS).glob("*.py") if not path.name.startswith("_"))
    known = [f"{HOOKS}/{name}" for name in ours]
    for number, name in enumerate(hooks):
        if name not in known:
            line = document.line(("hooks", number))
            yield finding(RULE, "hook", PATH, line, name=str(name)[:80], known=", ".join(known))
    for name in known:
        if name not in hooks:
            yield finding(RULE, "hookless", PATH, document.line(("hooks",)), name=name)


def _extensions(items: list[object], document: Document) -> Iterator[Finding]:
    if not items or items[0] != next(iter(EXTENSIONS)):
        line = document.line(("markdown_extensions",))
        yield finding(RULE, "plain", PATH, line, name=next(iter(EXTENSIONS)))
    for number, item in enumerate(items):
        line = document.line(("markdown_extensions", number))
        name, options = _named(item)
        if name not in EXTENSIONS:
            case = REASONS.get(name, "extension")
            yield finding(RULE, case, PATH, line, name=name[:40], known=", ".join(EXTENSIONS))
        elif ({} if options is None else options) != EXTENSIONS[name]:
            shown = ", ".join(f"{key}: {str(value).lower()}" for key, value in EXTENSIONS[name].items())
            yield finding(
                RULE, "option", PATH, line, name=name, known=f"- {name}: {{{shown}}}" if shown else f"- {name}"
            )


def _plain(line: int, message: Text, fix: Text) -> Finding:
    return Finding(RULE, PATH, line, message, why(RULE), fix)
