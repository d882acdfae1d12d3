"""Work on many pages, shared among processors."""

from __future__ import annotations

import os
from functools import partial

import pytest

from scripts import processors
from scripts.report import Refused


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share work whatever the computer has."""
    monkeypatch.setattr(processors, "COUNT", 2)


def worker(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize(("pages", "many"), [(processors.WORTH_SHARING - 1, False), (processors.WORTH_SHARING, True)])
def test_few_pages_are_not_worth_a_process(pages: int, many: bool) -> None:
    assert processors.many(pages) == many


@pytest.mark.parametrize("shared", [False, True])
def test_what_jobs_find_comes_back_in_order(shared: bool) -> None:
    found = processors.spread([partial(worker, number) for number in range(9)], shared=shared)
    assert [number for number, _ in found] == list(range(9))
    assert (os.getpid() not in {process for _, process in found}) == shared


def refuse() -> None:
    raise Refused([])


def test_what_stops_a_job_stops_all() -> None:
    with pytest.raises(Refused):
        processors.spread([refuse, refuse], shared=True)


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (39, [39]), (40, [7, 7, 7, 7, 7, 5]), (processors.WORTH_SHARING + 2, [7] * 6)]
)
def test_shares_are_even_and_hold_everything(count: int, sizes: list[int]) -> None:
    shares = processors.shares(range(count), 3)
    assert [len(share) for share in shares] == sizes
    assert [item for share in shares for item in share] == list(range(count))
