"""Whatever anyone types: no traceback, no waiting, nothing that acts."""

import gc
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from scripts import check as checks
from scripts.build.text import finished, harmless
from scripts.content import MOST_BYTES, MOST_CHARACTERS, Content, Page, read_page
from scripts.content import settings as project
from scripts.content.citations import cited, with_sources
from scripts.content.marked import apart, without_code
from scripts.content.strict_yaml import Document, YamlProblem, load
from scripts.report import Refused
from scripts.verify.harmless import foreign
from tests.conftest import SITE_URL, small_project

MOST_SECONDS = 2.0
SIZE = 100_000
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
# What Markdown and HTML are made of, so that chance finds more than plain words.
PIECES = st.sampled_from(
    [
        *"< > </ /> <!-- --> <script> </script> <b> onclick= <svg/onload=x> &#x6a; &lt; ` `` ``` ~~~ * ** _ __".split(),
        *"[ ] ( ) ![ ]( [^ ]: [x]: {: } { # #_menu ## > - + 1. !!! ??? | --- :-: === \\ \x02 \u202e \u200b".split(),
        *"javascript: https:// //x drawing: data: @ .md".split(),
        *("<img src=x ", "<a\nhref=", "\x00"),
    ]
)
SPACES = st.sampled_from(["", " ", "\n", "\n\n", "    ", "\t"])
MARKDOWN = st.lists(st.one_of(PIECES, SPACES, st.text(max_size=8)), max_size=60).map("".join)
YAML_PIECES = [
    "title: ",
    "kind: article",
    "- ",
    "\n",
    "\n",
    "&a ",
    ": ",
    *"related: --- [ { *a !!python/x ' \" | #".split(),
]
YAML = st.lists(st.one_of(st.sampled_from(YAML_PIECES), st.text(max_size=6)), max_size=40).map("".join)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Content:
    root = small_project(tmp_path_factory.mktemp("town") / "town")
    return checks.run(project.of(root))[0]


@pytest.fixture
def nothing_else() -> Iterator[None]:
    """What other tests left in memory is not looked through while one is measured."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def page_of(town: Content, body: str) -> Page:
    page = town.page("nl", "stad/markt.md")
    assert page
    return replace(page, body=body)


@QUICK
@given(text=YAML)
def test_yaml_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(load(text), Document)
    except YamlProblem as problem:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.message.nl
        assert problem.message.en


@QUICK
@given(data=st.one_of(st.binary(max_size=300), YAML.map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace"))))
def test_a_page_is_read_or_refused(town: Content, data: bytes) -> None:
    path = town.settings.docs / "nl/proef.md"
    path.write_bytes(data)
    try:
        assert isinstance(read_page(town.settings, town.slugs, "nl", path), Page)
    except Refused as refused:
        assert refused.findings
        assert all(finding.line >= 1 for finding in refused.findings)
    finally:
        path.unlink()


@QUICK
@given(text=MARKDOWN)
def test_no_markdown_makes_a_page_act(town: Content, text: str) -> None:
    page, options = page_of(town, text), town.settings
    for rule in checks.PAGE_RULES:
        list(rule(page, town))
    converter = Markdown(extensions=list(options.markdown_extensions), extension_configs=options.markdown_configs)
    html = finished(converter.convert(with_sources(page, text, town)), page, town)
    assert list(foreign(LexborHTMLParser(f'<div class="md-typeset">{html}</div>'), SITE_URL)) == []


@QUICK
@given(html=MARKDOWN)
def test_cleaning_is_final_and_closes_every_tag(html: str) -> None:
    clean = harmless(html)
    assert harmless(clean) == clean
    wrapped = LexborHTMLParser(f"<body><main><p id=before>{clean}</main><p id=after>").body
    assert wrapped
    assert [node.attributes.get("id") for node in wrapped.css("body > p")][-1:] == ["after"]


@QUICK
@given(text=MARKDOWN)
def test_code_is_told_apart_without_moving_anything(text: str) -> None:
    blank = without_code(text)
    assert len(blank) == len(text)
    assert blank.count("\n") == text.count("\n")


@pytest.mark.usefixtures("nothing_else")
@settings(max_examples=15, deadline=None, derandomize=True)
@given(piece=st.lists(PIECES, min_size=1, max_size=4).map("".join), end=SPACES)
def test_a_page_of_anything_is_checked_in_two_seconds(town: Content, piece: str, end: str) -> None:
    text = ((piece + end) * (MOST_BYTES // len(piece + end)))[:MOST_BYTES]
    lines = [line[:MOST_CHARACTERS] for line in text.split("\n")]
    page = page_of(town, "\n".join(lines))
    begin = time.process_time()
    for rule in checks.PAGE_RULES:
        list(islice(rule(page, town), checks.MOST))
    list(cited(page))
    assert time.process_time() - begin < MOST_SECONDS


@pytest.mark.usefixtures("nothing_else")
@pytest.mark.parametrize("read", [load, without_code, apart])
@pytest.mark.parametrize("piece", ["[", "{", "`", "- ", "a: ", "&a ", "![", "<!--", "\n", "   "])
def test_our_own_readers_take_no_time(read: object, piece: str) -> None:
    assert callable(read)
    begin = time.process_time()
    with suppress(YamlProblem):
        read((piece * SIZE)[:SIZE])
    assert time.process_time() - begin < MOST_SECONDS


def test_a_large_page_is_refused_by_its_size(town: Content, tmp_path: Path) -> None:
    path = town.settings.docs / "nl/groot.md"
    path.write_text("---\ntitle: x\n---\n" + "x" * SIZE)
    with pytest.raises(Refused):
        read_page(town.settings, town.slugs, "nl", path)
    path.unlink()
