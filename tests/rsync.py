"""rsync for the tests of `deploy`: one that is installed, or Debian's package."""

import shutil

from tests import debian

PACKAGES = ("rsync",)
MISSING = "The tests of deploying need rsync: install it"


def find() -> str | None:
    """Return the path of an rsync on this computer."""
    return shutil.which("rsync")


if __name__ == "__main__":
    debian.ensure(find, PACKAGES, MISSING)
