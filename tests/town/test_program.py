"""The program is every town's: it names neither this one nor its partners."""

import re

from tests.conftest import ROOT


def test_the_program_names_no_town_and_no_partner() -> None:
    own = [ROOT / name for name in ("overrides/town", "tests/town")]
    own += [ROOT / "tests/test_start.py"]  # which looks for these names in the site of another town
    files = [path for name in ("scripts", "overrides", "tests") for path in (ROOT / name).rglob("*") if path.is_file()]
    texts = [path for path in files if path.suffix in {".py", ".yml", ".md", ".html", ".xml", ".css", ".typ"}]
    for path in texts:
        if not any(one in (path, *path.parents) for one in own):
            named = re.findall(r"nieuwegein|rundu|pu[łl]awy", path.read_text(encoding="utf-8").lower())
            assert named == [], path
