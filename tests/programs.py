"""Programs that the tests need besides Python's: those on this computer, or Debian's packages; and libraries of npm."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import urllib.request
from io import BytesIO
from pathlib import Path

import playwright

# By the name to ask for: what it may be called, and its packages. Without letters a browser would draw boxes.
PROGRAMS = {
    "chromium": (
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Google Chrome"],
        ["chromium", "fonts-liberation"],
    ),
    "nginx": (["nginx"], ["nginx", "libnginx-mod-http-brotli-static", "openssl"]),
    "rsync": (["rsync"], ["rsync"]),
}
# Files of npm, by name: the package, the file in it, and the digest by which npm knows the package.
LIBRARIES = {
    # Reads calendars as many apps do.
    "ical.mjs": (
        "https://registry.npmjs.org/ical.js/-/ical.js-2.2.1.tgz",
        "package/dist/ical.js",
        "yK/UlPbEs316igb/tjRgbFA8ZV75rCsBJp/hWOatpyaPNlgw0dGDmU+FoicOcwX4xXkeXOkYiOmCqNPFpNPkQg==",
    ),
    # IBM Equal Access: what is accessible by other rules than those of axe.
    "ace.js": (
        "https://registry.npmjs.org/accessibility-checker-engine/-/accessibility-checker-engine-4.0.34.tgz",
        "package/ace.js",
        "nGE7j5gI/914QLgt1tFcjM9kCr4EKx3HxctsZE8BobObYmQr+UoYsKdWVLowG4QHCB7G/F0Prr3kTwKENPHrcA==",
    ),
}
KEPT = Path(__file__).parent.parent / ".cache"
# Playwright brings its own.
NODE = Path(str(playwright.__file__)).parent / "driver/node"
# Where Debian puts nginx and macOS a browser; not everybody's PATH has that.
PLACES = ":/usr/sbin:/Applications/Google Chrome.app/Contents/MacOS"


def find(name: str) -> str:
    """Return the path of the program `name`, or nothing; the variable with its name in capitals goes first."""
    asked = os.environ.get(name.upper())
    path = os.environ.get("PATH", "") + PLACES
    found = (shutil.which(one, path=path) for one in ([asked] if asked else PROGRAMS[name][0]))
    return next(filter(None, found), "")


def need(name: str) -> str:
    """Return the path of the program `name`. Exits with one sentence that says what to do when it is not here."""
    path = find(name)
    if not path:
        asked = f"{name.upper()}=/path/to/{name}"
        sys.exit(f"The tests need {name}: install it, or say where it is with {asked} make test")
    return path


def install(name: str) -> None:
    """Install Debian's packages of the program `name`, when it is not here and we may. Exits as `need` does."""
    if not find(name) and shutil.which("apt-get") and os.geteuid() == 0:
        for words in (["update"], ["install", "-y", "--no-install-recommends", *PROGRAMS[name][1]]):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(["apt-get", "-qq", *words], check=True, env=environment, stdout=sys.stderr)  # noqa: S607
    need(name)


def fetched(name: str, folder: Path = KEPT) -> Path:
    """Return where the library `name` is in `folder`, fetched when it is not there yet. Exits when it is another."""
    address, member, integrity = LIBRARIES[name]
    kept = folder / f"{Path(address).stem}-{name}"
    if not kept.exists():
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 an address of our own choice
            data = answer.read()
        if base64.b64encode(hashlib.sha512(data).digest()).decode() != integrity:
            sys.exit(f"{address} is not what it was: ask what happened before you change its digest in {__file__}")
        with tarfile.open(fileobj=BytesIO(data)) as archive:
            found = archive.extractfile(member)
            assert found, "the package has no library"
            folder.mkdir(exist_ok=True)
            kept.write_bytes(found.read())
    return kept


if __name__ == "__main__":
    for each in LIBRARIES:
        fetched(each)
    for each in PROGRAMS:
        install(each)
