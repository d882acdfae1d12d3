"""Work on many pages, shared among the processors of this computer where that pays."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Found = TypeVar("Found")
Item = TypeVar("Item")
# Below this many pages a second process takes longer to start than it saves.
WORTH_SHARING = 40
COUNT = os.cpu_count() or 1
# For each processor: enough that none waits long for the others.
SHARES = 10
_jobs: Sequence[Callable[[], Any]] = ()


def shares(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Return `items` in even runs, several for every processor; in one when they are not many."""
    size = -(-len(items) // (COUNT * SHARES)) if len(items) >= WORTH_SHARING else len(items)
    return [items[start : start + size] for start in range(0, len(items), size or 1)]


def spread(jobs: Sequence[Callable[[], Found]], pages: int) -> list[Found]:
    """Return what each of `jobs` finds, in their order; in processes of their own when `pages`, their work, are many.

    What such a job finds or raises must be picklable. Files that it writes stay; what it changes in memory is lost.
    No such job may set a PDF: once Typst has done so here, it waits for ever in a process that is forked.
    """
    if pages < WORTH_SHARING or COUNT == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [job() for job in jobs]
    global _jobs
    _jobs = jobs  # a forked process has them already
    with multiprocessing.get_context("fork").Pool(min(COUNT, len(jobs))) as pool:
        return pool.map(_do, range(len(jobs)), chunksize=1)


def _do(number: int) -> Any:  # noqa: ANN401 whatever the job finds
    return _jobs[number]()
