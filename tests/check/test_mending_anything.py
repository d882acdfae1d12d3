"""Whatever stands on a page, `check --fix` changes the reported places and nothing else, and once is enough."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts import check
from scripts.check import mending
from scripts.content import settings as project
from scripts.report import Finding
from tests.conftest import small_project

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
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([" ", "\n", ""]))
def test_only_what_was_reported_is_changed_and_once_is_enough(town: Path, pieces: list[str], between: str) -> None:
    head = (town.parents[0] / "head.md").read_text() if (town.parents[0] / "head.md").exists() else ""
    if not head:
        head = (town / PAGE).read_text()
        (town.parents[0] / "head.md").write_text(head)
    before = f"{head}\n{between.join(pieces)}\n"
    (town / PAGE).write_bytes(before.encode())
    found = [one for one in _findings(town) if one.mend and one.path == PAGE]
    done = mending.mend(town, found)
    after = (town / PAGE).read_bytes().decode()
    assert after == _with_repairs(before, found, done)
    mended = {(one.rule, one.line) for one in found}
    left = [one for one in _findings(town) if one.path == PAGE and one.mend]
    assert done == len({(one.line, one.column) for one in found}), "each is done, or it should not carry a repair"
    assert not mended & {(one.rule, one.line) for one in left}
    assert mending.mend(town, left) == len(left) == 0


def _findings(root: Path) -> list[Finding]:
    return check.run(project.of(root))[1]


def _with_repairs(text: str, found: list[Finding], done: int) -> str:
    """Return `text` with each repair at its place, by counting characters from the start instead of from the end."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        spans = sorted(
            {(one.column - 1, one.mend) for one in found if one.line == number and isinstance(one.mend, tuple)}
        )
        parts, end = list[str](), 0
        for start, (old, new) in spans:
            assert line[start : start + len(old)] == old
            parts += [line[end:start], new]
            end = start + len(old)
        lines[number - 1] = "".join([*parts, line[end:]])
    return "\n".join(lines)
