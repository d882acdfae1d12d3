"""A real nginx for the tests of `server/`: one that is installed, or Debian's package."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import debian
from tests.conftest import ROOT

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "openssl")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MISSING = "The tests of server/ need nginx: install it, or say where it is with NGINX=/path/to/nginx make test"
# What stands around `server/nginx.conf` on Debian, but for the user and the places of files.
AROUND = """{modules}
daemon off;
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
# Where Debian puts it; not everybody's PATH has that.
PLACES = ":/usr/sbin"
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find() -> str | None:
    """Return the path of an nginx on this computer; the variable NGINX goes first."""
    return shutil.which(os.environ.get("NGINX", "nginx"), path=os.environ.get("PATH", "") + PLACES)


def configured(place: Path, name: str, port: int, tls_port: int) -> Path:
    """Write into `place` the configuration in `server/` for the host `name`, and return the file to start with.

    The release that readers see is `place/srv/current`; the certificate is made here and nobody trusts it.
    """
    site = place / "site"
    site.mkdir()
    for path in (ROOT / "server").glob("*.conf"):
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if "[::]" not in line]  # not every machine has IPv6
        text = "\n".join(lines).replace("/srv/site", str(place / "srv")).replace("/srv/acme", str(place / "acme"))
        text = text.replace("/etc/letsencrypt/live/example.org", str(place)).replace("example.org", name)
        text = re.sub(r"listen (80|8080)\b", f"listen 127.0.0.1:{port}", text)
        text = re.sub(r"listen 443\b", f"listen 127.0.0.1:{tls_port}", text)
        (site / path.name).write_text(text + "\n", encoding="utf-8")
    if not BROTLI.exists():
        (site / "brotli.conf").unlink()
    main = place / "nginx.conf"
    modules = f"load_module {BROTLI};" if BROTLI.exists() else ""
    if os.geteuid() == 0:
        modules += "\nuser root;"  # the folders of a test are its own
    paths = "\n    ".join(f"{kind}_temp_path {place}/{kind};" for kind in PATHS)
    main.write_text(AROUND.format(place=place, modules=modules, paths=paths))
    words = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}"]
    files = ["-keyout", str(place / "privkey.pem"), "-out", str(place / "fullchain.pem")]
    subprocess.run(["openssl", "req", "-x509", "-days", "2", *words, *files], check=True, capture_output=True)  # noqa: S607
    return main


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on at this moment."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


@contextmanager
def running(main: Path, port: int, user: str | None = None) -> Iterator[None]:
    """Run nginx with the configuration `main` until the block ends; it answers on `port` when the block begins."""
    program = find()
    assert program, MISSING
    command = [program, "-c", str(main), "-e", "stderr", "-g", "daemon off;"]
    if "daemon off" in main.read_text(encoding="utf-8"):
        command = command[:-2]
    log = main.with_suffix(".log")
    with log.open("wb") as said, subprocess.Popen(command, stderr=said, user=user) as process:
        try:
            _wait(port, process, log)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError(log.read_text())


if __name__ == "__main__":
    debian.ensure(find, PACKAGES, MISSING)
