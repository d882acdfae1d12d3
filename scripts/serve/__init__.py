"""Show the site on this computer and build it again whenever a file changes."""

import socket
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from scripts import content
from scripts.build import build
from scripts.content import Content, settings
from scripts.progress import Step
from scripts.report import Finding, Refused, Unable, has_errors
from scripts.serve.refresh import edited, refresh
from scripts.words import phrase

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
# How often to look for changes, in seconds: a change shows within one.
OFTEN = 0.2

Show = Callable[[list[Finding]], None]
Times = dict[Path, int]


def serve(root: Path, port: int, show: Show, step: Step) -> None:
    """Serve the site in `root` at http://127.0.0.1:`port`/ until the person stops it; `show` gets the findings,
    and each `step` is told of.

    A change that cannot be built is shown in the terminal; readers keep the last good site.
    Raises `Unable` when the port is taken, `Refused` when the first build fails.
    """
    _require_free(port)
    target = root / ".cache" / "serve"
    target.parent.mkdir(exist_ok=True)
    address = f"http://127.0.0.1:{port}/"
    site = _Site(root, target, address, show, step)
    site.build()
    server = LiveReloadServer(
        builder=site.follow, host="127.0.0.1", port=port, root=str(target), polling_interval=OFTEN
    )
    server.error_handler = lambda code: (target / "404.html").read_bytes() if code == 404 else None
    for name in WATCHED:
        server.watch(str(root / name))
    print(f"{address}  (Ctrl+C: stop)", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


class _Site:
    """The site at `target`, and the files and texts that it was built from."""

    def __init__(self, root: Path, target: Path, address: str, show: Show, step: Step) -> None:
        self.root, self.target, self.address, self.show, self.step = root, target, address, show, step
        self.times = Times()
        self.content: Content | None = None

    def build(self) -> None:
        """Build all of it. Raises `Refused`."""
        self.times = self._times()
        config = settings.load(self.root, site_url=self.address)
        self.show(build(self.root, self.target, published=False, step=self.step, site_url=self.address))
        self.content, _ = content.read(settings.settings(config))

    def follow(self) -> None:
        """Build what changed since: only the pages whose text changed, when nothing else did."""
        try:
            if not self._refresh():
                self.build()
        except Refused as refused:
            self.show(refused.findings)

    def _refresh(self) -> bool:
        config = settings.load(self.root, site_url=self.address)
        now, findings = content.read(settings.settings(config))
        if has_errors(findings):
            raise Refused(findings)
        if self.content is None or self._times() != self.times or (pages := edited(self.content, now)) is None:
            return False
        refresh(config, now, pages, self.target)
        self.content = now
        return True

    def _times(self) -> Times:
        """Return when each file was last changed that is no page."""
        every = (path for name in WATCHED for path in (self.root / name, *(self.root / name).rglob("*")))
        return {path: path.stat().st_mtime_ns for path in every if path.suffix not in (".md", ".pyc", "")}


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Unable(phrase("serve.taken", port=port, other=port + 1)) from error
