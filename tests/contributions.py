"""What strangers may send, and what neighbours do send: pieces of Markdown to put in a page.

`HOSTILE` would run, fetch, lead away or never end if it got through, `NOTICED` shows otherwise than its writer may
think, and `HARMLESS` is honest text that looks like trouble.
"""

from pathlib import Path

import yaml

_READ: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
HOSTILE = _READ["hostile"] | {
    "brackets": "[" * 20_000,
    "backticks": "".join("`" * count + " " for count in range(430)),
    "nested-lists": "".join("    " * depth + "- x\n" for depth in range(200)),
    "backslashes": "\\" * 90_000,
}
NOTICED = _READ["noticed"]
HARMLESS = _READ["harmless"] | {
    "many-stars": "* " * 40,
    "long-paragraph": "Dit is een gewone zin over de brug. " * 50,
    "long-page": "\n\n".join(f"## Deel {number}\n\nDit is een gewone zin. En nog een." for number in range(200)),
}
