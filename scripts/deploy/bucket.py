"""The site in a bucket of an S3-compatible store, by rclone: when each file is sent, as what, and how long it is kept.

There is no switch: what a page needs comes before the page, and removals come last. Where the store is and who we are,
the usual variables say: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable
from itertools import groupby
from pathlib import Path, PurePosixPath

from scripts.build import assets
from scripts.files import own_yaml
from scripts.report import Text, Unable
from scripts.version import VERSION
from scripts.words import phrase

SCHEME = "s3://"
# What deployments have put there: only that do they ever remove. Whatever else is in the bucket stays.
MANIFEST = ".deployed.json"
# A bucket has no way to choose between them; the network in front of it compresses.
TWINS = (".br", ".gz")
TYPES: dict[str, str] = own_yaml(Path(__file__).with_suffix(".yml"))
# What is named after its content: files of the look and copies of pictures, and what Pagefind makes.
HASHED = re.compile(rf"{assets.HASH}\.\w+$|_[0-9a-f]{{7,}}\.pf_\w+$")
NEVER_KEPT, KEPT_FOR_EVER, KEPT_AN_HOUR = "no-cache", "public, max-age=31536000, immutable", "public, max-age=3600"
# By checksum, what is there already is not sent again. By itself, rclone would try for minutes.
RCLONE = "--config= --checksum --s3-env-auth --s3-no-check-bucket --contimeout=10s --retries=1 --low-level-retries=3"
NOISE = re.compile(r"Failed to .* last error was: | https response error.*HostID: [^,]*,")


def deploy(target: str, site: Path, paths: Iterable[str], check: Callable[[], None]) -> None:
    """Make `target` hold the files `paths` of `site`: what pages need, then pages, `check`, and last the removals.

    Raises `Unable` when the store refuses, as `read` does, or `check` raises it; then nothing is removed.
    """
    wanted = {path for path in paths if not path.endswith(TWINS)}
    gone = set(json.loads(read(target, MANIFEST) or "[]")) - wanted
    # Said before it is done: an interrupted deployment leaves nothing that the next does not know of.
    _note(target, wanted | gone)
    for (_, *sent_as), group in groupby(sorted(wanted, key=_kind), _kind):
        _rclone(target, "copy", str(site), *sent_as, "--files-from-raw=-", said="\n".join(group))
    check()
    if gone:
        _rclone(target, "delete", "--files-from-raw=-", said="\n".join(gone))
    _note(target, wanted)


def read(target: str, path: str) -> str:
    """Return the text of the file at `path`, or nothing when there is none."""
    return _rclone(f"{target}/{path}", "cat", absent=(3, 4))


def headers(path: str) -> tuple[str, str]:
    """Return the Content-Type and the Cache-Control of the file at `path`: pages are asked for each time."""
    asked = path.endswith(".html") or path in (VERSION, MANIFEST)
    kept = NEVER_KEPT if asked else KEPT_FOR_EVER if HASHED.search(PurePosixPath(path).name) else KEPT_AN_HOUR
    return TYPES.get(PurePosixPath(path).suffix, "application/octet-stream"), kept


def _kind(path: str) -> tuple[int, str, str]:
    """Return when the file at `path` is sent, and what tells rclone how."""
    media_type, kept = headers(path)
    stage = 2 if path == VERSION else int(path.endswith(".html"))
    return stage, f"--header-upload=Content-Type: {media_type}", f"--header-upload=Cache-Control: {kept}"


def _note(target: str, paths: Iterable[str]) -> None:
    _rclone(f"{target}/{MANIFEST}", "rcat", *_kind(MANIFEST)[1:], said=json.dumps(sorted(paths)))


def _rclone(target: str, *words: str, said: str = "", absent: Collection[int] = ()) -> str:
    program = Path(sys.executable).with_name("rclone")
    if not program.exists():
        raise Unable(phrase("deploy.no_rclone"))
    endpoint, region = (os.environ.get(name, "") for name in ("AWS_ENDPOINT_URL", "AWS_REGION"))
    store = f":s3,provider={'Other' if endpoint else 'AWS'},endpoint='{endpoint}',region='{region}':"
    command = [str(program), *RCLONE.split(), *words, store + target.removeprefix(SCHEME)]
    result = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
    if result.returncode not in (0, *absent):
        # The last line has it all: time, level, what went wrong, and numbers that only the makers of the store can use.
        problem = result.stderr.strip().rpartition("\n")[2].partition(": ")[2]
        raise Unable(Text(*[f"{target}: {NOISE.sub('', problem)}"] * 2))
    return result.stdout
