"""The story is whole, and facts that were once wrong stay right: on pages, in lists and lessons, in both languages."""

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import yaml

from scripts.build.drawings.globe import distance
from scripts.content import Content, actions
from tests.site.conftest import BuiltPage

FACTS = yaml.safe_load(Path(__file__).with_name("facts.yml").read_text())


def text(content: Content, place: str, locale: str) -> str:
    if place == "timeline":
        return " ".join(f"{event.when}: {event.text[locale]}" for event in content.timeline)
    if page := content.page(locale, place):
        said = re.sub(r"\[\^[^]]+]|]\([^)]*\)|\[", "", page.body)
        return " ".join(f"{page.meta.title} {page.meta.description} {said}".split())
    folder, stem = place.split("/")
    questions = content.quizzes[stem].quiz if folder == "quizzes" else content.exercises[stem].quiz
    asked = [(q.question[locale], [a.text[locale] + a.feedback[locale] for a in q.answers]) for q in questions]
    tasks = content.exercises[stem].worksheet if folder != "quizzes" else []
    return " ".join(f"{one.task[locale]} {one.answer[locale]}" for one in tasks) + str(asked)


@pytest.mark.parametrize(("place", "dutch", "english"), FACTS["said"])
def test_said(content: Content, place: str, dutch: str, english: str) -> None:
    for locale, words in (("nl", dutch), ("en", english)):
        assert re.search(f"(?i){words}", text(content, place, locale)), f"{locale}: {words} in {place}"


def test_gone(content: Content) -> None:
    hosts = "|".join(map(re.escape, FACTS["hosts"].split()))
    gone = re.compile("|".join([*FACTS["gone"], rf"//([\w.-]+\.)?({hosts})"]))
    for file in (file for kind in ("md", "yml") for file in content.settings.docs.rglob(f"*.{kind}")):
        assert not (found := gone.search(file.read_text())), f"{file}: {found}"


@pytest.mark.parametrize(("locale", "asked"), [("nl", "vragen wij na"), ("en", "We are asking the municipality")])
def test_in_one_place_only(content: Content, locale: str, asked: str) -> None:
    texts = {page.key: text(content, page.key, locale) for page in content.pages if page.locale == locale}
    texts |= {key: text(content, f"lessons/{key}", locale) for key in content.exercises}
    texts |= {key: text(content, f"quizzes/{key}", locale) for key in content.quizzes}
    assert sum(words.count("SOMO") for words in texts.values()) == 1
    assert sum(words.count(asked) for key, words in texts.items() if key.startswith("fairtrade/")) == 1
    for sentence in re.findall(r"[^.|]*\b415\b[^.|]*", " ".join(texts.values())):
        assert re.search("regio Kavango(?! Oost)|Kavango [Rr]egion", sentence), sentence


def test_no_list_or_caption_speaks_of_an_absent_year(pages: list[BuiltPage]) -> None:
    for page in pages:
        for node in page.all("li:has(cite), p:has(cite), figcaption, caption"):
            assert not re.search(r"zonder jaar|\bundated\b", node.text()), f"{page.address}: {node.text()[:200]}"


def test_drawings_agree_with_pages(content: Content) -> None:
    assert "(jaren onbekend)" in content.drawings["rain"].title["nl"]
    counts = [one.value for one in content.drawings["fairtrade-count"].points]
    for page in content.translations("fairtrade/index.md"):
        assert {counts[0], max(counts), counts[-1]} <= {*map(float, re.findall(r"\b\d\d\b", page.body))}


def test_the_map_of_our_water_hangs_together(content: Content) -> None:
    river, canal, link = content.drawings["nieuwegein-water"].rivers
    assert {link[0], canal[0]} <= {*river}  # both canals begin at the river, and the short one ends at the long one
    assert min(distance(link[-1], point) for point in canal) < 1
    here, utrecht = (content.places[key] for key in ("nieuwegein", "utrecht"))
    assert max(north for _, north in river) < here.latitude < utrecht.latitude < max(north for _, north in canal)
    assert min(east for east, _ in link) > here.longitude


@pytest.mark.parametrize(("locale", "comma"), [("nl", ","), ("en", ".")])
def test_sums_of_the_lessons(content: Content, locale: str, comma: str) -> None:
    page, asked = (text(content, f"lessen/banaan{end}", locale).replace(comma, ".") for end in (".md", ""))
    _, sums, _, shops, *_ = (task.table.get(locale, []) for task in content.exercises["banaan"].worksheet)
    shares, second = ([Decimal(row[n].replace(comma, ".")) for row in shops[1:]] for n in (1, 2))
    euros = [(one * Decimal("0.224")).quantize(Decimal("0.01"), ROUND_HALF_UP) for one in shares]
    assert (sum(shares), sum(second), sum(euros)) == (100, 100, Decimal("22.40"))
    assert [row[1] for row in sums[1:-1]] == [row[1] for row in shops[1:]]
    for share, other, euro in zip(shares, second, euros, strict=True):
        assert f"{share}% | {euro}" in page
        assert f"{share}% | {other}%" in page
        assert f"{euro}" in asked
    assert all(f"{euros[-1] + Decimal('22.40')}" in words for words in (page, asked))
    page, asked = (text(content, f"lessen/water{end}", locale).replace(comma, ".") for end in (".md", ""))
    task = content.exercises["water"].worksheet[0]
    litres = [float(row[1].replace(comma, ".")) for row in task.table[locale][1:]]
    whole = [round(one) for one in litres]
    assert litres == [one.value for one in content.drawings["water-day"].points]
    assert all(re.search(rf"\b{one}\b.*\b{one * 7}\b", asked) and f"{one * 7}" in page for one in whole)
    for part in (whole, whole[:3]):  # all rows, and those of groups 5 and 6
        total, rest = sum(part), 128 - sum(part)
        assert f"{' + '.join(map(str, part))} = {total}. 128 - {total} = {rest} lit" in asked
        assert re.search(rf"\b{total} .*\b{rest} lit", page)
    assert {*map(float, re.findall(r"\d+\.\d(?= lit)", asked))} <= {*litres, 13.8}
    for words in (page, asked):  # what task 5 asks for, pupils can read
        assert re.search(r"63[.,]431 .*118[.,]600 .*2024", words)


def test_each_goal_has_something_to_do(content: Content) -> None:
    goals = [page for page in content.pages if page.meta.kind == "goal"]
    assert goals and not [page.path for page in goals if not actions.few(content, page)]
