"""An address that was published is there for ever, or leads to what took its place (`published.txt`)."""

from pathlib import PurePath

from scripts.check.rule import Content, Faults, closest, error
from scripts.content import promises


def check_content(content: Content) -> Faults:
    """Yield an error for each published address that is gone without a redirect, and for each redirect to nowhere."""
    lines = {address: number for number, address in enumerate(promises.published(content.settings.root), 1)}
    there = sorted(promises.addresses(content))
    for address in promises.lost(content):
        case, close = "step" if "#" in address else "address", closest(address, there, cutoff=0.3) or "…"
        yield error(case, PurePath(promises.FILE), lines[address], address=address, close=close)
    for old, new in content.redirects.items():
        if new not in there:
            yield error("nowhere", *content.listed("redirects", old), new=new)
        elif old in there:
            yield error("taken", *content.listed("redirects", old), old=old)
