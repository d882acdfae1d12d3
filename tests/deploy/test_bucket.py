"""A bucket: what is sent, in which order, with which headers, and what is never touched."""

import logging
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from scripts import deploy
from scripts.deploy import bucket
from scripts.report import Unable
from tests.deploy.test_deploy import HASHED, write_site
from tests.visiting import hosted

Store = Any  # boto3 makes its classes as it runs
TARGET = "s3://site/some/folder"
AN_HOUR, FOR_EVER, NEVER = "public, max-age=3600", "public, max-age=31536000, immutable", "no-cache"
# What is sent of a site, in order, with its headers.
SENT = {
    ".well-known/security.txt": ("text/plain; charset=utf-8", AN_HOUR),
    "site.webmanifest": ("application/manifest+json", AN_HOUR),
    "agenda.ics": ("text/calendar; charset=utf-8", AN_HOUR),
    "nieuws.atom": ("application/atom+xml", AN_HOUR),
    "report-20261123.pdf": ("application/pdf", AN_HOUR),
    "en_ad1bdb4.pf_fragment": ("application/octet-stream", FOR_EVER),
    HASHED: ("text/css; charset=utf-8", FOR_EVER),
    "404.html": ("text/html; charset=utf-8", NEVER),
    "index.html": ("text/html; charset=utf-8", NEVER),
    "en/index.html": ("text/html; charset=utf-8", NEVER),
    "version.json": ("application/json", NEVER),
}
MORE = dict.fromkeys(
    ["site.webmanifest", "agenda.ics", "nieuws.atom", "report-20261123.pdf", "en_ad1bdb4.pf_fragment", "index.html.br"],
    "",
)
OTHERS = {"some/folder/of-others.pdf", "some/folder-2/index.html"}
# What is there once a site without MORE has been deployed.
OURS = OTHERS | {f"some/folder/{path}" for path in {*SENT, bucket.MANIFEST} - {*MORE}}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Store]:
    """A store with one bucket, `site`, that holds things of others; its log is `caplog`."""
    caplog.set_level(logging.INFO, "werkzeug")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    names = ("ENDPOINT_URL", "REGION", "DEFAULT_REGION", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY")
    for name, value in zip(
        names, ("http://{}:{}".format(*server.get_host_and_port()), *["us-east-1"] * 4), strict=True
    ):
        monkeypatch.setenv(f"AWS_{name}", value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="site")
    for key in OTHERS:
        client.put_object(Bucket="site", Key=key)
    yield client
    server.stop()


def keys(store: Store) -> set[str]:
    return {found["Key"] for found in store.list_objects_v2(Bucket="site")["Contents"]}


def changes(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    found = re.findall(r"(PUT|DELETE) /site/some/folder/(.*?)\?", caplog.text)
    caplog.clear()
    assert found.pop(0) == found.pop() == ("PUT", bucket.MANIFEST)
    return found


def test_what_differs_comes_in_order_with_its_headers(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    assert deploy.deploy(write_site(tmp_path, "one", **MORE), TARGET).commit == "one"
    sent = [path for _, path in changes(caplog)]
    stages = [2 if path == "version.json" else path.endswith(".html") for path in sent]
    assert (sorted(sent), stages) == (sorted(SENT), sorted(stages))
    for path, headers in SENT.items():
        found = store.get_object(Bucket="site", Key=f"some/folder/{path}")
        assert (path, found["ContentType"], found["CacheControl"]) == (path, *headers)
        assert found["Body"].read() == (tmp_path / path).read_bytes()
    store.put_object(Bucket="site", Key="some/folder/404.html", Body=b"changed by hand")
    caplog.clear()
    deploy.deploy(write_site(tmp_path, "one"), TARGET)
    found = changes(caplog)
    assert found[:2] == [("PUT", "404.html"), ("PUT", "version.json")]
    assert set(found[2:]) == {("DELETE", path) for path in SENT.keys() & MORE}
    assert keys(store) == OURS


def test_what_cannot_be_is_one_sentence_and_removes_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deploy.deploy(write_site(tmp_path, "one", **MORE), TARGET)
    site = write_site(tmp_path, "two", **{"only-in-two.html": ""})
    with hosted(site, en=(500, "text/html", b"")) as address:
        for words, action in {
            "/en/ answers 500.*nothing was removed": partial(deploy.deploy, site, TARGET, address),
            "keeps no earlier releases": partial(deploy.rollback, TARGET),
            "nothing has been deployed": partial(deploy.status, "s3://site"),
            "bucket does not exist": partial(deploy.deploy, site, "s3://no-such-bucket/x"),
        }.items():
            with pytest.raises(Unable, match=words) as refused:
                action()
            assert "\n" not in refused.value.sentence.en
    assert keys(store) == OURS | {f"some/folder/{path}" for path in ("only-in-two.html", *(SENT.keys() & MORE))}
    deploy.deploy(write_site(tmp_path, "three"), TARGET)
    assert keys(store) == OURS, "also what a deployment sent that was not finished"
    monkeypatch.setattr("sys.executable", "/nowhere/python3")
    with pytest.raises(Unable, match=r"make \.venv/bucket"):
        deploy.status(TARGET)
