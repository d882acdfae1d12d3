"""The preview of a proposal: every change is in it, nothing in it acts, and nothing is fetched."""

import base64
import hashlib
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from scripts.preview import Cutter, preview
from scripts.report import Unable, has_errors
from scripts.verify import harmless
from tests.conftest import SITE_URL
from tests.proposals import ADDED, GONE, PICTURE, TITLE, commit, git, project, propose
from tests.verify.test_harmless import PIECES

ACTIVE = "script, iframe, object, embed, form, input, button, template, base, link:not([rel=icon]), [style], [srcset]"


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts", "preview", *words]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `preview.html` and `summary.md` of the proposal."""
    root = project(tmp_path_factory.mktemp("proposal"))
    propose(root)
    summary = tmp_path_factory.mktemp("summary") / "summary.md"
    result = run(root, "--base", "main", PATH="/usr/bin:/bin", GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 0, result.stderr
    summary.rename(root / "summary.md")
    return root


@pytest.fixture(scope="module")
def page(proposal: Path) -> LexborHTMLParser:
    """The preview, as a browser reads it."""
    return read(proposal / "preview.html")


def read(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text())


def section(page: LexborHTMLParser, path: str) -> str:
    (found,) = [one for one in page.css("main > section") if one.css("h2")[0].text() == path]
    return str(found.attributes["id"])


def said(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(node.text() for node in page.css(selector)).split())


def assert_alone(page: LexborHTMLParser) -> None:
    """Nothing acts, nothing is fetched, every id is there once and every reference arrives."""
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert page.css(ACTIVE) == []
    assert len(ids) == len(set(ids))
    for node in page.css("*"):
        for name, text in node.attributes.items():
            value = text or ""
            assert not name.startswith("on"), node.html
            if name in ("src", "href") and node.tag != "a":
                assert value.startswith(("data:", "#")), node.html
            elif name == "href":
                assert re.match("#|https?:|mailto:|tel:", value), node.html
                assert value.startswith("#") or node.attributes["title"], node.html
            elif name != "title":
                assert not re.search(r"url\((?!#)", value), node.html
            for word in value.split() if name in ("for", "aria-labelledby", "aria-describedby") else ():
                assert word in ids, node.html


def test_changed_new_moved_and_deleted_pages_are_named(page: LexborHTMLParser) -> None:
    dutch, english = (said(page, f".preview-languages [lang={locale}]") for locale in ("nl", "en"))
    assert "De brug Gewijzigd Regels erbij: 3. Regels weg: 2." in dutch
    assert f"{TITLE} Nieuw Regels erbij: 7. Regels weg: 0." in dutch
    assert "docs/nl/stad/markt.md Verwijderd" in dutch
    assert f"docs/nl/{GONE} Verwijderd" in dutch
    assert "docs/en/stad/haven.md Removed" in english
    assert "The bridge Not changed" in english
    assert said(page, ".preview-others") == f"docs/data/slugs.yml docs/data/timeline.yml {PICTURE}"


def test_pages_are_shown_with_file_address_and_lines(page: LexborHTMLParser) -> None:
    own = f"#{section(page, 'docs/nl/stad/brug.md')}"
    assert page.css(own)[0].attributes["lang"] == "nl"
    assert ".example/stad/brug/" in said(page, f"{own} .preview-label")
    assert f"+ {ADDED}" in said(page, f"{own} ins")
    assert "− De brug is oud.[^brugboek]" in said(page, f"{own} del")
    assert said(page, f"#{section(page, 'docs/nl/stad/plein.md')} h1") == TITLE
    assert page.css(f"#{section(page, 'docs/en/stad/brug.md')}")[0].attributes["lang"] == "en"
    shown = [node.text() for node in page.css("main > section h2:first-child")]
    made = {f"docs/{path}.md" for path in ("nl/index", "en/index", "nl/tijdlijn", "en/tijdlijn")}
    assert made <= set(shown), "what is made from the timeline"
    assert "docs/nl/over/index.md" not in shown


def test_the_material_that_is_made_of_a_page_stands_below_it(page: LexborHTMLParser) -> None:
    made = page.css(f"#{section(page, 'docs/nl/stad/brug.md')} .kit li")
    assert [node.text().split(" (")[0].strip() for node in made] == ["Poster", "Plaatje om te delen"]
    for image in page.css(".kit img"):
        data = str(image.attributes["src"]).removeprefix("data:image/png;base64,")
        assert min(Image.open(BytesIO(base64.b64decode(data))).size) > 100
    assert len(page.css(".kit")) == 1


def test_a_changed_picture_brings_its_pages_along(page: LexborHTMLParser) -> None:
    assert "De stad Tekst niet gewijzigd, wel een afbeelding" in said(page, ".preview-languages [lang=nl]")
    (image,) = page.css(f"#{section(page, 'docs/nl/stad/index.md')} figure img")
    data = str(image.attributes["src"]).removeprefix("data:image/png;base64,")
    assert Image.open(BytesIO(base64.b64decode(data))).convert("RGB").getpixel((0, 0)) == (0, 0, 255)


def test_nothing_acts_nothing_is_fetched_and_the_policy_knows_the_only_style(page: LexborHTMLParser) -> None:
    assert_alone(page)
    (style,) = page.css("style")
    assert re.findall(r"@import|url\((?![\"']?data:).{30}", style.text()) == []
    digest = base64.b64encode(hashlib.sha256(style.text().encode()).digest()).decode()
    policy = page.css("meta[http-equiv=Content-Security-Policy]")[0].attributes["content"]
    assert str(policy).startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    metas = {node.attributes.get("name"): node.attributes.get("content") for node in page.css("meta[name]")}
    assert (metas["robots"], metas["referrer"]) == ("noindex", "no-referrer")


def test_links_lead_to_pages_in_the_preview_or_nowhere(page: LexborHTMLParser) -> None:
    own = f"#{section(page, 'docs/nl/stad/brug.md')}"
    links = {node.text(): node.attributes for node in page.css(f"{own} .kind-article a")}
    assert links["daar"]["href"] == links["daar"]["title"] == "https://example.org/a?b=1"
    assert "href" not in links["Over"]
    assert links["Over"]["title"] == "/over/"
    home = f"#{section(page, 'docs/nl/index.md')}"
    assert own in [node.attributes.get("href") for node in page.css(f"{home} a")]
    for node in page.css("a[href^='#']"):
        assert page.css_matches(f'[id="{str(node.attributes["href"])[1:]}"]'), node.html


def test_the_summary_names_the_same_changes_and_nothing_raw(proposal: Path) -> None:
    text = (proposal / "summary.md").read_text()
    assert "<code>preview.html</code>" in text
    assert "Gewijzigd: <code>docs/nl/stad/brug.md</code>" in text
    assert "Regels erbij: 3. Regels weg: 2." in text
    assert "Verwijderd: <code>docs/nl/&lt;img src=x onerror=alert(1)&gt;.md</code>" in text
    assert set(re.findall(r"</?(\w+)", text)) == {"h3", "p", "ul", "li", "code"}
    assert "\n\n" not in text.strip()  # an empty line ends what GitHub takes for HTML


def test_nothing_changed_is_said(small: Path) -> None:
    git(small, "init", "--quiet")
    commit(small)
    (small / "notes.txt").write_text("Niet voor lezers.")
    assert not has_errors(preview(small, "HEAD", small / "out.html", "en"))
    found = read(small / "out.html")
    assert "Dit voorstel wijzigt geen pagina’s in deze taal." in said(found, "[lang=nl]")
    assert found.css("main > section, .preview-others") == []


def test_what_cannot_be_is_said_and_leaves_the_previous_preview(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = small / "preview.html"
    output.write_text("het vorige")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    for base in ("HEAD^1", "nergens", "--output=/tmp/x", "$(x)\n{base}", ""):
        with pytest.raises(Unable, match="Git does not know"):
            preview(small, base, output, "nl")
    git(small, "init", "--quiet")
    commit(small)
    result = run(small, PATH="/usr/bin:/bin")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("Git kent ‘HEAD^1’ niet")
    for place in (small / "no/such.html", small):
        with pytest.raises(Unable, match="cannot become a file"):
            preview(small, "HEAD", place, "nl")
    (small / "docs/nl/stad/haven.md").write_text("Over de haven.")
    result = run(small, "--base", "HEAD", PATH="/usr/bin:/bin")
    assert (result.returncode, "docs/nl/stad/haven.md:1: fout:" in result.stderr) == (1, True)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unable, match="Git does not know"):
        preview(small, "HEAD", output, "nl")
    assert output.read_text() == "het vorige"
    assert {path.name for path in small.glob(".*")} <= {".git", ".cache"}


@pytest.mark.parametrize("html", [*PIECES["in_a_text"], *PIECES["anywhere"]])
def test_whatever_came_through_does_nothing_in_a_preview_either(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(f"<main>{html}</main>")
    cut = LexborHTMLParser(f'<div class="md-typeset">{Cutter(tmp_path, {"": "p1"}).page("")}</div>')
    assert_alone(cut)
    assert list(harmless.foreign(cut, SITE_URL)) == []


# All that can refer to something.
HTML = """
<img src="../p.png?v=1#x" srcset="p.png 2x" alt="Een" loading="lazy" onerror="x()"><img src="/no.png" alt="Twee">
<img src="/%70.png"><img src="https://else.example/p.png"><img src="../../../../../etc/passwd">
<a href="#_a">1</a><a href="b/#_a">2</a><a href="/a/b/">3</a><a href="../c/">4</a><a href="javascript:x()">5</a>
<a href="//else.example/é">6</a><a href="mailto:a@else.example">7</a>
<nav aria-label="x"><button popovertarget="_a">x</button></nav><label for="_q">x</label><input id="_q">
<svg aria-labelledby="_t _a" style="x"><title id="_t">x</title><use href="https://else.example/#p"/>
<script>x()</script><path d="M0 0" mask="url(https://else.example)"/></svg><form action="x"><input></form>"""


def test_a_page_is_cut_loose(tmp_path: Path) -> None:
    for address, html in {"a/": HTML, "a/b/": ""}.items():
        (tmp_path / address).mkdir()
        (tmp_path / address / "index.html").write_text(f"<main><h1 id=_a>x</h1>{html}</main>")
    (tmp_path / "p.png").write_bytes(b"a picture")
    cut = Cutter(tmp_path, {"a/": "p1", "a/b/": "p2"})
    tree = LexborHTMLParser(f"<body>{cut.page('a/')}{cut.page('a/b/')}")
    data = "data:image/png;base64," + base64.b64encode(b"a picture").decode()
    assert [node.attributes.get("src") for node in tree.css("img")] == [data, None, data, None, None]
    assert [node.attributes.get("alt") for node in tree.css("img")][:2] == ["Een", "Twee"]
    leads = [node.attributes.get("href") for node in tree.css("a")]
    assert leads[:5] == ["#p1-_a", "#p2-_a", "#p2", None, None]
    assert leads[5:] == ["https://else.example/é", "mailto:a@else.example"]
    assert "https://else.example/é" in [node.attributes.get("title") for node in tree.css("a")]
    assert [node.attributes["id"] for node in tree.css("h1")] == ["p1-_a", "p2-_a"]
    assert tree.css("svg")[0].attributes == {"aria-labelledby": "p1-_t p1-_a"}
    assert tree.css("path")[0].attributes == {"d": "M0 0"}
    assert tree.css("script, form, input, button, label, use, [srcset], [loading], [onerror], [aria-label]") == []
