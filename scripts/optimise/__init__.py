"""Make the finished site lighter: an ordered list of steps over its folder, one step, one file.

Every page looks and reads as before. A site that is light already stays as it is, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.optimise import markup, names, pages, scripts, styles, twins, unneeded
from scripts.optimise.pages import Edit, Site

CACHE = ".cache/optimise"
# What looks at the whole site, changes its files, and returns what is to change on each page. Names come after all
# that changes a file, as they follow from what is in it.
PAGE_STEPS: tuple[Callable[[Site], Edit], ...] = (styles.step, scripts.step, names.step, markup.step)
# What needs the pages as they are in the end. A twin comes after the last change of its file.
FILE_STEPS: tuple[Callable[[Site], None], ...] = (unneeded.step, twins.step)


def optimise(folder: Path, cache: Path) -> None:
    """Make the site in `folder` lighter, in place: no reader may see the folder yet. `cache` keeps what takes time."""
    site = Site(folder, cache)
    pages.rewrite(site, [step(site) for step in PAGE_STEPS])
    for step in FILE_STEPS:
        step(site)
