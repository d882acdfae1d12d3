"""How a reader becomes a writer: links at the foot of every page, and a page that explains every rule."""

from urllib.parse import parse_qs, urlsplit

from scripts.check import guide
from scripts.content import Content, Page
from tests.conftest import ROOT, SITE_URL
from tests.site.conftest import BuiltPage


def test_every_page_offers_to_edit_its_text_and_to_report_a_mistake(
    content: Content, both: list[tuple[BuiltPage, Page]]
) -> None:
    for page, ours in both:
        words = content.words[ours.locale]
        *mail, report, edit = page.all(".foot-contact li:nth-last-child(-n + 3) a")
        wanted = ["edit", "report_mail", "report_github"] if mail else ["edit", "report"]
        assert [one.text() for one in (edit, *mail, report)] == [words[name] for name in wanted]
        repository, file = (edit.attributes["href"] or "").split("/edit/main/")
        assert file == ours.path.as_posix()
        address = urlsplit(report.attributes["href"] or "")
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{repository}/issues/new"
        assert parse_qs(address.query, strict_parsing=True) == {
            "template": [words["report_form"]],
            "page": [SITE_URL + page.address],
        }
        assert (ROOT / ".github/ISSUE_TEMPLATE" / words["report_form"]).is_file()


def test_the_page_about_the_check_explains_every_rule(both: list[tuple[BuiltPage, Page]]) -> None:
    found = [(page, ours) for page, ours in both if ours.meta.kind == "rules"]
    for page, ours in found:
        groups = guide.groups(ours.locale)
        rules = {name: words for group in groups.values() for name, words in group.items()}
        assert page.values("article h3", "id") == list(rules)
        said = zip(page.all("article h3"), page.all("article h3 + p"), strict=True)
        assert [(heading.text(), " ".join(text.text().split())) for heading, text in said] == [
            (words["title"], f"{words['why']} {name}") for name, words in rules.items()
        ]
        assert [node.text() for node in page.all("article .md-typeset h2")] == list(groups)
