"""Work on many pages, shared among processors."""

import os
from functools import partial

import pytest

from scripts import pool
from scripts.report import Refused


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share work whatever the computer has."""
    monkeypatch.setattr(pool, "COUNT", 2)


def worker(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize(("pages", "shared"), [(pool.WORTH_SHARING - 1, False), (pool.WORTH_SHARING, True)])
def test_what_jobs_find_comes_back_in_order(pages: int, shared: bool) -> None:
    found = pool.spread([partial(worker, number) for number in range(9)], pages)
    assert [number for number, _ in found] == list(range(9))
    assert (os.getpid() not in {process for _, process in found}) == shared


def refuse() -> None:
    raise Refused([])


def test_what_stops_a_job_stops_all() -> None:
    with pytest.raises(Refused):
        pool.spread([refuse, refuse], pool.WORTH_SHARING)


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (39, [39]), (40, [2] * 20), (42, [3] * 14)])
def test_shares_are_even_and_hold_everything(count: int, sizes: list[int]) -> None:
    shares = pool.shares(range(count))
    assert [len(share) for share in shares] == sizes
    assert [item for share in shares for item in share] == list(range(count))
