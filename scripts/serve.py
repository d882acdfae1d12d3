"""Show the site on this computer and build it again whenever a file changes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from scripts.build import build
from scripts.report import Finding, Refused, Text, Unable

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")


def serve(root: Path, port: int, show: Callable[[list[Finding]], None]) -> None:
    """Serve the site in `root` at http://127.0.0.1:`port`/ until the person stops it; `show` gets the findings.

    A change that cannot be built is shown in the terminal; readers keep the last good site.
    Raises `Unable` when the port is taken, `Refused` when the first build fails.
    """
    _require_free(port)
    target = root / ".cache" / "serve"
    target.parent.mkdir(exist_ok=True)
    address = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        try:
            show(build(root, target, published=False, site_url=address))
        except Refused as refused:
            show(refused.findings)

    show(build(root, target, published=False, site_url=address))
    server = LiveReloadServer(builder=rebuild, host="127.0.0.1", port=port, root=str(target))
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


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Unable(
                Text(
                    f"Poort {port} is niet vrij: stop wat daar luistert, of typ: make serve PORT={port + 1}",
                    f"Port {port} is not free: stop what listens there, or type: make serve PORT={port + 1}",
                )
            ) from error
