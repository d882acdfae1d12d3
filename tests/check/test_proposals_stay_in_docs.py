"""A proposal that changes the program too: one warning names every file of it."""

from pathlib import Path

import pytest

from scripts.check import said
from scripts.check.proposals_stay_in_docs import check as outside
from tests.check.test_check import check
from tests.proposals import project, propose


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """The small project under git, with a proposal that keeps to docs/."""
    root = project(tmp_path / "town")
    propose(root)
    return root


def test_a_proposal_in_docs_is_no_matter(proposal: Path) -> None:
    assert list(outside(proposal, "HEAD")) == []


def test_one_warning_names_every_other_file(proposal: Path) -> None:
    (proposal / "mkdocs.yml").write_text((proposal / "mkdocs.yml").read_text() + "# anders\n")
    (proposal / "docs.py").touch()
    (found,) = said(outside, proposal, "HEAD")
    assert (str(found.path), found.line, found.level) == ("docs.py", 1, "warning")
    assert "docs.py, mkdocs.yml" in found.message.nl
    assert "docs/nl" not in found.message.nl


def test_only_who_asks_for_it_is_told(proposal: Path) -> None:
    (proposal / "docs.py").touch()
    assert "proposals_stay_in_docs" not in check(proposal).stdout
    assert "proposals_stay_in_docs" in check(proposal, "--base", "HEAD").stdout
