"""What a file weighs on its way to a reader: as its Brotli twin, or as Brotli would make it (RFC 7932)."""

from __future__ import annotations

from functools import cache

import brotli

from scripts.verify import references
from scripts.verify.folder import Folder

# What servers send compressed.
TEXTS = (".html", ".css", ".js", ".svg", ".xml", ".json", ".jsonld", ".txt", ".webmanifest")
# What fetches more once it is there.
FETCHING = (".css", ".js")


@cache
def sent(folder: Folder, name: str) -> int:
    """Return how many bytes a reader gets for the file `name`."""
    twin = f"{name}.br"
    if twin in folder.files or not name.endswith(TEXTS):
        return (folder.path / (twin if twin in folder.files else name)).stat().st_size
    raw = folder.bytes(name)
    return min(len(raw), len(brotli.compress(raw)))


@cache
def needed(folder: Folder, name: str) -> frozenset[str]:
    """Return the files that a browser fetches along with the file `name`: what it imports, and `name` itself."""
    found, todo = set[str](), [name]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            if not one.endswith(FETCHING):
                continue
            targets = (folder.target(each.value, one) for each in references.of_file(one, folder.text(one)))
            todo += [file for target in targets if target and (file := folder.file(target.address))]
    return frozenset(found)
