"""The words of the program, from the root of the repository: `python -m scripts check`, `build`, `serve` and more."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path, PurePath

from scripts import check as checks
from scripts import deploy, files, formats, git, new, progress, verify, weekly
from scripts.build import build
from scripts.check import mending
from scripts.content import promises, settings, translations
from scripts.content.schema.front_matter import MODELS
from scripts.preview import preview
from scripts.report import Finding, Refused, Text, Unable, has_errors
from scripts.serve import serve
from scripts.start import start
from scripts.verify import weight
from scripts.words import LANGUAGES, phrase


def main() -> int:
    """Do what the command line asks. Returns 0 when it is done, 1 when findings stopped it (argparse exits with 2)."""
    gc.freeze()  # what is loaded stays to the end: looking through it again and again takes longer than it saves
    asked = _parser().parse_args()
    settings.quiet()
    try:
        status = int(asked.do(Path.cwd(), asked) or 0)
        sys.stdout.flush()  # here, where a pipe that is gone is caught
        return status
    except Refused as refused:
        _tell(refused.findings, asked)
    except Unable as unable:
        _say(unable.sentence, asked)
    except BrokenPipeError:  # whoever read along has seen enough: check | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:  # a disk that is full or may not be written, in the words of the system
        print(error, file=sys.stderr)
    return 1


def _check(root: Path, asked: argparse.Namespace) -> int:
    """Say what is wrong, where, and how to mend it."""
    gc.disable()  # a short life: looking for what to throw away takes longer than it saves
    base = asked.base or (git.BASE if asked.format == "github" else None)
    findings = checks.select(checks.everything(root, base), root, asked.path)
    if asked.fix and (done := mending.mend(root, findings)):
        _say(phrase("check.done", count=done), asked)
        findings = checks.select(checks.everything(root, base), root, asked.path)
    return _show(findings, asked, git.changed(root, base) if base else [])


def _verify(root: Path, asked: argparse.Namespace) -> int:
    """Say what the finished site does not keep."""
    site, findings = verify.verify(asked.path, root)
    if asked.format == "text":
        print(weight.table(site, asked.language), end="\n\n")
    return _show(findings, asked, [])


def _show(findings: list[Finding], asked: argparse.Namespace, changed: Collection[PurePath]) -> int:
    if asked.format == "json":
        print(formats.as_json(findings))
    elif asked.format == "github":
        print(formats.as_annotations(findings, asked.language, changed))
        formats.summarise(formats.as_summary(findings, asked.language))
    else:
        print(formats.as_text(findings, asked.language, hints=bool(asked.path)))
    return int(has_errors(findings))


def _build(root: Path, asked: argparse.Namespace) -> None:
    """Check, then make the whole site in site/."""
    _tell(build(root, root / "site", step=progress.spoken(asked.language)), asked)
    _say(phrase("build.built"), asked)


def _preview(root: Path, asked: argparse.Namespace) -> None:
    """Put the pages that differ in one file, to review."""
    _tell(preview(root, asked.base, asked.output, asked.language), asked)


def _serve(root: Path, asked: argparse.Namespace) -> None:
    """Show the site on this computer, and follow changes."""
    serve(root, asked.port, lambda found: _tell(found, asked), progress.spoken(asked.language))


def _accept(root: Path, asked: argparse.Namespace) -> None:
    """Note that a translation follows the text as it is."""
    content, _ = checks.run(settings.of(root))
    for page in translations.accept(content, asked.page):
        _say(phrase("translations.accepted", path=page.path), asked)


def _promise(root: Path, asked: argparse.Namespace) -> None:
    """Note in published.txt that these addresses stay."""
    content, findings = checks.run(settings.of(root))
    if has_errors(findings):
        raise Refused(findings)
    _say(phrase("promise.done", count=promises.promise(content)), asked)


def _new(root: Path, asked: argparse.Namespace) -> None:
    """Write a page to begin with, a comment at each line."""
    path = new.new(root, asked.kind, asked.page)
    _say(phrase("new.made", path=path.relative_to(root)), asked)


def _start(root: Path, asked: argparse.Namespace) -> None:
    """Make this clone the site of another town."""
    wanted = (asked.town, asked.address, asked.repository, asked.languages)
    for said in start(root, *wanted, dry_run=asked.dry_run):
        _say(said, asked)


def _weekly(root: Path, asked: argparse.Namespace) -> None:
    """Report what time breaks: links, translations, dates."""
    files.write(root / asked.output, weekly.report(root, asked.language, asked.offline).encode())


def _deploy(root: Path, asked: argparse.Namespace) -> None:
    """Put the site before readers, all at once."""
    if asked.do_instead:
        release = asked.do_instead(asked.target)
    else:
        release = deploy.deploy(root / asked.site, asked.target, asked.check)
    _say(release.text(), asked)


def _existing(name: str) -> Path:
    path = Path(name)
    if not path.exists() and not path.is_symlink():
        raise argparse.ArgumentTypeError(f"{name}: dit bestand is er niet / there is no such file")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    language = argparse.ArgumentParser(add_help=False)
    # Before or after the word; without a default, the second would undo the first.
    for place, default in ((parser, "nl"), (language, argparse.SUPPRESS)):
        place.add_argument("--language", choices=LANGUAGES, default=default, help="what to say it in")
    words = parser.add_subparsers(dest="word", required=True)

    def word(do: Callable[[Path, argparse.Namespace], int | None]) -> argparse.ArgumentParser:
        added = words.add_parser(do.__name__.strip("_"), parents=[language], help=do.__doc__, description=do.__doc__)
        added.set_defaults(do=do)
        return added

    _add_looking(word)
    _add_making(word)
    return parser


def _add_looking(word: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the words that look and change nothing for readers."""
    check = word(_check)
    check.add_argument("path", nargs="*", type=_existing, help="files or folders; everything when there are none")
    check.add_argument("--base", help="a branch or commit: name every file outside docs/ that differs from it")
    check.add_argument("--fix", action="store_true", help="mend what is certain, and say what is left")
    verify = word(_verify)
    verify.add_argument("path", nargs="?", type=_existing, default="site", help="the folder with the site")
    for one in (check, verify):
        one.add_argument("--format", choices=("text", "github", "json"), default="text", help="who reads it")
    preview = word(_preview)
    preview.add_argument("--base", default=git.BASE, help="what to compare with: a branch or a commit")
    preview.add_argument("--output", type=Path, default="preview.html", help="the file to write")
    word(_serve).add_argument("--port", type=int, default=8000)
    weekly = word(_weekly)
    weekly.add_argument("--offline", action="store_true", help="follow no links")
    weekly.add_argument("--output", type=Path, default="weekly.md", help="the file to write")


