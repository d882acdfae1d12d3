"""A static host as simple as they come: files, a 404 page, and nothing else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def hosted(site: Path, path: str = "/") -> Iterator[str]:
    """Serve the folder `site` below `path` on a free port and yield the address, with a slash at the end."""

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, asked: str) -> str:
            asked = asked.split("?")[0].split("#")[0]
            inside = asked.removeprefix(path) if asked.startswith(path) else "outside the site"
            return str(site / inside) + ("/" if inside.endswith("/") else "")

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (site / "404.html").read_bytes()
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{path}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
