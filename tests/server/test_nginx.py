"""What nginx answers with the configuration in `server/`: headers, compressed files, redirects, and switches."""

import gzip
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import ProtocolError, SSLError

from scripts.build import policy
from scripts.deploy.bucket import HASHED, KEPT_FOR_EVER, NEVER_KEPT
from tests import nginx
from tests.conftest import ROOT
from tests.nginx import Host

SERVER = ROOT / "server"
STYLE = "/assets/style.0a1b2c3d.css"
TEXT = (".atom", ".html", ".css", ".ics", ".js", ".svg", ".txt", ".webmanifest")
FILES = {
    "index.html": "<!doctype html><title>home</title>" + "x" * 2000,
    "over/index.html": "<!doctype html><title>over</title>",
    "zoeken/index.html": "<!doctype html><title>zoeken</title>",
    "lessen/index.html": "<!doctype html><title>lessen</title>",
    "lessen/banaan/index.html": "<!doctype html><title>banaan</title>",
    "quiz/index.html": "<!doctype html><title>quiz</title>",
    "404.html": "<!doctype html><title>404</title>",
    STYLE[1:]: "p { color: red }",
    "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/site.webmanifest": "{}",
    "agenda.ics": "BEGIN:VCALENDAR",
    "nieuws.atom": "<feed/>",
    "assets/search.js": "1",
    "pagefind/pagefind-worker.js": "1",
    "pagefind/fragment/nl_7d1cad4.pf_fragment": "1",
    "card.png": "1",
    ".well-known/security.txt": "Contact: https://example.org/",
    ".git/config": "secret",
}
KINDS = {"search": ["zoeken/"], "lessons": ["lessen/"], "lesson": ["lessen/banaan/"], "quiz": ["quiz/"]}
HTML, SCRIPT = "text/html; charset=utf-8", "application/javascript; charset=utf-8"
# What is asked; the status that comes back, and the kind of page whose policy does; the type, or where a redirect
# leads, which names no host, no port and no scheme.
ANSWERS = [
    ("GET /", 200, policy.PLAIN, HTML),
    ("HEAD /", 200, policy.PLAIN, HTML),
    (f"GET {STYLE}", 200, policy.PLAIN, "text/css; charset=utf-8"),
    ("GET /assets/search.js", 200, policy.PLAIN, SCRIPT),
    ("GET /assets/icon.svg", 200, policy.PLAIN, "image/svg+xml; charset=utf-8"),
    ("GET /agenda.ics", 200, policy.PLAIN, "text/calendar; charset=utf-8"),
    ("GET /nieuws.atom", 200, policy.PLAIN, "application/atom+xml"),
    ("GET /assets/site.webmanifest", 200, policy.PLAIN, "application/manifest+json"),
    ("GET /.well-known/security.txt", 200, policy.PLAIN, "text/plain; charset=utf-8"),
    ("GET /card.png", 200, policy.PLAIN, "image/png"),
    ("GET /pagefind/fragment/nl_7d1cad4.pf_fragment", 200, "search", "application/octet-stream"),
    ("GET /pagefind/pagefind-worker.js", 200, "search", SCRIPT),
    ("GET /zoeken/", 200, "search", HTML),
    ("GET /lessen/", 200, "lessons", HTML),
    ("GET /lessen/banaan/", 200, "lesson", HTML),
    ("GET /lessen/banaan/?x=/zoeken/", 200, "lesson", HTML),
    ("GET /quiz/", 200, "quiz", HTML),
    ("GET /over?x=1", 301, policy.PLAIN, "/over/?x=1"),
    ("GET //over", 301, policy.PLAIN, "/over/"),
    ("GET //example.com/../over", 301, policy.PLAIN, "/over/"),
    ("GET /oud/", 301, policy.PLAIN, "/over/"),
    ("GET /weg.html", 301, policy.PLAIN, "/over/#daar"),
    ("GET /l/kaart", 301, policy.PLAIN, "/over/"),
    ("GET /L/KAART", 301, policy.PLAIN, "/over/"),
    ("GET /l/Kaart/", 301, policy.PLAIN, "/over/"),
    ("GET /%00", 400, policy.PLAIN, HTML),
    ("GET /nergens/heen/", 404, "missing", HTML),
    ("GET /404.html", 404, "missing", HTML),
    ("GET /assets/", 404, "missing", HTML),
    ("GET /assets/gone.0a1b2c3d.css", 404, "missing", HTML),
    ("GET /pagefind/gone.js", 404, "missing", HTML),
    ("GET /.git/config", 404, "missing", HTML),
    ("POST /", 405, policy.PLAIN, HTML),
    (f"PUT {STYLE}", 405, policy.PLAIN, HTML),
    (f"GET /{'x/' * 9000}", 414, policy.PLAIN, HTML),
]


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
    with nginx.running(nginx.configured(place)) as running:
        yield running


