"""The guide for volunteers and the forms: they say what is true, in both languages, and GitHub takes them."""

import re
from typing import Any

import pytest
import yaml

from scripts.check import guide
from scripts.content import Content
from scripts.content.schema.front_matter import Event
from tests.conftest import ROOT
from tests.test_commands import TARGETS, WORDS

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GITHUB = ROOT / ".github"
FORMS = {path.name: yaml.safe_load(path.read_text()) for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml")}
CHOICE = FORMS.pop("config.yml")
# What GitHub knows in an address itself: a field of that name could not be filled in.
TAKEN = {"template", "title", "body", "labels", "assignees", "milestone", "projects"}
HALVES = GUIDE.split("\n# ")
DOCUMENTS = ("CONTRIBUTING.md", ".github/CODE_OF_CONDUCT.md", ".github/SECURITY.md")


def test_the_guide_begins_with_what_one_does_not_need() -> None:
    assert "geen git nodig" in "".join(GUIDE.splitlines()[:10])
    assert [half.splitlines()[0].removeprefix("# ") for half in HALVES] == [
        "U hebt geen git nodig",
        "You do not need git",
    ]


@pytest.mark.parametrize(("half", "doors"), [*zip(HALVES, ("Deur", "Door"), strict=True)])
def test_each_half_has_three_doors_and_five_steps(half: str, doors: str) -> None:
    assert re.findall(rf"^## {doors} (\d):", half, re.MULTILINE) == ["1", "2", "3"]
    assert re.findall(r"^(\d)\. ", half, re.MULTILINE) == ["1", "2", "3", "4", "5"]


def test_every_rule_is_named_once() -> None:
    names, english = ([name for group in guide.groups(one).values() for name in group] for one in ("nl", "en"))
    assert english == names
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    rules = [path.stem for path in (ROOT / "scripts/check").glob("[a-z]*_*.py")]
    assert sorted(names) == sorted([*rules, *re.findall(r'^RULE = "(\w+)"$', code, re.MULTILINE)])


def test_a_language_that_the_program_does_not_speak_gets_english() -> None:
    assert guide.groups("pl") == guide.groups("en")


def test_a_site_in_one_language_has_no_rules_between_languages() -> None:
    alone = guide.groups("nl", alone=True)
    assert list(guide.groups("nl").keys() - alone.keys()) == ["Talen"]
    assert not [name for rules in alone.values() for name in rules if re.search("translat|language", name)]


def test_every_command_in_the_guide_exists() -> None:
    targets = set(re.findall(r"^ {4}make (\w+)", GUIDE, re.MULTILINE))
    words = set(re.findall(r"-m scripts (?:--language en )?(\w+)", GUIDE))
    assert targets == {"serve", "check"} <= set(TARGETS)  # tests/test_commands.py tries them all
    assert words == {"check", "new", "accept"} <= set(WORDS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_headings_and_forms(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    top = "../" * (2 + name.count("/"))  # GitHub shows a file below /blob/main/
    headings = {re.sub(r"[^\w -]", "", line).replace(" ", "-").lower() for line in re.findall(r"^#+ (.*)$", text, re.M)}
    for link in re.findall(r"\]\(([^)]+)\)", text):
        if link.startswith("#"):
            assert link[1:] in headings, link
        elif link.startswith(start := f"{top}issues/new?template="):
            assert link.removeprefix(start) in FORMS, link
        else:
            assert link == f"{top}security/advisories/new" or ((ROOT / name).parent / link).is_file(), link


@pytest.mark.parametrize("name", [*DOCUMENTS, ".github/PULL_REQUEST_TEMPLATE.md"])
def test_no_address_is_made_up(name: str) -> None:
    assert not re.search(r"[\w.]+@[\w.]+|mailto:|\b0\d{2,3}[ -]?\d{6,7}\b", (ROOT / name).read_text(encoding="utf-8"))


def test_the_template_of_a_proposal_is_short() -> None:
    lines = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 5
    assert all(" / " in line for line in lines if line)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_that_github_takes(name: str) -> None:
    """https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests."""
    form: dict[str, Any] = FORMS[name]
    assert form.keys() == {"name", "description", "title", "body"}  # no labels or assignees that may not exist
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description", "title"))
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    labels = [field["attributes"]["label"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[\w-]+", one) for one in ids)
    assert TAKEN.isdisjoint(ids)
    for part in form["body"]:
        assert part["type"] in {"markdown", "input", "textarea"}
        assert part["attributes"].keys() <= ({"value"} if part["type"] == "markdown" else {"label", "description"})
        assert part.keys() <= {"type", "attributes", "id", "validations"}
        assert part.get("validations", {"required": True}) == {"required": True}


def test_forms_come_in_pairs_with_names_of_their_own() -> None:
    assert CHOICE == {"blank_issues_enabled": True}
    assert len({form["name"] for form in FORMS.values()}) == len(FORMS)
    for dutch, english in (("fout.yml", "mistake.yml"), ("vraag.yml", "question.yml"), ("evenement.yml", "event.yml")):
        shapes = [[(part["type"], part.get("id")) for part in FORMS[name]["body"]] for name in (dutch, english)]
        assert shapes[0] == shapes[1]
    assert [part["id"] for part in FORMS["fout.yml"]["body"] if "id" in part] == ["page", "what", "better", "source"]


def test_the_form_for_an_event_asks_what_its_page_holds() -> None:
    asked = {part["id"]: "validations" in part for part in FORMS["evenement.yml"]["body"] if "id" in part}
    beside = {"kind", "order", "follows", "related"}
    needed = {"title" if name == "name" else name: one for name, one in asked.items() if name != "text"}
    fields = Event.model_fields.items()
    assert needed == {name: field.is_required() for name, field in fields if name not in beside}


def test_the_site_leads_to_a_form_in_its_own_language(content: Content) -> None:
    assert {locale: words["report_form"] for locale, words in content.words.items()} == {
        "nl": "fout.yml",
        "en": "mistake.yml",
    }
    assert [words["event_form"] for words in content.words.values()] == ["evenement.yml", "event.yml"]
