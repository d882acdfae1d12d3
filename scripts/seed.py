"""What every town begins with, the seed in `tests/small/`, under the name of one: pages, drawings, settings."""

import re
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePath

from scripts import check
from scripts.check.language.sentences import WORD
from scripts.content import promises, settings, translations
from scripts.report import Unable, has_errors
from scripts.words import phrase

SEED, LICENCE, NAMES = PurePath("tests/small"), "docs/LICENSE", "docs/data/names.yml"
OWNERS, README, CHANGES = ".github/CODEOWNERS", "README.md", "CHANGELOG.md"
# Of the tests of what a town promises, what the next ones begin with.
TESTS = ("tests/town/__init__.py", "tests/town/conftest.py")
# What the seed has in the places of what a town says of itself.
ADDRESS, NAME = "https://voorbeeldstad.example/", "Voorbeeldstad"
REPOSITORY = "https://github.com/voorbeeldstad/wereldwijd"


def lay(root: Path, new: Path, values: Mapping[str, str], owner: str, languages: list[str]) -> None:
    """Lay the seed that `root` has into the folder `new`, as a whole site that check has seen.

    `values` stand in it for `ADDRESS`, `REPOSITORY` and `NAME`; the `owner` is that of the repository. Raises `Unable`
    when it cannot have these `languages`, codes of which the first is the default, or check refuses it with this name.
    """
    _sow(root, new, values)
    _choose(new, languages)
    _introduce(root, new, owner, values[NAME])
    _follow(new, values[NAME])


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
