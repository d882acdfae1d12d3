"""Programs that the tests need besides Python's: those on this computer, or Debian's packages."""

import os
import shutil
import subprocess
import sys

# By the name to ask for: what it may be called, and its packages. Without letters a browser would draw boxes.
PROGRAMS = {
    "chromium": (
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Google Chrome"],
        ["chromium", "fonts-liberation"],
    ),
    "nginx": (["nginx"], ["nginx", "libnginx-mod-http-brotli-static", "openssl"]),
    "rsync": (["rsync"], ["rsync"]),
}
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


if __name__ == "__main__":
    for each in PROGRAMS:
        install(each)
