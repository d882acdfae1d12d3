"""Whatever stands on a page, `check --fix` changes the reported places and nothing else, and once is enough.

What each line becomes, and which are left, stands in `tests/pages/`.
"""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts import check
from scripts.check import mending
from scripts.content import settings as project
from scripts.report import Finding
from tests.conftest import BRIDGE, small_project

PAGE = Path("docs/nl/stad/markt.md")
# Of each pair of words one is broken in a way that can be mended, and stands elsewhere as a word, in code, or twice.
PIECES = [
    "Veel bruggen doen mee. Lees [hoe](brug).", "`brug` is [de brug](brug)", "[brug](brug)", "[De](brug.md) en",
    "[oude\nbrug](brg.md)", "brg.md", "`[x](brg.md)`", "[a](brg.md)[b](brg.md)", "![brg.md](brg.png)", "\n\n",
    "## Kop", "\n\n#### Diep\n\n", "# Te groot", "\n\n```\n#### geen kop [x](brg.md)\n```\n\n", "<brg.md>", "(brg.md)",
    "[é“ĳ”](brg.md)", "- [lijst](brg.md)\n", "> [citaat](brg.md)\n", "[b]( brg.md 'titel')", "[c](<brg.md>)", "😀",
    "\t", "| [t](brg.md) | brg.md |", "\r", "![Foto](foto.jpg “Eigen foto”)", "[^n]\n\n[^n]: [noot](brg.md)\n\n",
]  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("mended") / "small")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([" ", "\n", "\r\n", ""]))
@example(["# Te groot", "Veel bruggen doen mee. Lees [hoe](brug)."], "\r\n")
def test_only_what_was_reported_is_changed_and_once_is_enough(town: Path, pieces: list[str], between: str) -> None:
    head = (BRIDGE / PAGE).read_text(encoding="utf-8")
    before = f"{head}\n{between.join(pieces)}\n"
    (town / PAGE).write_bytes(before.encode())
    found = reported(town)
    done = mending.mend(town, found)
    after = (town / PAGE).read_bytes().decode()
    certain = {(one.line, one.column, one.mend) for one in found if isinstance(one.mend, tuple) and stands(before, one)}
    assert after == with_repairs(before, certain)
    left = reported(town)
    assert done == len(certain)
    assert len(left) == len([one for one in found if not stands(before, one)]), "what was counted is gone"
    assert mending.mend(town, left) == 0
    assert (town / PAGE).read_bytes().decode() == after


def reported(root: Path) -> list[Finding]:
    """Return what can be mended on the page."""
    return [one for one in check.run(project.of(root))[1] if one.path == PAGE and one.mend]


def stands(text: str, one: Finding) -> bool:
    """Tell whether what is to be replaced stands where it was reported."""
    return isinstance(one.mend, tuple) and re.split(r"\r\n|\r|\n", text)[one.line - 1].startswith(
        one.mend[0], one.column - 1
    )


def with_repairs(text: str, repairs: set[tuple[int, int, tuple[str, str]]]) -> str:
    """Return `text` with each repair at its line and column, from the start on."""
    lines, moved = re.split(r"(\r\n|\r|\n)", text), dict[int, int]()
    for line, column, (old, new) in sorted(repairs):
        number, start = 2 * (line - 1), column - 1 + moved.get(line, 0)
        lines[number] = lines[number][:start] + new + lines[number][start + len(old) :]
        moved[line] = moved.get(line, 0) + len(new) - len(old)
    return "".join(lines)
