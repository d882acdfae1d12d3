"""A bucket: what is sent, in which order, with which headers, and what is never touched."""

from __future__ import annotations

import json
import logging
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from scripts import deploy
from scripts.deploy.bucket import MANIFEST
from scripts.report import Unable
from tests.deploy.conftest import HASHED, serving

TARGET = "s3://site/some/folder"
Site = Callable[..., Path]
Log = list[tuple[str, str]]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> S3Store:
    """An empty store with one bucket, `site`, as seen from the root."""
    for name, value in {"ENDPOINT_URL": endpoint, "REGION": "us-east-1", "ACCESS_KEY_ID": "x"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "y")
    for method, path in (("POST", "/moto-api/reset"), ("PUT", "/site")):
        urllib.request.urlopen(urllib.request.Request(endpoint + path, method=method)).close()  # noqa: S310 our own
    return S3Store("site", client_options={"allow_http": True})


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    """Every change that is asked of the store, in order."""
    changes: Log = []
    put, delete = S3Store.put, S3Store.delete

    def logged_put(store: S3Store, path: str, *rest: Any, **options: Any) -> Any:  # noqa: ANN401 whatever there is
        result = put(store, path, *rest, **options)
        changes.append(("put", path))
        return result

    def logged_delete(store: S3Store, paths: list[str]) -> None:
        delete(store, paths)
        changes.extend(("delete", path) for path in paths)

    monkeypatch.setattr(S3Store, "put", logged_put)
    monkeypatch.setattr(S3Store, "delete", logged_delete)
    return changes


def keys(bucket: S3Store) -> set[str]:
    return {found["path"] for batch in bucket.list() for found in batch}


def files(folder: Path) -> set[str]:
    return {f"some/folder/{path.relative_to(folder)}" for path in folder.rglob("*") if path.is_file()}


def test_all_files_are_there_with_their_headers_and_nothing_else_is_touched(site: Site, bucket: S3Store) -> None:
    foreign = {"other/index.html", "some/folder/of-somebody-else.pdf", "some/folder-2/index.html"}
    for key in foreign:
        bucket.put(key, b"not ours")
    folder = site("one", **{"index.html.br": "packed", "assets/old.css": "old"})
    assert deploy.deploy(folder, TARGET).commit == "one"
    ours = files(folder) - {"some/folder/index.html.br"} | {f"some/folder/{MANIFEST}"}
    assert keys(bucket) == ours | foreign
    sent = {path: bucket.get(f"some/folder/{path}").attributes for path in ("index.html", HASHED, "assets/old.css")}
    assert sent["index.html"] == {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"}
    assert sent[HASHED]["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sent["assets/old.css"]["Cache-Control"] == "public, max-age=3600"

    deploy.deploy(site("two"), TARGET)
    assert keys(bucket) == ours - {"some/folder/assets/old.css"} | foreign
    assert bytes(bucket.get("some/folder/index.html").bytes()) == b"two" * 50
    assert deploy.status(TARGET).commit == "two"


def test_what_pages_need_comes_first_and_removals_last(site: Site, bucket: S3Store, log: Log) -> None:
    deploy.deploy(site("one", **{"old.html": "", "z.js": "1"}), TARGET)
    log.clear()
    deploy.deploy(site("two", **{"z.js": "2", "pagefind/en_ad1bdb4.pf_fragment": ""}), TARGET)
    manifest = ("put", MANIFEST)
    assert log[0] == log[-1] == manifest
    assert set(log[1:3]) == {("put", "z.js"), ("put", "pagefind/en_ad1bdb4.pf_fragment")}
    assert set(log[3:6]) == {("put", name) for name in ("index.html", "en/index.html", "404.html")}
    assert log[6:-1] == [("put", "version.json"), ("delete", "old.html")]


def test_what_is_there_is_not_sent_again_unless_somebody_changed_it(site: Site, bucket: S3Store, log: Log) -> None:
    folder = site("one")
    deploy.deploy(folder, TARGET)
    bucket.put("some/folder/404.html", b"changed by hand")
    bucket.delete([f"some/folder/{HASHED}"])
    log.clear()
    deploy.deploy(folder, TARGET)
    assert log[1:-1] == [("put", HASHED), ("put", "404.html")]
    assert bytes(bucket.get("some/folder/404.html").bytes()) == b"404 one"


@pytest.mark.parametrize("after", range(1, 8))
def test_interrupted_the_next_deployment_mends_and_removes(
    site: Site, bucket: S3Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    deploy.deploy(site("one"), TARGET)
    put, left = S3Store.put, iter(range(after))

    def interrupted(store: S3Store, path: str, *rest: Any, **options: Any) -> Any:  # noqa: ANN401 whatever there is
        if next(left, None) is None:
            raise KeyboardInterrupt
        return put(store, path, *rest, **options)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(S3Store, "put", interrupted)
        deploy.deploy(site("two", **{"only-in-two.css": "", "only-in-two.html": ""}), TARGET)
    folder = site("three")
    deploy.deploy(folder, TARGET)
    assert keys(bucket) == files(folder) | {f"some/folder/{MANIFEST}"}
    assert bytes(bucket.get("some/folder/index.html").bytes()) == b"three" * 50


def test_a_check_that_fails_removes_nothing(site: Site, bucket: S3Store) -> None:
    folder = site("one", **{"old.css": ""})
    with serving(folder) as address:
        deploy.deploy(folder, TARGET, address)
    with (
        serving(folder, en=(500, "text/html", None)) as address,
        pytest.raises(Unable, match=r"/en/ answers 500.*nothing was removed"),
    ):
        deploy.deploy(site("two"), TARGET, address)
    assert "some/folder/old.css" in keys(bucket)


def test_the_root_of_a_bucket_will_do(site: Site, bucket: S3Store) -> None:
    deploy.deploy(site("one"), "s3://site")
    assert json.loads(bytes(bucket.get("version.json").bytes()))["commit"] == "one"


@pytest.mark.parametrize(
    ("target", "endpoint_url", "words"),
    [("s3://no-such-bucket/x", None, "404"), (TARGET, "http://127.0.0.1:1", "s3://site/some/folder: ")],
)
def test_a_store_that_refuses_is_one_sentence(
    site: Site, bucket: S3Store, monkeypatch: pytest.MonkeyPatch, target: str, endpoint_url: str | None, words: str
) -> None:
    if endpoint_url:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint_url)
    with pytest.raises(Unable, match=words) as refused:
        deploy.deploy(site("one"), target)
    assert "\n" not in refused.value.sentence.en


def test_a_bucket_keeps_no_releases(bucket: S3Store) -> None:
    with pytest.raises(Unable, match="keeps no earlier releases"):
        deploy.rollback(TARGET)
    with pytest.raises(Unable, match="s3://site/some/folder: "):
        deploy.status(TARGET)
