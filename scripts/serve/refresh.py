"""Only the pages whose text changed, built again: for who writes with the site beside it."""

import dataclasses
import shutil
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts import verify
from scripts.build import assets
from scripts.build.rounds import write_pages
from scripts.content import Content, Page
from scripts.report import Refused

FILE = "index.html"


def edited(before: Content, after: Content) -> list[Page] | None:
    """Return the pages of `after` whose text is another than `before`; None when more than texts differs.

    A title, an address or a list shows on other pages too; the text of a page shows only there.
    """
    if _frame(before) != _frame(after):
        return None
    return [page for old, page in zip(before.pages, after.pages, strict=True) if old.body != page.body]


def _frame(content: Content) -> list[object]:
    lists = [field.name for field in dataclasses.fields(content) if field.name not in ("pages", "settings")]
    return [getattr(content, name) for name in lists] + [(page.path, page.address, page.meta) for page in content.pages]


def refresh(config: MkDocsConfig, content: Content, pages: list[Page], target: Path) -> None:
    """Put `pages` of the `content` anew into the finished site at `target`.

    Raises `Refused` when one cannot be built or is not safe; `target` is then as it was.
    """
    only = frozenset(f"{page.locale}/{page.key}" for page in pages)
    config.extra |= {"content": content, "only": only}
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
        site = Path(folder, "site")
        config.site_dir = str(site)
        write_pages(config, len(pages))
        if findings := verify.acting(site, content.settings.site_url):
            raise Refused(findings)
        for file in (site / assets.FOLDER).iterdir():  # what a text holds may bring other styles
            if file.is_file() and not (there := target / assets.FOLDER / file.name).exists():
                shutil.copyfile(file, there)
        for page in pages:
            shutil.copyfile(site / page.address / FILE, target / page.address / FILE)
