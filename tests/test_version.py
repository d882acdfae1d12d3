"""The digest of a site: what changes it, what does not, and that anyone can compute it."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from scripts.report import Unable
from scripts.version import digest_of, file_digests, version_of
from tests.deploy.test_deploy import write_site


def test_the_digest_is_that_of_sha256sum(tmp_path: Path) -> None:
    command = "find . -type f ! -path ./version.json -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum"
    folder = write_site(tmp_path, "one")
    lines = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=True).stdout  # noqa: S607
    assert digest_of(file_digests(folder)) == hashlib.sha256(lines).hexdigest()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no readable version.json"),
        ("not json", "no readable version.json"),
        ('{"commit": "x"}', "no readable version.json"),
        ('{"commit": "x", "digest": "0"}', "not those that version.json names"),
    ],
)
def test_a_site_that_is_not_what_it_says_is_refused(tmp_path: Path, text: str | None, words: str) -> None:
    folder = write_site(tmp_path, "one")
    (folder / "version.json").unlink()
    if text is not None:
        (folder / "version.json").write_text(text)
    with pytest.raises(Unable, match=words):
        version_of(folder, file_digests(folder))


def test_a_link_is_no_file(tmp_path: Path) -> None:
    folder = write_site(tmp_path, "one")
    (folder / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(Unable, match="passwd is not a plain file"):
        file_digests(folder)
