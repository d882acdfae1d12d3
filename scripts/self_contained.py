"""Pages cut loose from their site, to stand together in one file: pictures inside, ids of their own, no controls."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import allowed

# What asks something of a reader, runs, or brings in a file of its own. Without its sources, <picture> is its <img>.
DROPPED = (
    "audio, base, button, dialog, embed, foreignObject, form, iframe, input, link, meta, noscript, object, script,"
    " select, source, style, template, textarea, track, video"
)
GONE = re.compile("(on|data|form|popover).*|autofocus|background|download|loading|ping|rel|sizes|srcset|style|target")
# Attributes whose words are ids (HTML; WAI-ARIA 1.2), and those of SVG that refer to an element.
IDS = re.compile("id|for|headers|aria-(activedescendant|controls|describedby|details|errormessage|labelledby|owns)")
PAINTS = re.compile("clip-path|fill|filter|marker-(end|mid|start)|mask|stroke")
PAINT = re.compile(r"url\(\s*[\"']?#?([^\"')]*)[\"']?\s*\)", re.IGNORECASE)
INSIDE = allowed.HERE.rstrip("/")


@dataclass(frozen=True)
class Cutter:
    """Cuts pages out of the built `site`; `prefixes` has, by address, what the ids of each page will begin with."""

    site: Path
    prefixes: Mapping[str, str]

    def page(self, address: str) -> Markup:
        """Return what stands in the page at `address` between header and footer, able to stand elsewhere."""
        main = self._tree(address).css("main")[0]
        while found := main.css_first(DROPPED):
            found.decompose()
        for node in main.css("*"):
            self._cut(node, address)
        return Markup(main.inner_html)  # noqa: S704 the build has escaped and sanitised it

    def _tree(self, address: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.site / address / "index.html").read_text(encoding="utf-8"))

    def _cut(self, node: LexborNode, address: str) -> None:
        own = self.prefixes[address]
        if node.tag in ("nav", "section", "aside"):  # many regions of one name help nobody
            _set(node, {"aria-label": None, "aria-labelledby": None, "role": "none"})
        for name, text in node.attributes.items():
            value = text or ""
            if GONE.fullmatch(name):
                _set(node, {name: None})
            elif name in ("href", "xlink:href"):
                _set(node, self._link(name, value, address, node.tag == "a"))
            elif name == "src":
                _set(node, {name: self._picture(value, address)})
            elif IDS.fullmatch(name):
                _set(node, {name: " ".join(f"{own}-{word}" for word in value.split())})
            elif PAINTS.fullmatch(name):
                _set(node, {name: PAINT.sub(rf"url(#{own}-\g<1>)", value)})

    def _link(self, name: str, value: str, address: str, follows: bool) -> Mapping[str, str | None]:
        url = allowed.parsed(value, address)
        if url is None or not allowed.address(value):
            return {name: None}
        if url.origin != INSIDE:
            # Written out: what begins with // is a folder of this computer for a page that is opened from disk.
            return {name: url.href, "title": url.href} if follows else {name: None}
        target = url.pathname.lstrip("/")
        if target in self.prefixes:
            return {name: f"#{self.prefixes[target]}" + (url.hash and f"-{url.hash[1:]}")}
        return {name: None, "title": f"/{target}{url.hash}"}

    def _picture(self, value: str, address: str) -> str | None:
        url = allowed.parsed(value, address)
        path = self._files.get(unquote(url.pathname)) if url and url.origin == INSIDE else None
        kind = mimetypes.guess_type(path.name, strict=False)[0] if path else None
        return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}" if path and kind else None

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        return {f"/{path.relative_to(self.site).as_posix()}": path for path in self.site.rglob("*") if path.is_file()}


def _set(node: LexborNode, values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        node.attrs[name] = value or ""
        if value is None:
            del node.attrs[name]
