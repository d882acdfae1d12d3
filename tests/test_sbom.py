"""The list of what the site is built with: every package with its version and hashes, and valid."""

import json
import re
import shutil
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.conftest import ROOT
from tests.test_commands import make


def listed(place: Path) -> str:
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, place)
    result = make("--assume-old", ".venv/tools", f"python={ROOT}/.venv/bin/python", "sbom", cwd=place)
    assert result.returncode == 0, result.stderr
    return (place / "sbom.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sbom(tmp_path_factory: pytest.TempPathFactory) -> str:
    return listed(tmp_path_factory.mktemp("sbom"))


def test_it_follows_the_schema(sbom: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom) is None


def test_every_package_is_there_with_its_version_and_hashes(sbom: str) -> None:
    pinned = re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    components = json.loads(sbom)["components"]
    assert sorted((part["name"], part["version"]) for part in components) == sorted(pinned)
    assert all(part["purl"].startswith("pkg:pypi/") for part in components)
    assert all(reference["hashes"] for part in components for reference in part["externalReferences"])
