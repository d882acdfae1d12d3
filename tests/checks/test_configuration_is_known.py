"""Settings that a stranger may try: each is refused at its line before MkDocs reads, and runs, the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import checks, settings
from scripts.build import build
from scripts.checks.configuration_is_known import HOOKS, RULE, check
from scripts.report import Finding, Refused
from scripts.rule_words import texts
from tests.conftest import ROOT

# What stands there, what becomes of it, which line the finding names, and what it says.
HOSTILE = [
    ("  - toc\n", "  - toc:\n      slugify: !!python/object/apply:os.system [id]\n", "slugify", "! ervoor"),
    ("site_name: ", "site_name: !!python/name:os.system ", "site_name", "! ervoor"),
    ("site_name: ", "!!python/module:os site_name: ", "site_name", "niet te lezen"),
    ("[SITE_URL,", "[GITHUB_TOKEN,", "GITHUB_TOKEN", "GITHUB_TOKEN"),
    ("[SITE_URL,", "[GITHUB_TOKEN, SITE_URL,", "GITHUB_TOKEN", "GITHUB_TOKEN"),
    ("[SITE_URL,", "[REPOSITORY_URL,", "site_url", "REPOSITORY_URL"),
    ("site_name: Wereldwijd Nieuwegein", "site_name: !ENV GITHUB_TOKEN", "site_name", "omgeving"),
    ("strict: true", "strict: true\nINHERIT: other.yml", "INHERIT", "ander bestand"),
    ("strict: true", "strict: true\nextra_javascript: [https://evil.example/x.js]", "extra_javascript", "elke pagina"),
    ("strict: true", "strict: true\nextra_css: [x.css]", "extra_css", "elke pagina"),
    ("strict: true", "strict: true\ndocs_dir: /etc", "docs_dir", "docs/"),
    ("strict: true", "strict: true\nsite_dir: ../../live", "site_dir", "site/"),
    ("strict: true", "strict: true\nuse_directory_urls: false", "use_directory_urls", "hoort hier niet"),
    ("strict: true", "strict: true\nrepo_url: https://github.com/x/y", "repo_url", "hoort hier niet"),
    ("strict: true", "strict: false", "strict: false", "staat vast"),
    ("extra:\n", "extra:\n  analytics: {provider: google, property: G-1}\n", "analytics", "hoort hier niet"),
    ("extra:\n", "<<: {a: b}\nextra:\n", "<<", "niet te lezen"),
    ("https://wereldwijd-nieuwegein.example/", "javascript:alert(1)", "site_url", "past niet"),
    ("name: material", "name: evil", "name: evil", "staat vast"),
    ("custom_dir: overrides", "custom_dir: docs/nl", "custom_dir", "staat vast"),
    ("font: false", "font: {text: Roboto}", "font", "staat vast"),
    ("plugins:\n", "plugins:\n  - macros\n", "- macros", "voert uit"),
    ("plugins:\n", "plugins:\n  - search\n", "- search", "plug-in"),
    ("plugins:\n", "plugins:\n  - exec: {command: id}\n", "- exec", "plug-in"),
    ("fallback_to_default: false", "fallback_to_default: true", "fallback", "staat vast"),
    ("hooks:\n", "hooks:\n  - docs/nl/evil.py\n", "evil.py", "geen hook"),
    ("hooks:\n", "hooks:\n  - scripts/hooks/../../docs/evil.py\n", "evil.py", "geen hook"),
    ("  - scripts/hooks/content.py\n", "", "hooks:", "ontbreekt"),
    ("  - toc\n", "  - pymdownx.snippets: {base_path: .}\n", "snippets", "geheimen"),
    ("  - toc\n", "  - pymdownx.blocks.html\n", "blocks.html", "HTML"),
    ("  - toc\n", "  - md_in_html\n", "md_in_html", "HTML"),
    ("  - toc\n", "  - pymdownx.emoji\n", "emoji", "andere site"),
    ("  - toc\n", "  - evil_package\n", "evil_package", "uitbreiding"),
    ("  - toc\n", "  - toc: {permalink: <script>}\n", "- toc", "anders ingesteld"),
    ("  - scripts.plain_html", "  - attr_list #", "markdown_extensions", "scripts.plain_html"),
    ("static_templates: [", "static_templates: [../../etc/passwd, ", "static_templates", "past niet"),
    ("nav: [index.md]", "nav: [index.md, 'https://evil.example']", "nav:", "staat vast"),
    ("site_name: Wereldwijd Nieuwegein", "site_name: <script>alert(1)</script>", "site_name", "past niet"),
]
HONEST = [
    ("site_name: Wereldwijd Nieuwegein", 'site_name: "\'t Gooi & de wereld"'),
    ("https://wereldwijd-nieuwegein.example/", "https://example.org/a/b/"),
    ("name: material", "name: null"),
    ("  - toc\n", "  - toc: {}\n  # een opmerking\n"),
    ("static_templates: [", "static_templates: [board.html, "),
    (
        "contacts: {emails: [], phones: []}",
        "contacts: {emails: [info@example.org, '@example.org'], phones: ['030 123 45 67']}",
    ),
    ("      languages:\n", "      languages:\n        - {locale: de, name: Deutsch}\n"),
    ("anchors: warn", "anchors: info"),
]


def findings(small: Path, before: str, after: str) -> list[Finding]:
    path = small / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return list(check(small))


@pytest.mark.parametrize(("before", "after", "line", "said"), HOSTILE)
def test_a_strange_setting_is_refused_at_its_line(small: Path, before: str, after: str, line: str, said: str) -> None:
    found = findings(small, before, after)
    lines = (small / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert {finding.level for finding in found} == {"error"}
    assert any(said in finding.message.nl + finding.fix.nl and line in lines[finding.line - 1] for finding in found)
    with pytest.raises(Refused):
        settings.load(small)


@pytest.mark.parametrize(("before", "after"), HONEST)
def test_what_a_town_may_set_passes(small: Path, before: str, after: str) -> None:
    assert findings(small, before, after) == []


def test_our_own_settings_are_known() -> None:
    assert list(check(ROOT)) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"a",
        b"\0",
        b"plugins: 3\nhooks: {}\n",
        b"plugins: [{}, [], 1]\n",
        b"\xff\xfes\0",
        b"x: [" * 9_000,
        b"#" * 99_999,
    ],
)
def test_what_is_no_list_of_settings_is_refused_in_words(small: Path, raw: bytes) -> None:
    (small / "mkdocs.yml").write_bytes(raw)
    found = list(check(small))
    assert found
    assert all(finding.rule == RULE and finding.message.en and finding.fix.en for finding in found)


def test_no_settings_at_all(tmp_path: Path) -> None:
    (found,) = check(tmp_path)
    assert str(found.path) == "mkdocs.yml"


def test_nothing_is_run_while_a_tag_stands_there(small: Path, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    assert findings(small, "  - toc\n", f"  - toc: !!python/object/apply:os.mkdir ['{sign}']\n")
    with pytest.raises(Refused) as refused:
        build(small, tmp_path / "site")
    assert {finding.rule for finding in refused.value.findings} == {RULE}
    assert checks.everything(small) == refused.value.findings
    assert not sign.exists()
    assert not (tmp_path / "site").exists()


def test_every_hook_of_ours_is_asked_for(small: Path) -> None:
    ours = {path.name for path in (ROOT / HOOKS).glob("[!_]*.py")}
    text = (small / "mkdocs.yml").read_text(encoding="utf-8")
    assert ours
    assert all(f"- {HOOKS}/{name}\n" in text for name in ours)


def test_every_case_is_tried() -> None:
    said = {case for _, _, _, case in HOSTILE}
    messages = {
        case: " ".join(words["nl"]) for case, words in texts(RULE).items() if case not in ("title", "why", "unreadable")
    }
    assert [case for case, words in messages.items() if not any(part in words for part in said)] == []
