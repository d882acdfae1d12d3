"""The digest of a site: what changes it, what does not, and that anyone can compute it."""

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.digest import digest_of, file_digests, version_of
from scripts.report import Unable
from tests.deploy.test_deploy import write_site


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[..., Path]:
    """Write the site that says a word."""
    return lambda word, **more: write_site(tmp_path / "site", word, **more)


def test_the_digest_is_that_of_sha256sum(small_site: Callable[..., Path]) -> None:
    command = "find . -type f ! -path ./version.json -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum"
    folder = small_site("one")
    lines = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=True).stdout  # noqa: S607
    assert digest_of(file_digests(folder)) == hashlib.sha256(lines).hexdigest()


def test_only_names_and_contents_count(tmp_path: Path) -> None:
    one, other = write_site(tmp_path / "1", "same"), write_site(tmp_path / "2", "same")
    (other / "index.html").touch()
    (other / "version.json").write_text("{}")
    assert digest_of(file_digests(one)) == digest_of(file_digests(other))
    (other / "index.html").rename(other / "index2.html")
    assert digest_of(file_digests(one)) != digest_of(file_digests(other))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no readable version.json"),
        ("not json", "no readable version.json"),
        ('{"commit": "x"}', "no readable version.json"),
        ('{"commit": "x", "digest": "0"}', "not those that version.json names"),
    ],
)
def test_a_site_that_is_not_what_it_says_is_refused(
    small_site: Callable[..., Path], text: str | None, words: str
) -> None:
    folder = small_site("one")
    (folder / "version.json").unlink()
    if text is not None:
        (folder / "version.json").write_text(text)
    with pytest.raises(Unable, match=words):
        version_of(folder, file_digests(folder))


def test_a_link_is_no_file(small_site: Callable[..., Path]) -> None:
    folder = small_site("one")
    (folder / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(Unable, match="passwd is not a plain file"):
        digest_of(file_digests(folder))
