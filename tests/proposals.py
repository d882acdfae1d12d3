"""A small project under git, and a proposal on it with everything that a preview has to show."""

import os
import shutil
import subprocess
from pathlib import Path

from PIL import Image

from tests.conftest import ROOT, small_project

TITLE = "De </title><script>alert(1)</script> & markt"
ADDED = "Zie `<img src=x onerror=alert(1)></style><script>alert(2)</script>` [daar](https://example.org/a?b=1)."
MATERIAL = 'kit: {forms: [poster, square], text: "Loop eens over de brug."}'
PICTURE = "docs/images/kade.png"
GONE = "<img src=x onerror=alert(1)>.md"
NOBODY = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
NOBODY |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def project(root: Path) -> Path:
    """Make the small project in `root`, with a page and a picture more, and commit it."""
    small_project(root)
    (root / PICTURE).parent.mkdir()
    Image.new("RGB", (40, 30), "red").save(root / PICTURE)
    with (root / "docs/nl/stad/index.md").open("a") as town:
        town.write("\n![Een kade](../../images/kade.png)\n")
    shutil.copy(ROOT / ".gitignore", root)
    (root / "docs/nl" / GONE).write_text("Een naam om van te schrikken.\n")
    for locale in ("nl", "en"):
        (root / f"docs/{locale}/stad/haven.md").write_text("Over de haven.\n")
    slugs = root / "docs/data/slugs.yml"
    slugs.write_text(f"haven: {{en: harbour}}\n{slugs.read_text()}")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    return root


def propose(root: Path) -> None:
    """Change a page and give it material, move one, take some away, touch the timeline, paint: without a commit."""
    docs = root / "docs"
    bridge = docs / "nl/stad/brug.md"
    text = bridge.read_text().replace("stad/markt.md", "stad/plein.md").replace("\nkind:", f"\n{MATERIAL}\nkind:")
    bridge.write_text(text.replace("De brug is oud.", f"{ADDED} [Terug](index.md) [Over](../over/index.md)"))
    market = (docs / "nl/stad/markt.md").rename(docs / "nl/stad/plein.md")
    market.write_text(market.read_text().replace("title: De markt", f'title: "{TITLE}"'))
    for path in ("nl/stad/haven.md", "en/stad/haven.md", f"nl/{GONE}"):
        (docs / path).unlink()
    slugs = docs / "data/slugs.yml"
    slugs.write_text(slugs.read_text().replace("haven: {en: harbour}\n", ""))
    timeline = docs / "data/timeline.yml"
    timeline.write_text(timeline.read_text().replace("De brug werd gebouwd.", "De brug werd langzaam gebouwd."))
    Image.new("RGB", (40, 30), "blue").save(root / PICTURE)


def commit(root: Path) -> None:
    """Keep everything as it is now."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Zo was het")


def git(root: Path, *words: str, **environment: str) -> None:
    """Run git in `root`, as nobody in particular and with nobody's settings, but for these of the `environment`."""
    subprocess.run(["git", *words], cwd=root, env=os.environ | NOBODY | environment, check=True)  # noqa: S607
