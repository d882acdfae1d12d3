"""Names: each file below `assets/` is named after what is in it, so that a browser may keep it for ever.

`style.css` becomes `style.1f2e3d4c.css`, and all that refers to it follows: pages, style sheets, scripts, the manifest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

from scripts.optimise.pages import Edit, Page, Site, attribute
from scripts.report import Text, Unable

ASSETS = "assets"
# What may refer to other files, always between quotes or in url(): CSS, imports of scripts, the manifest.
REFERRING = frozenset({".css", ".js", ".webmanifest"})
REFERENCE = re.compile(r"""(?<=["'(])[^"'()\s?#]+\.\w+(?=[?#"')])""")
HASHED = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")
# What a page asks for later on: a script of ours fetches the two.
LATER = SCRIPT_LATER, STYLE_LATER = "data-script", "data-style"
ATTRIBUTES = ("href", "src", "srcset", "poster", *LATER)
CIRCLE = Text(
    "Deze bestanden verwijzen naar elkaar in een kring, dus geen ervan kan naar zijn inhoud heten: {files}. Laat een "
    "van de verwijzingen weg.",
    "These files refer to each other in a circle, so none can be named after what is in it: {files}. Take one of the "
    "references out.",
)


def step(site: Site) -> Edit:
    """Rename the assets of the `site`, and return what makes a page refer to them by their new names.

    Raises `Unable` when assets refer to each other in a circle.
    """
    return partial(_refer, names=renamed(site.folder))


def renamed(folder: Path) -> dict[str, str]:
    """Rename the assets in `folder`, and return each new address by the old one, both relative to `folder`."""
    files = sorted(path for path in (folder / ASSETS).rglob("*") if path.is_file())
    addresses = {path.relative_to(folder).as_posix(): path for path in files}
    needs = {
        address: sorted(references(path, folder)) if path.suffix in REFERRING else []
        for address, path in addresses.items()
    }
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        raise Unable(CIRCLE.format(files=", ".join(error.args[1]))) from error
    found: dict[str, str] = {}
    for address in order:
        found[address] = _rename(address, addresses[address], found)
    return found


def references(path: Path, folder: Path) -> set[str]:
    """Return the assets in `folder` that the file `path` refers to, relative to `folder`."""
    here = path.relative_to(folder).as_posix()
    found = (_joined(here, match[0]) for match in REFERENCE.finditer(path.read_text(encoding="utf-8")))
    return {address for address in found if address.startswith(f"{ASSETS}/") and (folder / address).is_file()} - {here}


def reached(addresses: Iterable[str], folder: Path) -> set[str]:
    """Return the files in `folder` at `addresses`, and every asset that they refer to, by way of others too."""
    found = set(addresses)
    waiting = sorted(found)
    while waiting:
        path = folder / waiting.pop()
        new = references(path, folder) - found if path.suffix in REFERRING else set[str]()
        found |= new
        waiting += sorted(new)
    return found


def _rename(address: str, path: Path, names: Mapping[str, str]) -> str:
    data = path.read_bytes()
    if path.suffix in REFERRING:
        text = data.decode()
        data = REFERENCE.sub(lambda match: _renewed(match[0], names.get(_joined(address, match[0]))), text).encode()
        path.write_bytes(data)
    name = HASHED.sub("", path.name)
    stem, dot, suffix = name.rpartition(".")
    new = path.with_name(f"{stem}.{sha256(data).hexdigest()[:8]}{dot}{suffix}")
    path.rename(new)
    return join(dirname(address), new.name)


def _joined(here: str, reference: str) -> str:
    return normpath(join(dirname(here), reference))


def _renewed(reference: str, new: str | None) -> str:
    """Return `reference` with its last part as in the address `new`, if there is one."""
    return join(dirname(reference), new.rpartition("/")[2]) if new else reference


def _refer(page: Page, names: Mapping[str, str]) -> None:
    for name in ATTRIBUTES:
        for node in page.tree.css(f"[{name}*='{ASSETS}/']"):
            parts = re.split(r"([\s,?#]+)", attribute(node, name))
            followed = [_renewed(part, names.get(page.inside(part, names) or "")) for part in parts]
            node.attrs[name] = "".join(followed)
