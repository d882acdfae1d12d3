"""Everything strangers may send is refused, each by a page of its own; everything honest passes without a murmur."""

import time
from collections import defaultdict
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.content import settings
from scripts.report import Finding
from tests.conftest import small_project
from tests.contributions import HARMLESS, HOSTILE, NOTICED

HEAD = """---
title: Proef {name}
description: Een pagina ({name}) om te zien wat de controle zegt van wat iemand instuurt, goed of kwaad.
kind: article
---

Lees het na.[^brugboek]

"""


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What the check says of each contribution, by its name."""
    root = small_project(tmp_path_factory.mktemp("contributions") / "town")
    settled = (
        (root / "mkdocs.yml").read_text(encoding="utf-8").replace("contact: {}", "contact: {email: naam@example.org}")
    )
    (root / "mkdocs.yml").write_text(settled, encoding="utf-8")
    for name, text in (HOSTILE | NOTICED | HARMLESS).items():
        with (root / f"docs/nl/stad/{name}.md").open("w", newline="") as page:
            page.write(HEAD.format(name=name) + text)
    found = defaultdict(list)
    begin = time.process_time()
    for finding in checks.run(settings.of(root))[1]:
        found[Path(finding.path).stem].append(finding)
    assert time.process_time() - begin < 20, "text that is made to be slow is given up at once"
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_harm_is_an_error(findings: dict[str, list[Finding]], name: str) -> None:
    errors = [finding for finding in findings[name] if finding.level == "error"]
    assert errors
    for finding in errors:
        assert finding.line > 1 or finding.rule == "files_have_their_place"
        assert len(finding.message.nl) < 400


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_honest_passes(findings: dict[str, list[Finding]], name: str) -> None:
    assert [one for one in findings[name] if one.level != "hint" and one.rule != "links_go_where_they_say"] == []
    assert [one for one in findings[name] if one.level == "error"] == []


def test_what_shows_otherwise_is_noticed_or_plain_text(findings: dict[str, list[Finding]]) -> None:
    noticed = {name for name in NOTICED if any(one.level == "warning" for one in findings[name])}
    assert noticed == {"comment", "comment-lines", "link-other-host", "link-other-host-word"}
    assert not any(one.level == "error" for name in NOTICED for one in findings[name])
