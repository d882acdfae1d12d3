"""Chromium for the browser tests: one that is installed, or Debian's package."""

import os
import shutil
from pathlib import Path

from tests import debian

# A machine without letters would draw boxes: the fonts come along.
PACKAGES = ("chromium", "fonts-liberation")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APP = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
MISSING = "The browser tests need Chromium: install it, or say where it is with CHROMIUM=/path/to/chromium make test"


def find() -> str | None:
    """Return the path of a Chromium on this computer; the variable CHROMIUM goes first."""
    asked = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in ([asked] if asked else NAMES))
    return next((path for path in found if path), str(APP) if APP.exists() else None)


if __name__ == "__main__":
    debian.ensure(find, PACKAGES, MISSING)