def assert_policy(answer: BaseHTTPResponse, kind: str = policy.PLAIN) -> None:
    """Every header that depends on the kind of page is there once, or not at all."""
    wanted = policy.headers(kind)
    assert {name: answer.headers.getlist(name) for name in policy.headers()} == {
        name: [wanted[name]] if name in wanted else [] for name in policy.headers()
    }


@pytest.mark.parametrize(("asked", "status", "kind", "said"), ANSWERS, ids=lambda value: str(value)[:40])
def test_every_answer_has_every_header_once(host: Host, asked: str, status: int, kind: str, said: str) -> None:
    method, path = asked.split()
    answer = host.ask(path, method, Range="bytes=900-")  # of which nothing is made: files are small
    assert (answer.status, answer.headers.getlist("Location" if status == 301 else "Content-Type")) == (status, [said])
    assert_policy(answer, kind)
    kept = HASHED.search(path) and status == 200
    assert answer.headers.getlist("Cache-Control") == [KEPT_FOR_EVER if kept else NEVER_KEPT]
    assert answer.headers.getlist("Allow") == (["GET, HEAD"] if status == 405 else [])
    assert answer.headers.getlist("Server") == ["nginx"]
    assert (answer.data == FILES["404.html"].encode()) is (status == 404)


@pytest.mark.parametrize("path", ["/", STYLE, "/zoeken/"])
def test_what_a_reader_has_is_not_sent_again(host: Host, path: str) -> None:
    first = host.ask(path, Accept_Encoding="br")
    again = host.ask(path, Accept_Encoding="br", If_None_Match=first.headers.getlist("ETag")[0])
    assert (again.status, again.data) == (304, b"")
    for name in (*policy.headers(), "Cache-Control", "ETag", "Vary"):
        assert again.headers.getlist(name) == first.headers.getlist(name)


@pytest.mark.parametrize(
    ("accepted", "coding", "suffix"),
    [("br, gzip", ["br"], ".br"), ("gzip", ["gzip"], ".gz"), ("gzip;q=0", [], ""), ("", [], "")],
)
@pytest.mark.parametrize("path", ["index.html", STYLE[1:], "404.html"])
def test_compressed_files_are_sent_as_they_are(
    host: Host, path: str, accepted: str, coding: list[str], suffix: str
) -> None:
    if suffix == ".br" and not nginx.BROTLI.exists():
        pytest.skip("this nginx has no module for Brotli")
    answer = host.ask(f"/{path.removesuffix('index.html')}", Accept_Encoding=accepted)
    assert (answer.headers.getlist("Content-Encoding"), answer.headers.getlist("Vary")) == (coding, ["Accept-Encoding"])
    assert answer.data == (host.current / f"{path}{suffix}").read_bytes()


