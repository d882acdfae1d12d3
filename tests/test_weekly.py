"""The weekly report: links that are gone, translations that fell behind, a date that comes near; silence otherwise."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import weekly
from scripts.commit import DAYS
from scripts.content import translations
from scripts.report import Unable

STATUSES = [200, 301, 400, 403, 404, 410, 429, 503]
MADE = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: answers with the status that the address names."""

    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def links_only(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project without the links that it has."""
    monkeypatch.setattr(weekly, "LYCHEE", [*weekly.LYCHEE, "--exclude=^https:"])
    return small


def commit(root: Path, moment: datetime) -> None:
    environment = os.environ | {"GIT_COMMITTER_DATE": moment.isoformat(), "HOME": str(root)}
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], [*name, "commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", *words], cwd=root, check=True, env=environment)  # noqa: S607


def test_only_pages_that_are_gone_are_reported(links_only: Path, elsewhere: str) -> None:
    page = links_only / "docs/nl/stad/brug.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "".join(f"\n[een pagina]({elsewhere}/{status})\n" for status in STATUSES), encoding="utf-8")
    found = weekly.dead_links(links_only)
    assert [link.url.rpartition("/")[2] for link in found] == ["400", "404", "410"]
    line = text.count("\n") + 2 * (STATUSES.index(404) + 1)
    assert found[1].places == [f"docs/nl/stad/brug.md:{line}"]
    assert f"`docs/nl/stad/brug.md:{line}`" in weekly.report(links_only)


def test_sources_are_followed_too_and_a_host_that_is_gone_is_said_once(links_only: Path) -> None:
    sources = links_only / "docs/data/sources.yml"
    with sources.open("a", encoding="utf-8") as file:
        for name in "ab":
            file.write(
                f'{name}:\n  title: "x"\n  publisher: "x"\n  url: "http://127.0.0.1:9/gone~a1/"\n  language: nl\n'
            )
    (found,) = weekly.dead_links(links_only)
    assert found.url == "http://127.0.0.1:9/gone~a1/"
    assert len(found.places) == 2
    assert weekly.dead_links(links_only, offline=True) == []


def test_a_translation_that_fell_behind_is_reported_in_either_language(links_only: Path) -> None:
    before = weekly.report(links_only, offline=True)
    page = links_only / "docs/nl/stad/brug.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEr staat nu meer.\n", encoding="utf-8")
    for language, said in (("nl", "de tekst is veranderd"), ("en", "the text has changed")):
        after = weekly.report(links_only, language, offline=True)  # type: ignore[arg-type]
        assert f"- `docs/en/stad/brug.md` {said}" in after
    assert "docs/en/stad/brug.md" not in before


@pytest.mark.parametrize(("age", "said"), [(0, False), (DAYS - 61, False), (DAYS - 59, True), (DAYS + 9, True)])
def test_the_date_of_security_txt_is_reported_in_time(small: Path, age: int, said: bool) -> None:
    commit(small, MADE)
    text = weekly.report(small, offline=True, now=MADE + timedelta(days=age))
    assert ("security.txt" in text) is said
    assert ("2027-05-23" in text) is said


def test_without_trouble_there_is_nothing_to_say(links_only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "states", lambda _: [])
    assert weekly.report(links_only, offline=True) == ""


def test_words_from_a_page_are_only_words() -> None:
    line = weekly._link_line(weekly.Link("https://x.example/`@all`<b>", "a\nb", ["docs/nl/x.md:1"]))
    assert line == "`https://x.example/ @all <b>` (`a b`): `docs/nl/x.md:1`"


def test_without_lychee_one_sentence_says_what_to_do(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Unable, match="make clean weekly"):
        weekly.report(small, offline=True)


def test_a_lychee_that_fails_is_one_sentence(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weekly, "LYCHEE", ["--no-such-option"])
    with pytest.raises(Unable, match="no-such-option"):
        weekly.report(small, offline=True)
