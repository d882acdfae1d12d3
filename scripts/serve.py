"""Show the site on this computer and build it again whenever a file changes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path, PurePath

from mkdocs.livereload import LiveReloadServer

from scripts.build import build
from scripts.report import Finding, Refused, Text

WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")


def serve(root: Path, port: int, show: Callable[[list[Finding]], None]) -> None:
    """Serve the site in `root` at http://127.0.0.1:`port`/ until the person stops it; `show` gets the findings.

    A change that cannot be built is shown in the terminal; readers keep the last good site.
    Raises `Refused` when the port is taken or the first build fails.
    """
    _require_free(port)
    target = root / ".cache" / "serve"
    target.parent.mkdir(exist_ok=True)
    address = f"http://127.0.0.1:{port}/"

    def rebuild() -> None:
        try:
            show(build(root, target, site_url=address))
        except Refused as refused:
            show(refused.findings)

    show(build(root, target, site_url=address))
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
        except OSError as error:
            raise Refused([_port_taken(port)]) from error


def _port_taken(port: int) -> Finding:
    return Finding(
        "port_is_free",
        PurePath("Makefile"),
        1,
        Text(f"Poort {port} is al in gebruik.", f"Port {port} is taken."),
        Text("Twee programma's kunnen niet op één adres luisteren.", "Two programs cannot listen at one address."),
        Text(
            f"Stop het andere programma, of typ: make serve PORT={port + 1}",
            f"Stop the other program, or type: make serve PORT={port + 1}",
        ),
    )
