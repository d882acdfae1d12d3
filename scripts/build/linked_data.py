"""What programs read in JSON-LD, in words of schema.org: lessons for the catalogues of schools, events, and news.

Levels, subjects and kerndoelen carry their ids from Edustandaard's Begrippenkader, as Kennisnet's Edurep reads them.
Every address is absolute.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.build import cards
from scripts.content import Content, Page, lessons, navigation
from scripts.content.lessons import Lesson
from scripts.content.schema.front_matter import Event, News
from scripts.content.schema.lessons import Question

Data = dict[str, Any]
CONTEXT = "https://schema.org"
CONCEPTS = "http://purl.edustandaard.nl/begrippenkader/"
GOALS = "http://metadata.un.org/sdg/"
# What NL-LOM calls a lesson with tasks that have no single answer.
KIND = "open opdracht"
# Where a page shows the quiz.
QUIZ = "_quiz"
# The same for every lesson.
FOR_EVERYONE: Data = {
    "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in ("teacher", "student")],
    "isAccessibleForFree": True,
}
ACCESSIBLE: Data = {
    "accessMode": ["textual", "visual"],
    "accessModeSufficient": [{"@type": "ItemList", "itemListElement": ["textual"]}],
    "accessibilityFeature": ["alternativeText", "structuralNavigation", "taggedPDF"],
    "accessibilityHazard": ["none"],
}


def lesson(one: Lesson) -> Data:
    """Return `one` as a LearningResource with its context.

    Its page holds this. The questions of its quiz stand there to be read, so only the collection has them as data too.
    """
    return {"@context": CONTEXT, **_resource(one)}


def event(content: Content, page: Page, meta: Event) -> Data:
    """Return the event of `page`, for search engines and others: in days, or in moments with their offset."""
    url = content.settings.site_url + page.address
    return {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": meta.title,
        "description": meta.description,
        "startDate": meta.begins.isoformat(),
        "endDate": meta.ends.isoformat(),
        "location": {"@type": "Place", "name": meta.place, "address": meta.place},
        "organizer": {"@type": "Organization", "name": meta.organiser},
        "inLanguage": meta.spoken or [content.settings.default_locale],
    }


def news(content: Content, page: Page, meta: News) -> Data:
    """Return `page` as a NewsArticle. Its day is when it happened; when it was published, no page says."""
    url = content.settings.site_url + page.address
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "url": url,
        "mainEntityOfPage": url,
        "headline": meta.title,
        "description": meta.description,
        "temporalCoverage": meta.date,
        "inLanguage": page.locale,
        "image": f"{url}{cards.NAME}",
        "isAccessibleForFree": True,
        "license": content.words[page.locale]["licence_url"],
        "publisher": _publisher(content, page.locale),
    }


def write(content: Content, site: Path) -> None:
    """Write all lessons in all languages into the folder `site`, as one Collection."""
    data = {
        "@context": CONTEXT,
        "@type": "Collection",
        "@id": content.settings.site_url + lessons.ALL,
        "name": content.settings.site_names[content.settings.default_locale],
        "hasPart": [
            _resource(one, hasPart=[_question(one, question) for question in one.exercises.quiz])
            for one in lessons.everything(content)
        ],
    }
    (site / lessons.ALL).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def _resource(one: Lesson, **quiz: object) -> Data:
    content, locale, meta = one.content, one.page.locale, one.meta
    levels = [content.education.levels[key] for key in meta.groups]
    words, site = content.words[locale], content.settings.site_url
    url = site + one.page.address
    return {
        "@type": ["LearningResource", "WebPage"],
        "@id": f"{url}#les",
        "url": url,
        "identifier": meta.code,
        "name": meta.title,
        "description": meta.description,
        "inLanguage": locale,
        "learningResourceType": KIND,
        "educationalLevel": [
            {"@type": "DefinedTerm", "name": one.said(level.name), **_concept("@id", level.uuid)} for level in levels
        ],
        "typicalAgeRange": "{}-{}".format(*one.ages),
        "timeRequired": f"PT{meta.minutes}M",
        "teaches": meta.goals,
        "educationalAlignment": list(_alignments(one)),
        "about": [_goal(one, number) for number in meta.sdg],
        **FOR_EVERYONE,
        "license": words["licence_url"],
        "conditionsOfAccess": words["lesson_access"],
        **ACCESSIBLE,
        "encoding": [
            {"@type": "MediaObject", "contentUrl": site + address, "encodingFormat": kind}
            for address, kind in ((one.files.worksheet, "application/pdf"), (one.files.cartridge, "application/zip"))
        ],
        **_translations(one),
        "hasPart": {"@type": "Quiz", "@id": f"{url}#{QUIZ}", "name": words["quiz"], **quiz},
        "version": meta.changes[0].version,
        "dateModified": meta.changes[0].date,
        "publisher": _publisher(content, locale),
    }


def _publisher(content: Content, locale: str) -> Data:
    return {"@type": "Organization", "name": content.settings.site_names[locale], "url": content.settings.site_url}


def _concept(name: str, uuid: str | None) -> Data:
    """Return the address of a concept, by the `name` of what holds it; nothing when the Begrippenkader has none."""
    return {name: CONCEPTS + uuid} if uuid else {}


def _alignments(one: Lesson) -> Iterator[Data]:
    """Yield the subjects and the kerndoelen of the lesson."""
    education = one.content.education
    subjects = (education.subjects[key] for key in one.meta.subjects)
    found = [("educationalSubject", "Begrippenkader", one.said(subject.name), subject.uuid) for subject in subjects]
    for code in one.meta.curriculum:
        objective = education.curriculum[code]
        found.append(("teaches", objective.set, f"{code}: {one.said(objective.about)}", objective.uuid))
    for kind, framework, name, uuid in found:
        named = {"alignmentType": kind, "educationalFramework": framework, "targetName": name}
        yield {"@type": "AlignmentObject", **named, **_concept("targetUrl", uuid)}


def _goal(one: Lesson, number: int) -> Data:
    name = navigation.goal_name(one.content, one.page.locale, number).text
    return {"@type": "DefinedTerm", "@id": f"{GOALS}{number}", "termCode": str(number), "name": name}


def _translations(one: Lesson) -> Data:
    content = one.content
    first, *_ = versions = content.translations(one.page.key)
    ids = {page.locale: {"@id": f"{content.settings.site_url}{page.address}#les"} for page in versions}
    if one.page.locale == first.locale:
        return {"workTranslation": [ids[page.locale] for page in versions if page is not one.page]}
    return {"translationOfWork": ids[first.locale]}


def _question(one: Lesson, question: Question) -> Data:
    right, wrong = (
        [{"@type": "Answer", "text": one.said(answer.text)} for answer in question.answers if answer.right is wanted]
        for wanted in (True, False)
    )
    return {
        "@type": "Question",
        "eduQuestionType": "Multiple choice" if question.has_one_answer else "Checkbox",
        "text": one.said(question.question),
        "acceptedAnswer": right,
        "suggestedAnswer": wrong,
    }
