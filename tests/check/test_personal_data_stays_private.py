"""What a finding shows of a person, which is nothing, and what the site may show; all of it is made up."""

from collections.abc import Callable
from pathlib import Path

from scripts.report import Finding

RULE = "personal_data_stays_private"


def test_findings_show_nothing_and_the_maintainers_choose_what_the_site_does(
    small: Path, findings: Callable[[], list[Finding]]
) -> None:
    page, config = small / "docs/nl/stad/markt.md", small / "mkdocs.yml"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nBel\n06**12**345678.\n\n+31 6 12345678\n\nMail jan@**stad**.nl.\n", encoding="utf-8")
    found = [one for one in findings() if one.rule == RULE]
    assert sorted(one.line for one in found) == [10, 13, 15]
    assert not any(piece in f"{one.message} {one.fix}" for one in found for piece in ("1234", "jan@", "stad.nl"))
    chosen = "contact: {email: jan@stad.nl, telephone: '+31 6 12345678'}"
    config.write_text(config.read_text(encoding="utf-8").replace("contact: {}", chosen))
    assert [one for one in findings() if one.rule == RULE] == []
