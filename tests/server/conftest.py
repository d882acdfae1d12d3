"""A small site behind a real nginx, over TLS, as readers of `server/nginx.conf` have it."""

import gzip
import http.client
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from scripts.build import policy
from tests import nginx

NAME = "localhost"
TEXT = (".html", ".css", ".js", ".svg", ".txt", ".xml", ".webmanifest", ".json")
FILES = {
    "index.html": "<!doctype html><title>home</title>" + "x" * 2000,
    "over/index.html": "<!doctype html><title>over</title>",
    "zoeken/index.html": "<!doctype html><title>zoeken</title>",
    "lessen/banaan/index.html": "<!doctype html><title>banaan</title>",
    "404.html": "<!doctype html><title>404</title>",
    "assets/style.0a1b2c3d.css": "p { color: red }",
    "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/site.webmanifest": "{}",
    "assets/search.js": "1",
    "pagefind/pagefind-worker.js": "1",
    "pagefind/fragment/nl_7d1cad4.pf_fragment": "1",
    "card.png": "1",
    "version.json": "{}",
    "sitemap.xml": "<x/>",
    ".well-known/security.txt": "Contact: https://example.org/",
    ".git/config": "secret",
}
KINDS = {"search": ["zoeken/"], "lesson": ["lessen/banaan/"]}


@dataclass(frozen=True)
class Answer:
    """What a host answered. Names of headers are in lower case; a name may be there twice."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for found, value in self.headers if found == name.lower()]

    def one(self, name: str) -> str:
        (value,) = self.all(name) or [""]
        return value


@dataclass(frozen=True)
class Host:
    """An nginx that runs: the folder with its configuration, and its ports."""

    place: Path
    port: int
    tls_port: int

    @property
    def current(self) -> Path:
        """The link to the release that readers see."""
        return self.place / "srv/current"

    def connect(self, name: str = NAME) -> http.client.HTTPSConnection:
        trusting = ssl._create_unverified_context()  # noqa: S323 our own certificate
        connection = http.client.HTTPSConnection(name, self.tls_port, context=trusting, timeout=10)
        connection.sock = trusting.wrap_socket(_local(self.tls_port), server_hostname=name)
        return connection

    def ask(self, path: str, method: str = "GET", *, plain: bool = False, **headers: str) -> Answer:
        """Ask for `path`; an underscore in the name of a header is a hyphen."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10) if plain else self.connect()
        sent = {"Host": NAME} | {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=sent)
            answer = connection.getresponse()
            found = [(name.lower(), value) for name, value in answer.getheaders()]
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


def _local(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def write(release: Path, files: dict[str, str]) -> Path:
    """Write `files` and the compressed twins of those that are text into the folder `release`, and return it."""
    for name, text in files.items():
        path = release / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if path.suffix in TEXT:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
            path.with_name(f"{path.name}.br").write_bytes(brotli.compress(text.encode()))
    return release


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The small site, on a host of its own."""
    place = tmp_path_factory.mktemp("nginx")
    release = write(place / "srv/releases/1", FILES)
    (release / "kinds.map").write_text(policy.nginx_kinds(KINDS))
    (release / "redirects.map").write_text(
        "/oud/ /over/;\n/weg.html /over/#daar;\n/l/kaart /over/;\n/l/kaart/ /over/;\n"
    )
    (place / "srv/current").symlink_to("releases/1")
    place.chmod(0o755)
    port, tls_port = nginx.free_ports(2)
    main = nginx.configured(place, NAME, port, tls_port)
    with nginx.running(main, tls_port):
        yield Host(place, port, tls_port)
