"""Make the finished site lighter: an ordered list of steps over its folder, one step, one file.

Every page looks and reads as before. A site that is light already stays as it is, byte for byte.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from scripts import digest
from scripts.disk import in_one_sentence
from scripts.optimise import markup, names, pages, pictures, scripts, styles, twins, unneeded
from scripts.optimise.pages import Edit, Site
from scripts.report import Text, Unable
from scripts.swap import beside, swap

CACHE = ".cache/optimise"
# What looks at the whole site, changes its files, and returns what is to change on each page. Names come after all
# that changes a file, as they follow from what is in it.
PAGE_STEPS: tuple[Callable[[Site], Edit], ...] = (styles.step, scripts.step, pictures.step, names.step, markup.step)
# What needs the pages as they are in the end. A twin comes after the last change of its file.
FILE_STEPS: tuple[Callable[[Site], None], ...] = (unneeded.step, twins.step)
MISSING = Text(
    "Er is geen gebouwde site in {target}. Bouw hem eerst: python -m scripts build",
    "There is no built site in {target}. Build it first: python -m scripts build",
)


def optimise(folder: Path, cache: Path) -> None:
    """Make the site in `folder` lighter, in place: no reader may see the folder yet. `cache` keeps what takes time."""
    site = Site(folder, cache)
    pages.rewrite(site, [step(site) for step in PAGE_STEPS])
    for step in FILE_STEPS:
        step(site)


def replace(target: Path, cache: Path) -> None:
    """Put a lighter copy of the site at `target` in its place; until then, `target` is as it was.

    Raises `Unable` when there is no site at `target`.
    """
    if not (target / "index.html").is_file():
        raise Unable(MISSING.format(target=target))
    whole = target.resolve()
    with in_one_sentence(str(target)), beside(whole) as folder:
        site = folder / "site"
        shutil.copytree(whole, site)
        optimise(site, cache)
        digest.renew_version(site)
        swap(site, whole)
