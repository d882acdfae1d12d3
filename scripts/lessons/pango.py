"""Pango, which sets the sheets: installed from Debian's packages when it is not there and we may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library

# What the dynamic linker calls the libraries, and the Debian packages that hold them.
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def missing() -> list[str]:
    """Return the packages of the libraries that this computer lacks."""
    return [package for library, package in LIBRARIES.items() if not find_library(library)]


def install() -> None:
    """Install what is missing as root on Debian; elsewhere the build says what to do when it needs them."""
    packages = missing()
    if not packages or shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = ["apt-get", "-qq", *words]
        subprocess.run(command, check=True, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdout=sys.stderr)


if __name__ == "__main__":
    install()
