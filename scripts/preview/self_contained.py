"""Pages cut loose from their site, to stand together in one file: pictures inside, ids of their own, no controls.

What may stay is what the last wall lets stand in a text (`verify/harmless.py`), so nothing that acts comes along.
"""

import base64
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.verify.harmless import ATTRIBUTES, ELEMENTS, leads_on

REGIONS = ("aside", "nav", "section")  # many regions of one name help nobody
KEPT = ELEMENTS | {"article", "fieldset", "header", "legend", *REGIONS}
# One picture of each is enough, and it is there at once.
LEFT_OUT = ("decoding", "loading", "sizes", "srcset")
IDS = ("id", "aria-labelledby")
HERE = "https://here.invalid/"


@dataclass(frozen=True)
class Cutter:
    """Cuts pages out of the built `site`; `prefixes` has, by address, what the ids of each page will begin with."""

    site: Path
    prefixes: Mapping[str, str]

    def page(self, address: str) -> Markup:
        """Return what stands in the page at `address` between header and footer, able to stand elsewhere."""
        tree = LexborHTMLParser((self.site / address / "index.html").read_text(encoding="utf-8"))
        main = tree.css("main")[0]
        while strange := next((node for node in main.css("*") if node != main and node.tag not in KEPT), None):
            strange.decompose()
        for node in main.css("*"):
            self._cut(node, address)
        return Markup(main.inner_html)  # noqa: S704 the build has escaped and sanitised it

    def _cut(self, node: LexborNode, address: str) -> None:
        values = dict[str, str | None]()
        for name, text in node.attributes.items():
            value = text or ""
            if name not in ATTRIBUTES or name in LEFT_OUT:
                values[name] = None
            elif name == "href":
                values |= self._link(value, address)
            elif name == "src":
                values[name] = self._picture(value, address)
            elif name in IDS:
                values[name] = " ".join(f"{self.prefixes[address]}-{word}" for word in value.split())
        if node.tag in REGIONS:
            values |= {"aria-label": None, "aria-labelledby": None, "role": "none"}
        for name, new in values.items():
            node.attrs[name] = new or ""
            if new is None:
                del node.attrs[name]

    def _link(self, value: str, address: str) -> Mapping[str, str | None]:
        target = urljoin(HERE + address, value) if leads_on(value) else HERE
        if not target.startswith(HERE):
            # Written out: what begins with // is a folder of this computer for a page that is opened from disk.
            return {"href": target, "title": target}
        found = urlsplit(target)
        place = found.path.lstrip("/")
        if place in self.prefixes and leads_on(value):
            return {"href": f"#{self.prefixes[place]}" + (found.fragment and f"-{found.fragment}")}
        return {"href": None, "title": target.removeprefix(HERE[:-1])}

    def _picture(self, value: str, address: str) -> str | None:
        target = urljoin(HERE + address, value)
        path = (self.site / unquote(urlsplit(target).path).lstrip("/")).resolve()
        kind = mimetypes.guess_type(path.name, strict=False)[0]
        ours = target.startswith(HERE) and path.is_relative_to(self.site.resolve()) and path.is_file()
        return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}" if ours and kind else None
