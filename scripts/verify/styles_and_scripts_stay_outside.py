"""No page holds a style or a script itself, so that the policy of the server can forbid both (CSP Level 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

import ada_url

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import LINKED_DATA, Page

PROMISE = "styles_and_scripts_stay_outside"
POLICY = "content-security-policy"
RUNNING = "javascript:"
ADDRESSES = frozenset("href src action formaction data xlink:href".split())


def check(page: Page) -> Iterator[Finding]:
    """Yield a finding for each style, script, handler, running address and weak policy in `page`."""
    path = PurePath(page.name)
    for node in page.document.css("*"):
        element, attributes = node.tag or "", node.attributes
        if element == "style" or (element == "script" and _is_inside(attributes)):
            yield finding(PROMISE, "element", path, 1, element=element)
        for name in attributes:
            if name == "style" or name.startswith("on"):
                yield finding(PROMISE, "attribute", path, 1, element=element, name=name)
            elif name in ADDRESSES and _runs(attributes[name] or ""):
                yield finding(PROMISE, "address", path, 1, element=element, name=name)
        if element == "meta" and _is_weak(attributes):
            yield finding(PROMISE, "policy", path, 1)


def _is_inside(script: Mapping[str, str | None]) -> bool:
    return "src" not in script and script.get("type") != LINKED_DATA


def _runs(value: str) -> bool:
    # Cheap first: few addresses have the word in them, once the characters that a browser skips are gone.
    if "script" not in "".join(value.split()).lower():
        return False
    try:
        return ada_url.join_url("https://here.invalid/", value).startswith(RUNNING)
    except ValueError:
        return False


def _is_weak(attributes: Mapping[str, str | None]) -> bool:
    is_policy = (attributes.get("http-equiv") or "").lower().startswith(POLICY)
    return is_policy and "'unsafe-" in (attributes.get("content") or "").lower()
