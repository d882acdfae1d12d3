"""A town begins: what another town has of its own goes, and what every town begins with comes, under the new name.

What every town begins with is the seed in `tests/small/`: pages, drawings, settings.
"""

import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePath

from scripts import check, git
from scripts.check.language.sentences import WORD
from scripts.content import promises, settings, translations
from scripts.report import Text, Unable, has_errors
from scripts.words import phrase

SEED, LICENCE, NAMES = PurePath("tests/small"), "docs/LICENSE", "docs/data/names.yml"
OWNERS, README, CHANGES = ".github/CODEOWNERS", "README.md", "CHANGELOG.md"
# Of the tests of what a town promises, what the next ones begin with.
TESTS = ("tests/town/__init__.py", "tests/town/conftest.py")
# What the seed has in the places of what a town says of itself.
ADDRESS, NAME = "https://voorbeeldstad.example/", "Voorbeeldstad"
REPOSITORY = "https://github.com/voorbeeldstad/wereldwijd"

# What a town has of its own. All else is the program, and the same in every town.
OWN = ("docs", "overrides/town", "tests/town", "mkdocs.yml", promises.FILE, OWNERS, README, CHANGES)
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
    values = {ADDRESS: f"{address.rstrip('/')}/", REPOSITORY: kept[1], NAME: name}
    with tempfile.TemporaryDirectory(prefix=".site-", dir=root) as place:
        new = Path(place, "new")
        _sow(root, new, values)
        _choose(new, [code.strip() for code in languages.split(",")])
        _introduce(root, new, kept[2], name)
        _follow(new, name)
        said = list(_changes(root, new))
        if not dry_run:
            _swap(root, new, Path(place, "old"))
    steps = ("start.unchanged",) if dry_run else STEPS
    return [*said, *(phrase(step, name=name, repository=kept[1]) for step in steps)]


def _sow(root: Path, new: Path, values: Mapping[str, str]) -> None:
    """Lay the seed into the folder `new` with `values` in it, and the program beside it so that it can be checked."""
    shutil.copytree(root / SEED, new)
    shutil.copy(root / LICENCE, new / LICENCE)
    (new / promises.FILE).touch()
    words = [word for word in WORD.findall(values[NAME]) if len(word) > 1 and not word.islower()]
    _edit(new / NAMES, lambda text: text.replace(f"- {NAME}\n", "".join(f"- {word}\n" for word in words)))
    for path in new.rglob("*.*"):
        if path.suffix in (".md", ".yml"):
            _edit(path, partial(_filled, values=values))
    for path in (root / "scripts", *(root / "overrides").iterdir()):
        link = new / path.relative_to(root)
        if not link.exists():
            link.symlink_to(path)


def _choose(new: Path, wanted: list[str]) -> None:
    """Leave out the languages that are not `wanted`. Raises `Unable` unless each is known, once, the default first."""
    there = settings.of(new).locales
    if wanted[0] != there[0] or not set(wanted) <= set(there) or len(set(wanted)) < len(wanted):
        raise Unable(phrase("start.languages", first=there[0], there=",".join(there)))
    for locale in set(there) - set(wanted):
        shutil.rmtree(new / "docs" / locale)
        entry = re.compile(rf"^( +)- locale: {locale}\n(?:\1 .*\n)*", re.MULTILINE)
        _edit(new / "mkdocs.yml", partial(entry.sub, ""))
    if len(wanted) == 1:  # then nothing can be said of translations
        for page in (new / "docs").rglob("*.md"):
            if "\nkind: translations\n" in page.read_text(encoding="utf-8"):
                page.unlink()


def _introduce(root: Path, new: Path, owner: str, name: str) -> None:
    """Write into `new` what stands beside the pages: whose they are, and the first words of what is said of them."""
    for path in (README, CHANGES, *TESTS):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / path, new / path)
    title = " · ".join(dict.fromkeys(settings.of(new).site_names.values()))
    head = f"# {title}\n\n{phrase('start.readme', name=name).en}\n"
    _edit(new / OWNERS, lambda text: re.sub(r"@[\w-]+(?=/)", f"@{owner}", text))
    _edit(new / README, lambda text: head + text[text.index("\n## ") :])
    _edit(new / CHANGES, lambda text: re.sub(r"\n## .*", "", text, flags=re.DOTALL))


def _follow(new: Path, name: str) -> None:
    """Say in each translation that it follows its text with `name` in it. Raises `Unable` when check refuses one."""
    content, findings = check.run(settings.of(new))
    for one in findings:
        if has_errors([one]):
            raise Unable(phrase("start.unfit", name=name, path=one.path, message=one.message))
    translations.accept(content, [new / one.path for one in content.pages if translations.source(content, one)])


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return `text`, that of a page or a list, with `values` in place of what the seed has for them.

    In YAML no name of a town means anything but itself, as long as no value begins with it: there the seed has
    quotation marks around it.
    """
    for old, value in values.items():
        text = text.replace(old, value)
    return text


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


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
