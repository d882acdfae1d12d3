"""The site in a bucket of an S3-compatible store. There is no switch: what a page needs comes before the page.

Where the store is and who we are, the usual variables say: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and
AWS_SECRET_ACCESS_KEY.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scripts.deploy import health
from scripts.deploy.media import cache_control, content_type, is_page
from scripts.digest import VERSION
from scripts.report import Text, Unable

if TYPE_CHECKING:
    from obstore.store import S3Store

SCHEME = "s3://"
# What deployments have put there: only that do they ever remove. Whatever else is in the bucket stays.
MANIFEST = ".deployed.json"
# A bucket has no way to choose between them; the network in front of it compresses.
TWINS = (".br", ".gz")
AT_ONCE = 8
FAILS = Text(
    "De site staat in {target}, maar is niet goed ({failures}); niets is verwijderd. Zet de vorige versie terug: "
    "bouw die commit en deploy opnieuw.",
    "The site is in {target} but fails ({failures}); nothing was removed. To go back, build the commit before and "
    "deploy that.",
)


class Sent(NamedTuple):
    """What was sent for one file, with its headers, and the tag that the store gave it."""

    digest: str
    tag: str


NOTHING = Sent("", "")


class Bucket:
    """The bucket and the folder in it that `target`, `s3://bucket/folder`, names."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.name, _, self.prefix = target.removeprefix(SCHEME).strip("/").partition("/")

    def deploy(self, site: Path, digests: Mapping[str, str], check: str | None) -> None:
        """Make the bucket hold the files of `site`, which are `digests`: those that pages need, pages, then removals.

        Raises `Unable` when the store refuses, or the address to `check` does not answer with this site.
        """
        wanted = {path: _sent(path, digest) for path, digest in digests.items() if not path.endswith(TWINS)}
        with self._store() as store:
            known, there = self._known(store), _tags(store)
            kept = {path: known[path] for path in wanted if _is_there(path, wanted[path], known, there)}
            changed = sorted(wanted.keys() - kept.keys())
            # Said before it is done: an interrupted deployment leaves nothing that the next does not know of.
            self._note(store, known | dict.fromkeys(changed, NOTHING))
            put = kept | {path: Sent(wanted[path], tag) for path, tag in _put(store, site, changed)}
            if check and (failures := health.failures(check, site)):
                raise Unable(health.told(FAILS, failures, target=self.target))
            _remove(store, sorted((known.keys() - wanted.keys()) & there.keys()))
            self._note(store, put)

    def version(self) -> str:
        """Return the version.json in the bucket. Raises `Unable` when there is none."""
        with self._store() as store:
            return bytes(store.get(VERSION).bytes()).decode()

    @contextmanager
    def _store(self) -> Iterator[S3Store]:
        from obstore.exceptions import BaseError
        from obstore.store import S3Store

        try:
            yield S3Store(
                self.name,
                prefix=self.prefix or None,
                client_options={"allow_http": True},
                retry_config={"max_retries": 4},
            )
        except (BaseError, FileNotFoundError, ValueError) as error:
            words = f"{self.target}: {str(error).partition(chr(10))[0].partition(': <?xml')[0]}"
            raise Unable(Text(words, words)) from error

    def _known(self, store: S3Store) -> dict[str, Sent]:
        try:
            noted = json.loads(bytes(store.get(MANIFEST).bytes()))
        except FileNotFoundError:
            return {}
        return {path: Sent(*sent) for path, sent in noted.items()}

    def _note(self, store: S3Store, sent: Mapping[str, Sent]) -> None:
        store.put(MANIFEST, json.dumps(sent, sort_keys=True).encode(), attributes=_headers(MANIFEST))


def order(path: str) -> int:
    """Return when `path` is sent: what pages need, then pages, and last what says which version this is."""
    return 2 if path == VERSION else int(is_page(path))


def _headers(path: str) -> dict[str, str]:
    cache = "no-cache" if path == MANIFEST else cache_control(path)
    return {"Content-Type": content_type(path), "Cache-Control": cache}


def _sent(path: str, digest: str) -> str:
    return hashlib.sha256(json.dumps([digest, _headers(path)]).encode()).hexdigest()


def _is_there(path: str, digest: str, known: Mapping[str, Sent], there: Mapping[str, str]) -> bool:
    return path in there and known.get(path) == Sent(digest, there[path])


def _tags(store: S3Store) -> dict[str, str]:
    return {found["path"]: found["e_tag"] or "" for batch in store.list() for found in batch}


def _put(store: S3Store, site: Path, paths: list[str]) -> Iterator[tuple[str, str]]:
    def put(path: str) -> tuple[str, str]:
        result = store.put(path, (site / path).read_bytes(), attributes=_headers(path), use_multipart=False)
        return path, result["e_tag"] or ""

    for stage in sorted(set(map(order, paths))):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield from pool.map(put, [path for path in paths if order(path) == stage])


def _remove(store: S3Store, paths: list[str]) -> None:
    if paths:
        store.delete(paths)
