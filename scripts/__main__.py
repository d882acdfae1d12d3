"""The words of the program, from the root of the repository: `python -m scripts check`, `build`, `serve` and more."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Collection
from pathlib import Path, PurePath
from typing import Any

from scripts import check as checks
from scripts import deploy, files, formats, git, new, progress, verify, weekly
from scripts.build import build, policy
from scripts.check import mending
from scripts.content import promises, settings, translations
from scripts.preview import preview
from scripts.report import Finding, Refused, Text, Unable, has_errors
from scripts.serve import serve
from scripts.verify import weight
from scripts.words import phrase


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
    gc.disable()  # a short life: looking for what to throw away takes longer than it saves
    base = asked.base or (git.BASE if asked.format == "github" else None)
    findings = checks.select(checks.everything(root, base), root, asked.path)
    if asked.fix and (done := mending.mend(root, findings)):
        _say(phrase("check.done", count=done), asked)
        findings = checks.select(checks.everything(root, base), root, asked.path)
    return _show(findings, asked, git.changed(root, base) if base else [])


def _verify(root: Path, asked: argparse.Namespace) -> int:
    site, findings = verify.look(asked.path, root)
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
    _tell(build(root, root / "site", step=progress.spoken(asked.language)), asked)
    _say(phrase("build.built"), asked)


def _preview(root: Path, asked: argparse.Namespace) -> None:
    _tell(preview(root, asked.base, asked.output, asked.language), asked)


def _serve(root: Path, asked: argparse.Namespace) -> None:
    serve(root, asked.port, lambda found: _tell(found, asked), progress.spoken(asked.language))


def _accept(root: Path, asked: argparse.Namespace) -> None:
    content, _ = checks.run(settings.settings(settings.load(root)))
    for page in translations.accept(content, asked.page):
        _say(phrase("translations.accepted", path=page.path), asked)


def _promise(root: Path, asked: argparse.Namespace) -> None:
    content, findings = checks.run(settings.settings(settings.load(root)))
    if has_errors(findings):
        raise Refused(findings)
    _say(phrase("promise.done", count=promises.promise(content)), asked)


def _new(root: Path, asked: argparse.Namespace) -> None:
    path = new.new(root, asked.kind, asked.page)
    _say(phrase("new.made", path=path.relative_to(root)), asked)


def _policy(root: Path, asked: argparse.Namespace) -> None:
    policy.write(root)


def _weekly(root: Path, asked: argparse.Namespace) -> None:
    files.write(root / asked.output, weekly.report(root, asked.language, asked.offline).encode())


def _deploy(root: Path, asked: argparse.Namespace) -> None:
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


FORMATS = ("text", "github", "json")
Argument = tuple[str, dict[str, Any]]
# Each word of the program: what does it, what it is for, and what can come behind it.
WORDS: dict[str, tuple[Callable[[Path, argparse.Namespace], int | None], str, list[Argument]]] = {
    "check": (_check, "say what is wrong, where, and how to mend it", [
        ("path", {"nargs": "*", "type": _existing, "help": "files or folders; everything when there are none"}),
        ("--format", {"choices": FORMATS, "default": "text", "help": "who reads it"}),
        ("--base", {"help": "a branch or commit: name every file outside docs/ that differs from it"}),
        ("--fix", {"action": "store_true", "help": "mend what is certain, and say what is left"}),
    ]),
    "preview": (_preview, "put the pages that differ in one file, to review", [
        ("--base", {"default": git.BASE, "help": "what to compare with: a branch or a commit"}),
        ("--output", {"type": Path, "default": Path("preview.html"), "help": "the file to write"}),
    ]),
    "serve": (_serve, "show the site on this computer, and follow changes", [
        ("--port", {"type": int, "default": 8000}),
    ]),
    "accept": (_accept, "note that a translation follows the text as it is", [
        ("page", {"nargs": "+", "type": _existing, "help": "files of translations: docs/en/index.md"}),
    ]),
    "new": (_new, "write a page to begin with, a comment at each line", [
        ("kind", {"choices": new.KINDS}),
        ("page", {"help": "its file, as seen from docs/: nl/stad/markt.md"}),
    ]),
    "promise": (_promise, "note in published.txt that these addresses stay", []),
    "build": (_build, "check, then make the whole site in site/", []),
    "verify": (_verify, "say what the finished site does not keep", [
        ("path", {"nargs": "?", "type": _existing, "default": "site", "help": "the folder with the site"}),
        ("--format", {"choices": FORMATS, "default": "text", "help": "who reads it"}),
    ]),
    "deploy": (_deploy, "put the site before readers, all at once", [
        ("site", {"type": Path, "nargs": "?", "default": Path("site"), "help": "the finished site; default: site"}),
        ("target", {"help": "a folder, user@host:folder, or s3://bucket/folder"}),
        ("--check", {"metavar": "URL", "help": "the address of the site, to look whether readers get it"}),
        ("--rollback", {"dest": "do_instead", "action": "store_const", "const": deploy.rollback,
                        "help": "go back to the release before"}),
        ("--status", {"dest": "do_instead", "action": "store_const", "const": deploy.status,
                      "help": "say which release readers see"}),
    ]),
    "policy": (_policy, "write the headers for nginx into server/ anew", []),
    "weekly": (_weekly, "report what time breaks: links, translations, dates", [
        ("--offline", {"action": "store_true", "help": "follow no links"}),
        ("--output", {"type": Path, "default": Path("weekly.md"), "help": "the file to write"}),
    ]),
}  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    language = argparse.ArgumentParser(add_help=False)
    # Before or after the word; without a default, the second would undo the first.
    for place, default in ((parser, "nl"), (language, argparse.SUPPRESS)):
        place.add_argument("--language", choices=("nl", "en"), default=default, help="what to say it in")
    words = parser.add_subparsers(dest="word", required=True)
    for word, (do, purpose, arguments) in WORDS.items():
        one = words.add_parser(word, parents=[language], help=purpose)
        one.set_defaults(do=do)
        others = [(name, how) for name, how in arguments if "const" not in how]
        for name, how in others:
            one.add_argument(name, **how)
        if others != arguments:
            instead = one.add_mutually_exclusive_group()
            for name, how in arguments[len(others) :]:
                instead.add_argument(name, **how)
    return parser


def _tell(findings: list[Finding], asked: argparse.Namespace) -> None:
    if findings:
        print(formats.as_text(findings, asked.language, hints=False), file=sys.stderr)


def _say(sentence: Text, asked: argparse.Namespace) -> None:
    print(formats.visible(getattr(sentence, asked.language)), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
