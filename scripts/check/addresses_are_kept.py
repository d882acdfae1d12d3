"""An address that was published is there for ever, or leads to what took its place (`published.txt`)."""

from collections.abc import Collection
from pathlib import PurePath

from scripts.check.rule import Content, Fault, Faults, closest, error
from scripts.content import promises


def check_content(content: Content) -> Faults:
    """Yield an error for each published address that is gone without a redirect, and for each redirect to nowhere.

    Where most of them are gone, the list is that of another site, and one error says so.
    """
    path, published, lost = PurePath(promises.FILE), promises.published(content.settings.root), promises.lost(content)
    there = promises.addresses(content)
    if len(lost) * 2 > len(published):
        yield error("others", path, count=len(published), lost=len(lost))
    else:
        lines = {address: number for number, address in enumerate(published, 1)}
        yield from (_gone(content, path, lines[address], address, there) for address in lost)
    for old, new in content.redirects.items():
        if new not in there:
            yield error("nowhere", *content.listed("redirects", old), new=new)
        elif old in there:
            yield error("taken", *content.listed("redirects", old), old=old)


def _gone(content: Content, path: PurePath, line: int, address: str, there: Collection[str]) -> Fault:
    """Return what to do about `address`: where its page is now is told only when there is no doubt."""
    if "#" in address:
        return error("step", path, line, address=address)
    alike = [one for one in there if one.endswith("/") == address.endswith("/") and "#" not in one]
    alike = [one for one in alike if _language(content, one) == _language(content, address)]
    same = [one for one in alike if _last(one) == _last(address)]
    longer = [one for one in alike if set(_last(one).split("-")) > set(_last(address).split("-"))]
    if close := closest(address, (), same, longer):
        return error("moved", path, line, address=address, close=close)
    return error("gone", path, line, address=address)


def _language(content: Content, address: str) -> str:
    first = address.split("/")[0]
    return first if first in content.settings.locales[1:] else content.settings.default_locale


def _last(address: str) -> str:
    return address.strip("/").split("/")[-1]
