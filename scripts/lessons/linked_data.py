"""Lessons as schema.org LearningResource (JSON-LD), for the catalogues that schools search."""

from __future__ import annotations

from typing import Any

from scripts.lessons import Lesson


def lesson(one: Lesson) -> dict[str, Any]:
    """Return `one` as a LearningResource."""
    return {"@context": "https://schema.org", "@type": ["LearningResource", "WebPage"], "name": one.meta.title}
