"""The stages lean one way, as the folders say: a change in one cannot reach a stage before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = ROOT / "scripts"
# What each folder may know of the others. The files beside them are tools for all.
KNOWS = {
    "content": {"content"},
    "check": {"check", "content"},
    "build": {"build", "check", "content", "optimise", "verify"},
    "optimise": {"optimise"},
    "verify": {"verify", "content"},
    "deploy": {"deploy", "build"},
}


def known(path: Path) -> Iterator[str]:
    """Yield what the module `path` imports of the program: the first folder or file below `scripts/`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "scripts":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scripts."):
            yield str(node.module).split(".")[1]


@pytest.mark.parametrize("stage", KNOWS)
def test_a_stage_knows_only_those_before_it(stage: str) -> None:
    found = {name for path in (PROGRAM / stage).rglob("*.py") for name in known(path)}
    folders = {path.parent.name for path in PROGRAM.glob("*/__init__.py")} - {"words"}
    assert found & folders <= KNOWS[stage]
