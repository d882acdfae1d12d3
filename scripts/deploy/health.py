"""Whether readers get what was deployed: a few addresses, asked over HTTP, compared byte for byte with the site."""

import hashlib
import http.client
import re
import urllib.request
from collections.abc import Mapping

from scripts.deploy.bucket import headers
from scripts.report import Text, Unable
from scripts.version import VERSION
from scripts.words import phrase

SECONDS = 10
HOME = re.compile(r"([a-z]{2}/)?index\.html")
MISSING = "404.html"
SECURITY = ".well-known/security.txt"
# Without those that follow a redirect or raise an error: whoever is sent elsewhere does not see this site.
ASKING = urllib.request.OpenerDirector()
for handler in (urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    ASKING.add_handler(handler())


def ensure(base: str | None, digests: Mapping[str, str], fails: str, **values: str) -> None:
    """Look whether the address `base`, if there is one, answers with the site that has the files `digests`.

    It is asked for the home of each language, a page that is missing, one style sheet, security.txt, and the version.
    Raises `Unable` when it does not: the sentence under `fails`, with what is wrong as `{failures}`, and `values`.
    """
    styles = [path for path in sorted(digests) if path.endswith(".css")]
    asked = [path for path in sorted(digests) if HOME.fullmatch(path)]
    asked += [path for path in (MISSING, *styles[:1], SECURITY, VERSION) if path in digests]
    found = [text for path in asked if base and (text := _failure(base.rstrip("/"), path, digests[path]))]
    if found:
        failures = Text(*("; ".join(each) for each in zip(*found, strict=True)))
        raise Unable(phrase(fails, failures=failures, **values))


def _failure(root: str, path: str, digest: str) -> Text | None:
    is_missing = path == MISSING
    address = f"{root}/{'this-page-does-not-exist/' if is_missing else path.removesuffix('index.html')}"
    wanted = 404 if is_missing else 200
    try:
        with ASKING.open(address, timeout=SECONDS) as answer:
            status, sent, body = answer.status, answer.headers.get("Content-Type", ""), answer.read()
    except (OSError, ValueError, http.client.HTTPException) as error:
        return phrase("deploy.silent", address=address, problem=getattr(error, "reason", None) or error)
    if status != wanted:
        return phrase("deploy.status", address=address, status=status, wanted=wanted)
    if sent.partition(";")[0].strip().lower() != headers(path)[0].partition(";")[0]:
        return phrase("deploy.type", address=address, sent=sent)
    return None if hashlib.sha256(body).hexdigest() == digest else phrase("deploy.other", address=address)
