"""The rules for what stands in the repository: one rule, one file, one name, its words in `scripts/words/`.

A rule says what it looks at by the name of its function: `check_files(settings)` for the files in docs/ as they lie
there, `check_page(page, content)` for one page, `check_content(content)` for all pages and lists together.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path, PurePath
from pkgutil import iter_modules

from scripts import pool
from scripts.check import proposals_stay_in_docs
from scripts.check.rule import Faults
from scripts.content import Content, Page, read
from scripts.content import settings as project
from scripts.content.marked import Outline
from scripts.content.settings import Settings
from scripts.report import Finding, Refused
from scripts.words import finding

Rule = Callable[..., Faults]


def _named(name: str) -> tuple[Rule, ...]:
    rules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    return tuple(getattr(rule, name) for rule in rules if hasattr(rule, name))


FILE_RULES, PAGE_RULES, CONTENT_RULES = map(_named, ("check_files", "check_page", "check_content"))
# Nobody reads more of one rule about one page.
MOST = 100


def everything(root: Path, base: str | None = None) -> list[Finding]:
    """Return all that is wrong in the project at `root`, and what else its proposal changes since the commit `base`."""
    findings = list(said(proposals_stay_in_docs.check, root, base)) if base else []
    try:
        return findings + run(project.of(root))[1]
    except Refused as refused:
        return findings + refused.findings


def run(settings: Settings) -> tuple[Content, list[Finding]]:
    """Return the content of the site and what is wrong with it, each thing once.

    A list or a file of words that cannot be read would make every rule cry out; then only the files are looked at.
    """
    content, findings = read(settings)
    is_whole = all(finding.path.suffix == ".md" for finding in findings)
    # Pages of one language lie together: few processes read the dictionaries of both.
    shares = pool.shares(content.pages) if is_whole else []
    jobs = [partial(_files, rule, settings) for rule in FILE_RULES] + [partial(_pages, content, one) for one in shares]
    found = pool.spread(jobs, len(content.pages))
    outlines = [outline for _, share in found for outline in share]
    for page, outline in zip(content.pages, outlines, strict=False):
        page.marked.outline = outline  # found in another process
    findings += [finding for share, _ in found for finding in share]
    # Not shared: a rule asks Typst, which waits for ever in a process that was forked after it had worked.
    if is_whole:
        findings += [finding for rule in CONTENT_RULES for finding in said(rule, content)]
    return content, list(dict.fromkeys(findings))


def said(rule: Rule, *about: object) -> Iterator[Finding]:
    """Yield what `rule` finds in `about`, under its name and in its words."""
    name = rule.__module__.rpartition(".")[2]
    for level, case, path, line, column, values in rule(*about):
        yield finding(name, case, path, line, column, level=level, **values)


def _files(rule: Rule, settings: Settings) -> tuple[list[Finding], list[Outline]]:
    return list(said(rule, settings)), []


def _pages(content: Content, pages: Sequence[Page]) -> tuple[list[Finding], list[Outline]]:
    found = [one for page in pages for rule in PAGE_RULES for one in islice(said(rule, page, content), MOST)]
    return found, [page.marked.outline for page in pages]


def select(findings: list[Finding], root: Path, paths: list[Path]) -> list[Finding]:
    """Return those of `findings` that are about one of `paths`, files or folders; all when there are none."""
    wanted = [PurePath(os.path.relpath(path, root)) for path in paths]
    return [finding for finding in findings if not wanted or any(finding.path.is_relative_to(one) for one in wanted)]