def test_who_comes_without_tls_or_by_another_name_is_sent_on_or_gets_no_answer(host: Host) -> None:
    answer = host.ask("/over/?x=1", plain=True)
    assert (answer.status, answer.headers.getlist("Location")) == (301, ["https://localhost/over/?x=1"])
    assert_policy(answer)
    other = host.ask("/over/", name="www.localhost")
    assert (other.status, other.headers.getlist("Location")) == (301, ["https://localhost/over/"])
    with pytest.raises(SSLError, match=r"(?i)unrecognized"):
        host.ask("/", name="example.com")
    with pytest.raises(ProtocolError, match="Remote end closed"):
        host.ask("/", plain=True, name="example.com")


def test_without_lists_and_brotli_nginx_starts(tmp_path: Path) -> None:
    host = nginx.configured(tmp_path)
    (tmp_path / "site/brotli.conf").unlink(missing_ok=True)
    write(host.current, {"index.html": "home", "404.html": "404"})
    with nginx.running(host):
        answer = host.ask("/", Accept_Encoding="br, gzip")
        assert answer.headers.getlist("Content-Encoding") == ["gzip"]
        assert_policy(answer)


def test_long_addresses_in_lists_are_no_trouble(tmp_path: Path) -> None:
    host = nginx.configured(tmp_path)
    addresses = [f"lessen/{'lange-naam-' * 12}{number}/" for number in range(500)]
    release = write(host.current, {f"{addresses[-1]}index.html": "les"})
    (release / "kinds.map").write_text(policy.nginx_kinds({"lesson": addresses}))
    (release / "redirects.map").write_text("".join(f"/l/{one} /{one};\n" for one in addresses))
    with nginx.running(host):
        assert_policy(host.ask(f"/{addresses[-1]}"), "lesson")
        assert host.ask(f"/l/{addresses[7]}").headers.getlist("Location") == [f"/{addresses[7]}"]


def point(host: Host, name: str) -> None:
    new = host.place / "srv/.current"
    new.symlink_to(f"releases/{name}")
    new.replace(host.current)


def test_a_switch_shows_at_once_and_fails_no_reader(host: Host) -> None:
    # Longer than what nginx reads at once.
    pages = {name: name * 300_000 for name in "ab"}
    releases = [write(host.place / f"srv/releases/{name}", {"index.html": pages[name]}) for name in pages]
    whole = {(release / f"index.html{end}").read_bytes() for release in releases for end in ("", ".gz")}
    done, failed, seen = threading.Event(), list[int](), set[bytes]()

    def read(accepted: str) -> None:
        while not done.is_set():
            answer = host.ask("/", Accept_Encoding=accepted)
            seen.add(answer.data)
            failed.extend([answer.status] if answer.status != 200 else [])

    point(host, "a")
    readers = [threading.Thread(target=read, args=(accepted,)) for accepted in ("identity", "gzip") * 2]
    try:
        for reader in readers:
            reader.start()
        for name in "ba" * 10:
            point(host, name)
            assert host.ask("/").data == pages[name].encode()
    finally:
        done.set()
        for reader in readers:
            reader.join()
        point(host, "1")
    assert failed == []
    assert seen == whole, "both releases were read, compressed and not, and never half of one"


def test_the_container_serves_without_any_right(tmp_path: Path) -> None:
    place = Path("/tmp") / tmp_path.name  # noqa: S108 whoever serves it must be able to get there
    try:
        place.mkdir()
        host = nginx.configured(place)
        text = (place / "site/container.conf").read_text()
        (place / "nginx.conf").write_text(text.replace(" /tmp/", f" {place}/own/"))
        write(host.current, FILES)
        (place / "own").mkdir()
        for path in place.rglob("*"):
            path.chmod(0o777 if path.is_dir() else 0o644)
        place.chmod(0o755)
        with nginx.running(host, user="nobody" if os.geteuid() == 0 else None):
            assert host.ask("/over/", plain=True).data == FILES["over/index.html"].encode()
            assert_policy(host.ask("/nergens", plain=True))
    finally:
        shutil.rmtree(place)


def test_every_kind_of_page_is_asked_for() -> None:
    asked = {kind for _, _, kind, _ in ANSWERS}
    assert asked == {policy.PLAIN, *policy.TABLE["kinds"]}, "the two files do not come from the table"
