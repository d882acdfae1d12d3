"""Whether readers get what was deployed: a few addresses, asked over HTTP, compared byte for byte with the site."""

import hashlib
import http.client
import re
import urllib.request
from collections.abc import Collection, Mapping

from scripts.deploy.bucket import headers
from scripts.report import Text, Unable
from scripts.version import VERSION
from scripts.words import phrase

SECONDS = 10
HOME = re.compile(r"[a-z]{2}/index\.html")
MISSING = "404.html"
SECURITY = ".well-known/security.txt"
# Without those that follow a redirect or raise an error: whoever is sent elsewhere does not see this site.
ASKING = urllib.request.OpenerDirector()
for handler in (urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    ASKING.add_handler(handler())


def ensure_address(base: str | None) -> None:
    """Raise `Unable` when there is a `base` and it is no address to ask."""
    if base and not base.startswith(("https://", "http://")):
        raise Unable(phrase("deploy.no_address", base=base))


def ensure(base: str | None, digests: Mapping[str, str], fails: str, **values: str) -> None:
    """Look whether the address `base`, if there is one, answers with the site that has the files `digests`.

    Raises `Unable` when it does not: the sentence under `fails`, with what is wrong as `{failures}`, and `values`.
    """
    root = (base or "").rstrip("/")
    asked = probes(digests) if root else {}
    found = [text for place, path in asked.items() if (text := _failure(f"{root}/{place}", path, digests.get(path)))]
    if found:
        failures = Text(*("; ".join(each) for each in zip(*found, strict=True)))
        raise Unable(phrase(fails, failures=failures, **values))


def probes(paths: Collection[str]) -> dict[str, str]:
    """Return what to ask of a site with these files, and which of them should answer.

    That is the home of each language, a page that is missing, one style sheet, security.txt, and the version.
    """
    homes = {path.removesuffix("index.html"): path for path in sorted(paths) if HOME.fullmatch(path)}
    styles = sorted(path for path in paths if path.endswith(".css"))
    others = {path: path for path in (*styles[:1], SECURITY, VERSION) if path in paths}
    return {"": "index.html", **homes, "this-page-does-not-exist/": MISSING, **others}


def _failure(address: str, path: str, digest: str | None) -> Text | None:
    try:
        with ASKING.open(address, timeout=SECONDS) as answer:
            status, sent, body = answer.status, answer.headers.get("Content-Type", ""), answer.read()
    except (OSError, ValueError, http.client.HTTPException) as error:
        return phrase("deploy.silent", address=address, problem=getattr(error, "reason", None) or error)
    wanted = 404 if path == MISSING else 200
    if status != wanted:
        return phrase("deploy.status", address=address, status=status, wanted=wanted)
    if sent.partition(";")[0].strip().lower() != headers(path)[0].partition(";")[0]:
        return phrase("deploy.type", address=address, sent=sent)
    return None if hashlib.sha256(body).hexdigest() == digest else phrase("deploy.other", address=address)
