"""The program is every town's: it names neither this one nor its partners."""

import re

from tests.conftest import ROOT


def test_the_program_names_no_town_and_no_partner() -> None:
    own = [ROOT / "overrides/words", ROOT / "overrides/town", ROOT / "tests/town", ROOT / "tests/browser"]
    files = [path for name in ("scripts", "overrides", "tests") for path in (ROOT / name).rglob("*") if path.is_file()]
    texts = [path for path in files if path.suffix in {".py", ".yml", ".md", ".html", ".xml", ".css", ".typ"}]
    for path in texts:
        if not any(folder in path.parents for folder in own):
            named = re.findall(r"nieuwegein|rundu|pu[łl]awy", path.read_text(encoding="utf-8").lower())
            assert named == [], path
