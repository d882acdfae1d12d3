"""Show the site on this computer and build it again whenever a file changes: where only texts did, only their pages."""

import shutil
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from scripts import content, verify
from scripts.build import assets, build
from scripts.build.rounds import write_pages
from scripts.content import Content, Page, settings
from scripts.progress import Step
from scripts.report import Finding, Refused, Unable, has_errors
from scripts.words import phrase

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
# How often to look for changes, in seconds: a change shows within one.
OFTEN = 0.2
FILE = "index.html"

Show = Callable[[list[Finding]], None]


def serve(root: Path, port: int, show: Show, step: Step) -> None:
    """Serve the site in `root` at http://127.0.0.1:`port`/ until the person stops it; `show` gets the findings,
    and each `step` is told of.

    A change that cannot be built is shown in the terminal; readers keep the last good site.
    Raises `Unable` when the port is taken, `Refused` when the first build fails.
    """
    _require_free(port)
    target = root / ".cache" / "serve"
    target.parent.mkdir(exist_ok=True)
    site = _Site(root, target, f"http://127.0.0.1:{port}/", show, step)
    site.build()
    server = LiveReloadServer(site.follow, host="127.0.0.1", port=port, root=str(target), polling_interval=OFTEN)
    server.error_handler = lambda code: (target / "404.html").read_bytes() if code == 404 else None
    for name in WATCHED:
        server.watch(str(root / name))
    print(f"{site.address}  (Ctrl+C: stop)", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Unable(phrase("serve.taken", port=port, other=port + 1)) from error


@dataclass
class _Site:
    """The site at `target`, with the pages that it was built from and when each other file was last changed."""

    root: Path
    target: Path
    address: str
    show: Show
    step: Step
    pages: tuple[Page, ...] = ()
    times: dict[Path, int] = field(default_factory=dict)

    def build(self) -> None:
        """Build all of it. Raises `Refused`."""
        self.times = self._times()
        ours, _ = content.read(settings.of(self.root, site_url=self.address))
        self.show(build(self.root, self.target, published=False, step=self.step, site_url=self.address))
        self.pages = ours.pages

    def follow(self) -> None:
        """Build what changed since: only the pages whose text changed, when nothing else did."""
        try:
            config = settings.load(self.root, site_url=self.address)
            now, findings = content.read(settings.settings(config))
            if has_errors(findings):
                raise Refused(findings)
            pages = edited(self.pages, now.pages) if self._times() == self.times else None
            if pages is None:
                self.build()
            else:
                refresh(config, now, pages, self.target)
                self.pages = now.pages
        except Refused as refused:
            self.show(refused.findings)

    def _times(self) -> dict[Path, int]:
        every = (path for name in WATCHED for path in (self.root / name, *(self.root / name).rglob("*")))
        return {path: path.stat().st_mtime_ns for path in every if path.suffix not in (".md", ".pyc", "")}


def edited(before: tuple[Page, ...], after: tuple[Page, ...]) -> list[Page] | None:
    """Return the pages of `after` whose text is another than `before`; None when more than texts differs.

    A title or an address shows on other pages too; the text of a page shows only there.
    """
    frames = [[(page.path, page.address, page.meta) for page in pages] for pages in (before, after)]
    if frames[0] != frames[1]:
        return None
    return [page for old, page in zip(before, after, strict=True) if old.body != page.body]


def refresh(config: MkDocsConfig, ours: Content, pages: list[Page], target: Path) -> None:
    """Put `pages` of the content `ours` anew into the finished site at `target`.

    Raises `Refused` when one cannot be built or is not safe; `target` is then as it was.
    """
    config.extra |= {"content": ours, "only": frozenset(f"{page.locale}/{page.key}" for page in pages)}
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
        site = Path(folder, "site")
        config.site_dir = str(site)
        write_pages(config, len(pages))
        if findings := verify.acting(site, ours.settings.site_url):
            raise Refused(findings)
        for file in (site / assets.FOLDER).iterdir():  # what a text holds may bring other styles
            if file.is_file() and not (there := target / assets.FOLDER / file.name).exists():
                shutil.copyfile(file, there)
        for page in pages:
            shutil.copyfile(site / page.address / FILE, target / page.address / FILE)
