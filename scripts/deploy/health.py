"""Whether readers get what was deployed: a few addresses, asked over HTTP, compared byte for byte with the site."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from scripts.deploy.media import is_hashed, is_type
from scripts.digest import VERSION
from scripts.report import Text, Unable

SECONDS = 10
MISSING = "this-page-does-not-exist/"
SECURITY = ".well-known/security.txt"
NO_ADDRESS = Text(
    "{base} is geen adres om te controleren; geef het zoals https://www.example.org/",
    "{base} is no address to check; give it as https://www.example.org/",
)
STATUS = Text("{address} antwoordt {status} en niet {wanted}", "{address} answers {status}, not {wanted}")
TYPE = Text("{address} heeft het type {sent}", "{address} has the type {sent}")
OTHER = Text("{address} is niet die van deze site", "{address} is not that of this site")
SILENT = Text("{address} antwoordt niet: {problem}", "{address} does not answer: {problem}")


class Probe(NamedTuple):
    """An address below that of the site, the file whose bytes it must answer with, and the status."""

    address: str
    path: str
    status: int = 200


def failures(base: str, site: Path) -> Text | None:
    """Return what is wrong with the answers of the site at the address `base`, or nothing when they are `site`."""
    if not base.startswith(("https://", "http://")):
        raise Unable(NO_ADDRESS.format(base=base))
    found = [text for probe in probes(site) if (text := _failure(base.rstrip("/") + "/", site, probe))]
    return Text("; ".join(text.nl for text in found), "; ".join(text.en for text in found)) if found else None


def told(words: Text, failures: Text, **values: object) -> Text:
    """Return `words` with `{failures}` and the other `values` filled in, each language its own."""
    return Text(words.nl.format(failures=failures.nl, **values), words.en.format(failures=failures.en, **values))


def probes(site: Path) -> Iterator[Probe]:
    """Yield what to ask: the home of each language, a missing page, one asset, security.txt, and the version."""
    yield Probe("", "index.html")
    for home in sorted(site.glob("[a-z][a-z]/index.html")):
        yield Probe(f"{home.parent.name}/", f"{home.parent.name}/index.html")
    yield Probe(MISSING, "404.html", 404)
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.*") if path.suffix in (".css", ".js"))
    assets = sorted(names, key=lambda name: (not is_hashed(name), name))
    for path in (*assets[:1], SECURITY, VERSION):
        if (site / path).is_file():
            yield Probe(path, path)


def _failure(base: str, site: Path, probe: Probe) -> Text | None:
    address = urljoin(base, probe.address)
    try:
        status, sent, body = _ask(address)
    except (OSError, http.client.HTTPException) as error:
        return SILENT.format(address=address, problem=getattr(error, "reason", None) or error)
    if status != probe.status:
        return STATUS.format(address=address, status=status, wanted=probe.status)
    if not is_type(probe.path, sent):
        return TYPE.format(address=address, sent=sent)
    return None if body == (site / probe.path).read_bytes() else OTHER.format(address=address)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: whoever is sent elsewhere does not see this site."""


def _ask(address: str) -> tuple[int, str, bytes]:
    end = time.monotonic() + SECONDS
    try:
        answer = urllib.request.build_opener(_NoRedirect).open(address, timeout=SECONDS)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        body = b""
        while piece := answer.read1():
            body += piece
            if time.monotonic() > end:
                raise TimeoutError(f"{SECONDS} s")
        return answer.status, answer.headers.get("Content-Type", ""), body
