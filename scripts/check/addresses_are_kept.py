"""An address that was published is there for ever, or leads to what took its place (`published.txt`)."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePath

from scripts.content import Content, promises
from scripts.report import Finding
from scripts.words import finding

RULE = "addresses_are_kept"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield an error for each published address that is gone without a redirect, and for each redirect to nowhere."""
    lines = {address: number for number, address in enumerate(promises.published(content.settings.root), 1)}
    there = sorted(promises.addresses(content))
    for address in promises.lost(content):
        near = get_close_matches(address, there, n=1, cutoff=0.3)
        case = "step" if "#" in address else "address"
        close = near[0] if near else "…"
        yield finding(RULE, case, PurePath(promises.FILE), lines[address], address=address, close=close)
    for old, new in content.redirects.items():
        if new not in there:
            yield finding(RULE, "nowhere", *content.listed("redirects", old), new=new)
        elif old in there:
            yield finding(RULE, "taken", *content.listed("redirects", old), old=old)
