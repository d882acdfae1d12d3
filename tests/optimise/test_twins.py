"""Twins: beside each text its compressed copy."""

import gzip
from pathlib import Path

import brotli

from scripts.optimise import twins


def test_twins(tmp_path: Path) -> None:
    text, site, cache = "waar komt de koffie vandaan? " * 20, tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    for name, content in {
        "a.html": text,
        "b.html": "short",
        "c.png": text,
        "d.svg": text,
        "e.html": f"x{text}",
        "f.ics": text,
        "g.atom": text,
    }.items():
        (site / name).write_text(content)
    twins.write(site, cache)
    found = {path.name for path in site.iterdir() if path.suffix in (".br", ".gz")}
    assert found == {
        f"{name}{suffix}" for name in ("a.html", "d.svg", "e.html", "f.ics", "g.atom") for suffix in (".br", ".gz")
    }
    packed = (site / "a.html.gz").read_bytes()
    assert gzip.decompress(packed).decode() == brotli.decompress((site / "a.html.br").read_bytes()).decode() == text
    assert packed[4:8] == bytes(4), "no time of the build"
    for kept in cache.iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    twins.write(site, cache)
    assert (site / "a.html.gz").read_bytes() == packed, "half a file is no file"
