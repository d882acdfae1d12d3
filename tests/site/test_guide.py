"""How a reader becomes a writer: two links at the foot of every page, and a page that explains every rule."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from scripts.check import guide
from scripts.content import Content
from tests.conftest import ROOT, SITE_URL
from tests.site.pages import BuiltPage


def test_every_page_offers_to_edit_its_text_and_to_report_a_mistake(content: Content, pages: list[BuiltPage]) -> None:
    by_address = {page.address: page for page in content.pages}
    for page in pages:
        ours = by_address[page.address]
        words = content.words[ours.locale]
        edit, report = page.all(".site-footer p:last-child a")
        assert (edit.text(), report.text()) == (words["edit"], words["report"])
        repository, file = (edit.attributes["href"] or "").split("/edit/main/")
        assert file == ours.path.as_posix()
        address = urlsplit(report.attributes["href"] or "")
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{repository}/issues/new"
        assert parse_qs(address.query, strict_parsing=True) == {
            "template": [words["report_form"]],
            "page": [SITE_URL + page.address],
        }
        assert (ROOT / ".github/ISSUE_TEMPLATE" / words["report_form"]).is_file()


def test_the_missing_page_has_no_text_to_edit(site: Path) -> None:
    assert BuiltPage(site / "404.html", "404.html").all("a[href*=issues], a[href*=edit]") == []


def test_the_page_about_the_check_explains_every_rule(content: Content, pages: list[BuiltPage]) -> None:
    built = {page.address: page for page in pages}
    for locale in content.settings.locales:
        (ours,) = (page for page in content.pages if page.locale == locale and page.meta.kind == "rules")
        page = built[ours.address]
        rules = {name: words for group in guide.groups(locale).values() for name, words in group.items()}
        assert page.values("article h3", "id") == list(rules)
        said = zip(page.all("article h3"), page.all("article h3 + p"), strict=True)
        assert [(heading.text(), " ".join(text.text().split())) for heading, text in said] == [
            (words["title"], f"{words['why']} {name}") for name, words in rules.items()
        ]
        assert [node.text() for node in page.all("article h2")] == list(guide.groups(locale))
