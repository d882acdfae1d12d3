"""Work on many pages, shared among the processors of this computer where that pays."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Found = TypeVar("Found")
Item = TypeVar("Item")
Job = Callable[[], Found]
# Below this many pages a second process takes longer to start than it saves.
WORTH_SHARING = 40
COUNT = os.cpu_count() or 1


def shares(items: Sequence[Item], each: int) -> list[Sequence[Item]]:
    """Return `items` in even runs, `each` for every processor; in one when they are not many.

    More runs than processors: all end at about one moment.
    """
    size = -(-len(items) // (COUNT * each)) if many(len(items)) else len(items)
    return [items[start : start + size] for start in range(0, len(items), size or 1)]


def many(pages: int) -> bool:
    """Tell whether work on so many `pages` is worth sharing."""
    return pages >= WORTH_SHARING


def spread(jobs: Sequence[Job[Found]], *, shared: bool) -> list[Found]:
    """Return what each of `jobs` finds, in their order; in processes of their own when they are `shared`.

    What such a job finds must be picklable, and so must be what it raises. Files that it writes stay; what it changes
    in memory is lost.
    """
    if not shared or COUNT == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [job() for job in jobs]
    _Work.jobs = jobs  # a forked process has them already
    with nothing_thrown_away(), multiprocessing.get_context("fork").Pool(min(COUNT, len(jobs))) as pool:
        return pool.map(_do, range(len(jobs)), chunksize=1)


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Look for nothing to throw away meanwhile: for a short life that takes longer than it saves."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Work:
    jobs: Sequence[Job[Any]]


def _do(number: int) -> Any:  # noqa: ANN401 whatever the job finds
    return _Work.jobs[number]()
