"""This town's site, as `tests/site/` has it."""

from tests.site.conftest import both, content, host, pages, served, site

__all__ = ["both", "content", "host", "pages", "served", "site"]
