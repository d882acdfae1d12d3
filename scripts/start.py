"""A town begins: what another town has of its own goes, and what every town begins with comes, under the new name."""

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path, PurePath

from scripts import git, seed
from scripts.content import promises
from scripts.report import Text, Unable
from scripts.words import phrase

# What a town has of its own. All else is the program, and the same in every town.
OWN = ("docs", "overrides/town", "tests/town", "mkdocs.yml", promises.FILE, seed.OWNERS, seed.README, seed.CHANGES)
# Letters, and signs as in 's-Hertogenbosch, Bergen (L.) and Nuenen, Gerwen en Nederwetten, the longest of all.
NAMED, LONGEST = re.compile(r"['’]?[^\W_]([^\W_]|[.,&()'’-]| (?! ))*(?<! )"), 30
HOSTED = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?(/[\w.~-]+)*/?", re.ASCII)
# On GitHub it is an owner and a name; other hosts may have groups in groups.
KEPT = re.compile(
    r"(https://(?!(?:www\.)?github\.com/[^/]*/[^/]*/.)[a-z0-9.-]+/([\w-]+)(?:/\w[\w.-]*?)+)(?:\.git)?/?", re.ASCII
)
# What to say at the end, in this order.
STEPS = (
    "start.look",
    "start.undo",
    "start.write",
    "start.draw",
    "start.owners",
    "start.keep",
    "start.send",
    "start.promise",
)


def start(root: Path, name: str, address: str, repository: str, languages: str, *, dry_run: bool = False) -> list[Text]:
    """Make the clone in `root` the site of the town `name`, and return what to say: what changed, and what to do next.

    It will live at `address`, its files in `repository`, and have these `languages`, codes with commas between them.
    In a `dry_run` it stays as it was. Raises `Unable` when the site cannot begin, and then it stays so too.
    """
    name, kept = unicodedata.normalize("NFC", name.strip()), KEPT.fullmatch(repository)
    if not NAMED.fullmatch(name) or len(name) > LONGEST:
        raise Unable(phrase("start.name", name=name, most=LONGEST))
    if not HOSTED.fullmatch(address):
        raise Unable(phrase("start.address", address=address))
    if not kept:
        raise Unable(phrase("start.repository", repository=repository))
    if git.top(root) != root.resolve():
        raise Unable(phrase("start.no_clone", root=root))
    if git.unsaved(root):
        raise Unable(phrase("start.unsaved"))
    values = {seed.ADDRESS: f"{address.rstrip('/')}/", seed.REPOSITORY: kept[1], seed.NAME: name}
    with tempfile.TemporaryDirectory(prefix=".site-", dir=root) as place:
        new = Path(place, "new")
        seed.lay(root, new, values, kept[2], [code.strip() for code in languages.split(",")])
        said = list(_changes(root, new))
        if not dry_run:
            _swap(root, new, Path(place, "old"))
    steps = ("start.unchanged",) if dry_run else STEPS
    return [*said, *(phrase(step, name=name, repository=kept[1]) for step in steps)]


def _own(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in map(folder.joinpath, OWN) if path.exists()]


def _files(folder: Path) -> dict[PurePath, bytes]:
    found = (path for own in _own(folder) for path in (folder / own, *(folder / own).rglob("*")))
    return {path.relative_to(folder): path.read_bytes() for path in found if path.is_file() and path.suffix != ".pyc"}


def _changes(root: Path, new: Path) -> Iterator[Text]:
    """Yield how many files go, come and change in each folder when `new` replaces what `root` has, and promises go."""
    before, after = _files(root), _files(new)
    kinds = {"gone": before.keys() - after.keys(), "new": after.keys() - before.keys()}
    kinds["changed"] = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    counts = {kind: Counter(PurePath(*path.parts[:2][: len(path.parts) - 1]) for path in kinds[kind]) for kind in kinds}
    for folder in sorted(set[PurePath]().union(*counts.values())):
        yield phrase("start.changes", folder=f"{folder}/", **{kind: counts[kind][folder] for kind in kinds})
    if promised := len(promises.published(root)):
        yield phrase("start.promised", path=promises.FILE, count=promised)


def _swap(root: Path, new: Path, old: Path) -> None:
    """Move what the town has of its own in `root` to `old`, and that in `new` to its place; all of it or nothing."""
    moves = [*((root, old, own) for own in _own(root)), *((new, root, own) for own in _own(new))]
    with ExitStack() as undo:
        for source, target, own in moves:
            (target / own).parent.mkdir(parents=True, exist_ok=True)
            (source / own).rename(target / own)
            undo.callback((target / own).rename, source / own)
        undo.pop_all()
