"""Programs that the tests need besides Python's: those that are installed, or Debian's packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable


def ensure(find: Callable[[], object], packages: tuple[str, ...], missing: str) -> None:
    """Install Debian's `packages` when `find` finds nothing and we may.

    Exits with `missing`, one sentence that says what to do, when nothing can be installed.
    """
    if find():
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(missing)
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = ["apt-get", "-qq", *words]
        subprocess.run(command, check=True, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdout=sys.stderr)
    if not find():
        sys.exit(missing)
