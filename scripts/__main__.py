"""The words of the program: `python -m scripts check`, `build` and `serve`, from the root of the repository."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts import checks, settings
from scripts.build import build
from scripts.report import Finding, Language, Refused, Unable, as_text, has_errors
from scripts.serve import serve


def main() -> int:
    """Do what the command line asks. Returns 0 when it is done, 1 when findings stopped it (argparse exits with 2)."""
    asked = _parser().parse_args()
    root = Path.cwd()
    settings.quiet()
    try:
        if asked.word == "check":
            _, findings = checks.run(settings.settings(settings.load(root)))
            print(as_text(findings, asked.language))
            return int(has_errors(findings))
        if asked.word == "build":
            _show(build(root, root / "site"), asked.language)
        if asked.word == "serve":
            serve(root, asked.port, lambda found: _show(found, asked.language))
    except Refused as refused:
        _show(refused.findings, asked.language)
        return 1
    except Unable as unable:
        print(getattr(unable.sentence, asked.language), file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parser.add_argument("--language", choices=("nl", "en"), default="nl", help="language of the findings")
    words = parser.add_subparsers(dest="word", required=True)
    words.add_parser("check", help="say what is wrong in docs/, where, and how to mend it")
    words.add_parser("build", help="check, then make the whole site in site/")
    serving = words.add_parser("serve", help="show the site on this computer, and follow changes")
    serving.add_argument("--port", type=int, default=8000)
    return parser


def _show(findings: list[Finding], language: Language) -> None:
    if findings:
        print(as_text(findings, language), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
