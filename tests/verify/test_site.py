"""The real site, as it was built: what it promises, it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.report import Finding
from scripts.verify import verify
from tests.conftest import ROOT

# Those that hold for a site as soon as it is built.
KEPT = (
    "links_and_anchors_lead_somewhere",
    "published_addresses_answer",
    "alternates_are_real_and_mutual",
    "headings_and_titles_tell_pages_apart",
    "sitemap_is_complete",
    "structured_data_is_valid",
    "nothing_comes_from_other_hosts",
    "styles_and_scripts_stay_outside",
    "active_content_is_ours",
)


@pytest.fixture(scope="module")
def said(site: Path) -> list[Finding]:
    """What verify says of the real site."""
    return verify(site, ROOT)


@pytest.mark.parametrize("promise", KEPT)
def test_the_built_site_keeps_its_promises(said: list[Finding], promise: str) -> None:
    assert [(finding.path, finding.message.en) for finding in said if finding.rule == promise] == []
