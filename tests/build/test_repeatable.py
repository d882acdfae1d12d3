"""Two builds of one commit for one day are the same to the last byte, wherever, whenever and by whomever they are made.

What is varied is the list of https://reproducible-builds.org/docs/commandments/: folder, time, zone, language, user,
umask, the order of sets, and what earlier builds left behind.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import pool
from scripts.build.rounds import write_pages
from scripts.content import read, settings
from tests.build.conftest import contents
from tests.conftest import begin_agenda

HERE = {"PATH": os.environ["PATH"]}
ELSEWHERE = HERE | {"HOME": "/nonexistent", "LC_ALL": "C", "PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati"}
# The same program on a day to come; its own clock only, for tools that it calls write down no time.
DAYS = 100
LATER = f"""
import datetime, runpy, sys, time_machine
sys.argv = ["scripts", "build"]
time_machine.travel(datetime.timedelta(days={DAYS})).start()
runpy.run_module("scripts", run_name="__main__")
"""


def made(root: Path, environment: dict[str, str], *, elsewhere: bool) -> dict[str, bytes]:
    """Return what a build of `root` makes, by the name of each file: here and now, or `elsewhere` on another day."""
    command = [sys.executable, *(["-c", LATER] if elsewhere else ["-m", "scripts", "build"])]
    around, umask = (ELSEWHERE, 0o027) if elsewhere else (HERE, 0o022)
    result = subprocess.run(
        command, cwd=root, env=around | environment, umask=umask, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return contents(root / "site")


def test_a_site_outside_git_is_the_same_at_the_moment_that_is_given(small: Path, tmp_path: Path) -> None:
    begin_agenda(small)
    (small / ".cache").unlink()  # each makes all of it
    copy = tmp_path / "copy"
    shutil.copytree(small, copy, symlinks=True)
    moment = {"SOURCE_DATE_EPOCH": str(int(time.time()))}
    one = made(small, moment, elsewhere=False)
    assert one == made(copy, moment, elsewhere=True)
    # The day is that of the moment, or the one that is given; nothing else shows another.
    other = made(copy, moment | {"DAY": "2030-01-01"}, elsewhere=True)
    assert json.loads(other["version.json"])["day"] == "2030-01-01"
    assert b'datetime="2030-03-22"' in other["agenda/index.html"]
    assert b'datetime="2030-03-22"' not in one["agenda/index.html"]


def written(small: Path, name: str, pages: int) -> dict[str, bytes]:
    config = settings.load(small)
    config.extra["content"], _ = read(settings.settings(config))
    config.site_dir = str(small / name)
    write_pages(config, pages)
    assert not list(small.glob(f"{name}-*"))
    return contents(small / name)


@pytest.mark.parametrize("turned", [False, True])
def test_rounds_write_the_same_together_apart_and_whichever_comes_first(
    small: Path, monkeypatch: pytest.MonkeyPatch, turned: bool
) -> None:
    if turned:
        path = small / "mkdocs.yml"
        head, dutch, english, rest = re.split(r"(?=        - locale: )|(?=\nhooks:)", path.read_text())
        path.write_text(f"{head}{english.rstrip()}\n{dutch.rstrip()}\n{rest}")
    monkeypatch.setattr(pool, "COUNT", 2)
    together = written(small, "together", pool.WORTH_SHARING)
    assert together == written(small, "apart", 1)
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml", "robots.txt"} <= together.keys()
    assert any(name.startswith("assets/style.") for name in together)
    assert not any(name.startswith("en/assets") for name in together)
