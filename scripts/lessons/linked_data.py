"""Lessons as schema.org LearningResource in JSON-LD, for the catalogues in which schools search.

Levels, subjects and kerndoelen carry their ids from Edustandaard's Begrippenkader, as Kennisnet's Edurep reads them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts import lessons
from scripts.content import Content
from scripts.lessons import Lesson
from scripts.schema.lessons import Level, Question

Data = dict[str, Any]
CONCEPTS = "http://purl.edustandaard.nl/begrippenkader/"
SUBJECTS = "Begrippenkader"
GOALS = "http://metadata.un.org/sdg/"
# What NL-LOM calls a lesson with tasks that have no single answer.
KIND = "open opdracht"
# Where a page shows the quiz.
QUIZ = "_quiz"


def lesson(one: Lesson) -> Data:
    """Return `one` as a LearningResource with its context; every address in it is absolute.

    Its page holds this. The questions of its quiz stand there to be read, so only the collection has them as data too.
    """
    return {"@context": "https://schema.org", **_resource(one)}


def collection(content: Content) -> Data:
    """Return all lessons in all languages as one Collection."""
    return {
        "@context": "https://schema.org",
        "@type": "Collection",
        "@id": content.settings.site_url + lessons.ALL,
        "name": content.words[content.settings.default_locale]["site_name"],
        "hasPart": [_with_questions(one) for one in lessons.everything(content)],
    }


def write(content: Content, site: Path) -> None:
    """Write the collection into the folder `site`."""
    (site / lessons.ALL).write_text(json.dumps(collection(content), ensure_ascii=False, indent=1), encoding="utf-8")


def _with_questions(one: Lesson) -> Data:
    found = _resource(one)
    return found | {"hasPart": found["hasPart"] | {"hasPart": _questions(one)}}


def _resource(one: Lesson) -> Data:
    content, page, meta = one.content, one.page, one.meta
    words, url = content.words[page.locale], content.settings.site_url + page.address
    return {
        "@type": ["LearningResource", "WebPage"],
        "@id": f"{url}#les",
        "url": url,
        "identifier": meta.code,
        "name": meta.title,
        "description": meta.description,
        "inLanguage": page.locale,
        "learningResourceType": KIND,
        "educationalLevel": [_level(content.education.levels[key], page.locale) for key in meta.groups],
        "typicalAgeRange": "{}-{}".format(*one.ages),
        "timeRequired": f"PT{meta.minutes}M",
        "teaches": meta.goals,
        "educationalAlignment": [
            *(_subject(one, key) for key in meta.subjects),
            *(_objective(one, code) for code in meta.curriculum),
        ],
        "about": [_goal(one, number) for number in meta.sdg],
        "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in ("teacher", "student")],
        "isAccessibleForFree": True,
        "license": words["licence_url"],
        "conditionsOfAccess": words["lesson_access"],
        "accessMode": ["textual", "visual"],
        "accessModeSufficient": [{"@type": "ItemList", "itemListElement": ["textual"]}],
        "accessibilityFeature": ["alternativeText", "structuralNavigation", "taggedPDF"],
        "accessibilityHazard": ["none"],
        "encoding": [
            _file(one, one.files.worksheet, "application/pdf"),
            _file(one, one.files.cartridge, "application/zip"),
        ],
        **_translations(one),
        "hasPart": {"@type": "Quiz", "@id": f"{url}#{QUIZ}", "name": words["quiz"]},
        "version": one.version.version,
        "dateModified": one.version.date,
        "publisher": {"@type": "Organization", "name": words["site_name"], "url": content.settings.site_url},
    }


def _level(level: Level, locale: str) -> Data:
    found = {"@type": "DefinedTerm", "name": level.name[locale]}
    return found | ({"@id": CONCEPTS + level.uuid} if level.uuid else {})


def _subject(one: Lesson, key: str) -> Data:
    subject = one.content.education.subjects[key]
    return _alignment("educationalSubject", SUBJECTS, subject.name[one.page.locale], subject.uuid)


def _objective(one: Lesson, code: str) -> Data:
    objective = one.content.education.curriculum[code]
    return _alignment("teaches", objective.set, f"{code}: {objective.about[one.page.locale]}", objective.uuid)


def _alignment(kind: str, framework: str, name: str, uuid: str | None) -> Data:
    found = {
        "@type": "AlignmentObject",
        "alignmentType": kind,
        "educationalFramework": framework,
        "targetName": name,
    }
    return found | ({"targetUrl": CONCEPTS + uuid} if uuid else {})


def _goal(one: Lesson, number: int) -> Data:
    page = lessons.goal_page(one.content, one.page.locale, number)
    name = page.meta.title if page else f"SDG {number}"
    return {"@type": "DefinedTerm", "@id": f"{GOALS}{number}", "termCode": str(number), "name": name}


def _file(one: Lesson, address: str, kind: str) -> Data:
    return {"@type": "MediaObject", "contentUrl": one.content.settings.site_url + address, "encodingFormat": kind}


def _translations(one: Lesson) -> Data:
    content = one.content
    first, *_ = versions = content.translations(one.page.key)
    ids = {page.locale: {"@id": f"{content.settings.site_url}{page.address}#les"} for page in versions}
    if one.page.locale == first.locale:
        return {"workTranslation": [ids[page.locale] for page in versions if page is not one.page]}
    return {"translationOfWork": ids[first.locale]}


def _questions(one: Lesson) -> list[Data]:
    return [_question(question, one.page.locale) for question in one.exercises.quiz]


def _question(question: Question, locale: str) -> Data:
    def answers(right: bool) -> list[Data]:
        chosen = (answer for answer in question.answers if answer.right is right)
        return [{"@type": "Answer", "text": answer.text[locale]} for answer in chosen]

    return {
        "@type": "Question",
        "eduQuestionType": "Multiple choice" if question.has_one_answer else "Checkbox",
        "text": question.question[locale],
        "acceptedAnswer": answers(True),
        "suggestedAnswer": answers(False),
    }