def _add_making(word: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the words that make, note or publish something."""
    word(_accept).add_argument("page", nargs="+", type=_existing, help="files of translations: docs/en/index.md")
    new_page = word(_new)
    new_page.add_argument("kind", choices=sorted(MODELS))
    new_page.add_argument("page", help="its file, as seen from docs/: nl/stad/markt.md")
    starting = word(_start)
    starting.add_argument("town", help="its name, as people write it: 's-Hertogenbosch")
    starting.add_argument("--address", required=True, help="where readers will find it: https://town.example/")
    starting.add_argument("--repository", required=True, help="where its files will be: https://github.com/town/site")
    starting.add_argument("--languages", default="nl", help="codes, the first language first: nl,en; default: nl")
    starting.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    for do in (_promise, _build):
        word(do)
    deploying = word(_deploy)
    deploying.add_argument("site", type=Path, nargs="?", default="site", help="the finished site; default: site")
    deploying.add_argument("target", help="a folder, user@host:folder, or s3://bucket/folder")
    deploying.add_argument("--check", metavar="URL", help="the address of the site, to look whether readers get it")
    group = deploying.add_mutually_exclusive_group()
    instead = partial(group.add_argument, dest="do_instead", action="store_const")
    instead("--rollback", const=deploy.rollback, help="go back to the release before")
    instead("--status", const=deploy.status, help="say which release readers see")


def _tell(findings: list[Finding], asked: argparse.Namespace) -> None:
    if findings:
        print(formats.as_text(findings, asked.language, hints=False), file=sys.stderr)


def _say(sentence: Text, asked: argparse.Namespace) -> None:
    print(formats.visible(getattr(sentence, asked.language)), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
