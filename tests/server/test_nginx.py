"""What nginx answers with the configuration in `server/`: headers, compressed files, redirects, and switches."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scripts.build import policy
from scripts.deploy.bucket import HASHED, KEPT_FOR_EVER, NEVER_KEPT
from tests import nginx
from tests.conftest import ROOT
from tests.server.conftest import FILES, Host, write

SERVER = ROOT / "server"
STYLE = "/assets/style.0a1b2c3d.css"
LONG = "/" + "x/" * 9000
# What is asked, and which status comes back.
ANSWERS = [
    ("GET", "/", {}, 200),
    ("HEAD", "/", {}, 200),
    ("GET", STYLE, {}, 200),
    ("GET", STYLE, {"Range": "bytes=900-"}, 200),
    ("GET", "/card.png", {}, 200),
    ("GET", "/over", {}, 301),
    ("GET", "/oud/", {}, 301),
    ("GET", "/%00", {}, 400),
    ("GET", "/nergens/heen/", {}, 404),
    ("GET", "/404.html", {}, 404),
    ("GET", "/assets/", {}, 404),
    ("GET", "/assets/gone.0a1b2c3d.css", {}, 404),
    ("GET", "/.git/config", {}, 404),
    ("POST", "/", {}, 405),
    ("PUT", STYLE, {}, 405),
    ("GET", LONG, {}, 414),
]
KINDS = [
    ("/", policy.PLAIN),
    ("/zoeken/", "search"),
    ("/pagefind/pagefind-worker.js", "search"),
    ("/pagefind/gone.js", "missing"),
    ("/lessen/banaan/", "lesson"),
    ("/lessen/banaan/?x=/zoeken/", "lesson"),
    ("/lessen/banaan", policy.PLAIN),
    ("/over/?/lessen/banaan/", policy.PLAIN),
]
TYPES = [
    ("/", "text/html; charset=utf-8"),
    ("/nergens", "text/html; charset=utf-8"),
    (STYLE, "text/css; charset=utf-8"),
    ("/assets/search.js", "application/javascript; charset=utf-8"),
    ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
    ("/assets/site.webmanifest", "application/manifest+json"),
    ("/.well-known/security.txt", "text/plain; charset=utf-8"),
    ("/card.png", "image/png"),
    ("/pagefind/fragment/nl_7d1cad4.pf_fragment", "application/octet-stream"),
]


def assert_headers(found: dict[str, list[str]], kind: str) -> None:
    every = policy.headers() | policy.headers(kind)
    expected = {name: [policy.headers(kind)[name]] if name in policy.headers(kind) else [] for name in every}
    assert found == expected


def sent(host: Host, path: str, method: str = "GET", plain: bool = False, **headers: str) -> dict[str, list[str]]:
    answer = host.ask(path, method, plain=plain, **headers)
    return {name: answer.all(name) for name in policy.headers()}


@pytest.mark.parametrize(("method", "path", "headers", "status"), ANSWERS)
def test_every_answer_has_every_header_once(
    host: Host, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = host.ask(path, method, plain=False, **headers)
    assert answer.status == status
    kind = "missing" if status == 404 else policy.PLAIN
    assert_headers({name: answer.all(name) for name in policy.headers()}, kind)
    kept = HASHED.search(path) and status == 200
    assert answer.all("Cache-Control") == [KEPT_FOR_EVER if kept else NEVER_KEPT]
    assert answer.all("Allow") == (["GET, HEAD"] if status == 405 else [])
    assert answer.all("Server") == ["nginx"]
    assert (answer.body == FILES["404.html"].encode()) is (status == 404)


@pytest.mark.parametrize("path", ["/", STYLE, "/zoeken/"])
def test_what_a_reader_has_is_not_sent_again(host: Host, path: str) -> None:
    first = host.ask(path, Accept_Encoding="br")
    again = host.ask(path, Accept_Encoding="br", If_None_Match=first.one("ETag"))
    assert (again.status, again.body) == (304, b"")
    for name in (*policy.headers(), "Cache-Control", "ETag", "Vary"):
        assert again.all(name) == first.all(name)


@pytest.mark.parametrize(("path", "kind"), KINDS)
def test_each_kind_of_page_has_its_policy(host: Host, path: str, kind: str) -> None:
    assert_headers(sent(host, path), kind)


@pytest.mark.parametrize(("path", "media_type"), TYPES)
def test_files_have_their_type(host: Host, path: str, media_type: str) -> None:
    assert host.ask(path).one("Content-Type") == media_type


CODINGS = [("br, gzip", "br", "br"), ("gzip", "gzip", "gz"), ("gzip;q=0", "", ""), ("", "", "")]


@pytest.mark.parametrize(("accepted", "coding", "suffix"), CODINGS)
@pytest.mark.parametrize("path", ["index.html", "assets/style.0a1b2c3d.css", "404.html"])
def test_compressed_files_are_sent_as_they_are(host: Host, path: str, accepted: str, coding: str, suffix: str) -> None:
    if coding == "br" and not nginx.BROTLI.exists():
        pytest.skip("this nginx has no module for Brotli")
    answer = host.ask(f"/{path.removesuffix('index.html')}", Accept_Encoding=accepted)
    assert answer.one("Content-Encoding") == coding
    assert answer.one("Vary") == "Accept-Encoding"
    assert answer.body == (host.current / f"{path}.{suffix}".rstrip(".")).read_bytes()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/over", "/over/"),
        ("/over?x=1", "/over/?x=1"),
        ("//over", "/over/"),
        ("//example.com/../over", "/over/"),
        ("/oud/", "/over/"),
        ("/weg.html", "/over/#daar"),
        ("/l/kaart", "/over/"),
        ("/L/KAART", "/over/"),
        ("/l/Kaart/", "/over/"),
    ],
)
def test_redirects_name_no_host_no_port_and_no_scheme(host: Host, path: str, to: str) -> None:
    assert host.ask(path).one("Location") == to


def test_who_comes_without_tls_or_by_the_other_name_is_sent_on(host: Host) -> None:
    answer = host.ask("/over/?x=1", plain=True)
    assert (answer.status, answer.one("Location")) == (301, "https://localhost/over/?x=1")
    assert_headers(sent(host, "/", plain=True), policy.PLAIN)
    connection = host.connect("www.localhost")
    connection.request("GET", "/over/", headers={"Host": "www.localhost"})
    other = connection.getresponse()
    assert (other.status, other.getheader("Location")) == (301, "https://localhost/over/")
    connection.close()


def test_an_unknown_name_gets_no_answer(host: Host) -> None:
    with pytest.raises(OSError, match=r"(?i)unrecognized"):
        host.connect("example.com")
    with pytest.raises(http.client.RemoteDisconnected):
        host.ask("/", plain=True, Host="example.com")


def test_without_lists_and_brotli_nginx_starts(tmp_path: Path) -> None:
    port, tls_port = nginx.free_ports(2)
    main = nginx.configured(tmp_path, "localhost", port, tls_port)
    (tmp_path / "site/brotli.conf").unlink(missing_ok=True)
    write(tmp_path / "srv/current", {"index.html": "home", "404.html": "404"})
    with nginx.running(main, tls_port):
        host = Host(tmp_path, port, tls_port)
        assert host.ask("/", Accept_Encoding="br, gzip").one("Content-Encoding") == "gzip"
        assert_headers(sent(host, "/"), policy.PLAIN)


def test_long_addresses_in_lists_are_no_trouble(tmp_path: Path) -> None:
    port, tls_port = nginx.free_ports(2)
    main = nginx.configured(tmp_path, "localhost", port, tls_port)
    addresses = [f"lessen/{'lange-naam-' * 12}{number}/" for number in range(500)]
    release = write(tmp_path / "srv/current", {f"{addresses[-1]}index.html": "les"})
    (release / "kinds.map").write_text(policy.nginx_kinds({"lesson": addresses}))
    (release / "redirects.map").write_text("".join(f"/l/{one} /{one};\n" for one in addresses))
    with nginx.running(main, tls_port):
        host = Host(tmp_path, port, tls_port)
        assert_headers(sent(host, f"/{addresses[-1]}"), "lesson")
        assert host.ask(f"/l/{addresses[7]}").one("Location") == f"/{addresses[7]}"


def point(host: Host, name: str) -> None:
    new = host.place / "srv/.current"
    new.symlink_to(f"releases/{name}")
    new.replace(host.current)


def test_a_switch_shows_at_once(host: Host) -> None:
    write(host.place / "srv/releases/2", FILES | {"index.html": "second"})
    try:
        point(host, "2")
        assert host.ask("/").body == b"second"
        assert host.ask("/pagefind/pagefind-worker.js").status == 200
    finally:
        point(host, "1")
    assert host.ask("/").body == FILES["index.html"].encode()


def test_switches_under_load_fail_no_reader(host: Host) -> None:
    for name in "ab":  # longer than what nginx reads at once
        write(host.place / f"srv/releases/{name}", {"index.html": name * 300_000, "404.html": "404"})
    point(host, "a")
    whole = {(host.place / f"srv/releases/{name}/index.html{end}").read_bytes() for name in "ab" for end in ("", ".gz")}
    done = threading.Event()
    answers: list[tuple[int, bool]] = []
    seen = set[bytes]()

    def read(accepted: str) -> None:
        connection = host.connect()
        while not done.is_set():
            connection.request("GET", "/", headers={"Host": "localhost", "Accept-Encoding": accepted})
            answer = connection.getresponse()
            body = answer.read()
            answers.append((answer.status, body in whole))
            seen.add(body[-20:])
        connection.close()

    readers = [threading.Thread(target=read, args=(accepted,)) for accepted in ("identity", "gzip") * 2]
    try:
        for reader in readers:
            reader.start()
        for number in range(20):
            point(host, "ba"[number % 2])
            done.wait(0.05)
    finally:
        done.set()
        for reader in readers:
            reader.join()
        point(host, "1")
    assert len(answers) > 20
    assert set(answers) == {(200, True)}
    assert len(seen) == 4, "both releases were read, compressed and not"


def test_the_container_serves_without_any_right(tmp_path: Path) -> None:
    place = Path("/tmp") / tmp_path.name  # noqa: S108 whoever serves it must be able to get there
    (port,) = nginx.free_ports(1)
    try:
        place.mkdir()
        main = nginx.configured(place, "localhost", port, port)
        text = (place / "site/container.conf").read_text()
        main.write_text(text.replace(" /tmp/", f" {place}/own/"))
        release = write(place / "srv/current", FILES)
        (place / "own").mkdir()
        (place / "own").chmod(0o777)
        for path in place.rglob("*"):
            path.chmod(0o777 if path.is_dir() else 0o644)
        place.chmod(0o755)
        with nginx.running(main, port, user="nobody" if os.geteuid() == 0 else None):
            host = Host(place, port, 0)
            assert host.ask("/over/", plain=True).body == (release / "over/index.html").read_bytes()
            assert_headers(sent(host, "/nergens", plain=True), policy.PLAIN)
    finally:
        shutil.rmtree(place)


def test_no_block_sends_a_header_of_its_own() -> None:
    for path in SERVER.glob("*.conf"):
        for block in re.findall(r"(?:location|if)[^{]*\{([^}]*)\}", path.read_text(encoding="utf-8")):
            assert "add_header" not in block, f"{path.name}: all other headers would be lost"


@pytest.mark.parametrize(("name", "text"), policy.nginx().items())
def test_what_is_made_from_the_table_is_up_to_date(name: str, text: str) -> None:
    assert (SERVER / name).read_text(encoding="utf-8") == text, "type: python -m scripts policy"


def test_the_dockerfile_is_sound() -> None:
    linter = shutil.which("hadolint", path=Path(sys.executable).parent)
    assert linter, "hadolint stands among the requirements of the tests"
    done = subprocess.run(
        [linter, "--no-color", str(SERVER / "Dockerfile")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
