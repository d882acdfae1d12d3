"""Scripts: our own without comments and white space. Names stay, so that a fault in a browser can still be read."""

from __future__ import annotations

import rjsmin

from scripts.optimise.names import ASSETS
from scripts.optimise.pages import Edit, Site


def step(site: Site) -> Edit:
    """Write the scripts of the `site` shorter; nothing changes on pages."""
    for path in sorted((site.folder / ASSETS).rglob("*.js")):
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
    return lambda page: None
