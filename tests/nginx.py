"""A real nginx with the configuration in `server/`, and how to ask it something."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool

from tests import programs
from tests.conftest import ROOT

NAME = "localhost"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# What stands around `server/nginx.conf` on Debian, but for the user and the places of files.
AROUND = """{modules}
pid {place}/pid;
error_log stderr warn;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    ssl_prefer_server_ciphers on;
    gzip on;
    {paths}
    include site/nginx.conf;
}}
"""
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Host:
    """The site behind nginx: the folder with its configuration, and its ports without and with TLS."""

    place: Path
    port: int
    tls_port: int

    @property
    def current(self) -> Path:
        """The link to the release that readers see."""
        return self.place / "srv/current"

    def ask(
        self, path: str, method: str = "GET", *, name: str = NAME, plain: bool = False, **headers: str
    ) -> BaseHTTPResponse:
        """Ask for `path`, trusting any certificate; an underscore in the name of a header is a hyphen."""
        sent = {"Host": name} | {key.replace("_", "-"): value for key, value in headers.items()}
        pool = HTTPConnectionPool("127.0.0.1", self.port, timeout=10)
        if not plain:
            trusting = partial(HTTPSConnectionPool, cert_reqs="CERT_NONE", assert_hostname=False)
            pool = trusting("127.0.0.1", self.tls_port, timeout=10, server_hostname=name)
        with pool:
            return pool.request(method, path, headers=sent, redirect=False, retries=False, decode_content=False)


def configured(place: Path) -> Host:
    """Write into `place` the configuration in `server/`, and return the host that runs by it.

    The release that readers see is `place/srv/current`; the certificate is made here and nobody trusts it.
    """
    host = Host(place, free_port(), free_port())
    (place / "site").mkdir()
    for path in (ROOT / "server").glob("*.conf"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(line for line in lines if "[::]" not in line)  # not every machine has IPv6
        text = text.replace("/srv/site", f"{place}/srv").replace("/srv/acme", f"{place}/acme")
        text = text.replace("/etc/letsencrypt/live/example.org", str(place)).replace("example.org", NAME)
        text = re.sub(r"listen (80|8080)\b", f"listen 127.0.0.1:{host.port}", text)
        text = re.sub(r"listen 443\b", f"listen 127.0.0.1:{host.tls_port}", text)
        (place / "site" / path.name).write_text(text, encoding="utf-8")
    modules = "user root;" if os.geteuid() == 0 else ""  # the folders of a test are its own
    if BROTLI.exists():
        modules += f"\nload_module {BROTLI};"
    else:
        (place / "site/brotli.conf").unlink()
    paths = "\n    ".join(f"{kind}_temp_path {place}/{kind};" for kind in PATHS)
    (place / "nginx.conf").write_text(AROUND.format(place=place, modules=modules, paths=paths))
    words = f"req -x509 -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN={NAME}".split()
    files = ["-keyout", str(place / "privkey.pem"), "-out", str(place / "fullchain.pem")]
    subprocess.run(["openssl", *words, *files], check=True, capture_output=True)  # noqa: S607
    return host


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(host: Host, user: str | None = None) -> Iterator[Host]:
    """Run `host` until the block ends, as `user` or else as who runs the tests."""
    command = [programs.need("nginx"), "-c", str(host.place / "nginx.conf"), "-e", "stderr", "-g", "daemon off;"]
    log = host.place / "log"
    with log.open("wb") as said, subprocess.Popen(command, stderr=said, user=user) as process:
        try:
            end = time.monotonic() + 20
            while not _listens(host.port):
                assert time.monotonic() < end and process.poll() is None, log.read_text()
                time.sleep(0.02)
            yield host
        finally:
            process.terminate()
            process.wait(timeout=20)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
