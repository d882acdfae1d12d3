"""A sheet holds only what its letters can print: the sheet is PDF/UA-1, which a voice can read (ISO 14289-1, 7.21).

The build stops at any other character. Typst itself says here which those are.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePath

import typst

from scripts.check.rule import Content, Faults, error
from scripts.content import citations, data, kit, lessons

FONTS = "print/fonts"
# Up to here are the letters of Latin and Latin Extended-A, which the font has.
LAST_OF_FONT = "\u017f"
SAMPLE = b'#set document(title: "-")\n#sys.inputs.text'


def check_content(content: Content) -> Faults:
    """Yield an error for each character on a sheet of a lesson, a year or the kit that no letter can print."""
    fonts = content.settings.overrides / FONTS
    seen = set[tuple[PurePath, int, str]]()
    for path, line, text in _printed(content):
        for one in sorted(set(text)):
            if one > LAST_OF_FONT and (path, line, one) not in seen and not can_print(fonts, one):
                seen.add((path, line, one))
                yield error("character", path, line, character=one, name=unicodedata.name(one, f"U+{ord(one):04X}"))


def _printed(content: Content) -> Iterator[tuple[PurePath, int, str]]:
    """Yield each text on a sheet, with its file and line."""
    cited = list[str]()
    for stem in content.exercises:
        name = f"{data.LESSONS}/{stem}"
        for key, value in content.documents[name].values():
            if key[:1] == ("worksheet",) and isinstance(value, str):
                yield *content.listed(name, *key), value
    for key, value in content.documents["days"].values():
        if key[1:2] == ("name",) and isinstance(value, str):
            yield *content.listed("days", *key), value
    for lesson in lessons.everything(content):
        yield lesson.page.path, lesson.page.line("title"), lesson.meta.title
        cited += lesson.exercises.sources("worksheet")
    for page in dict.fromkeys(piece.page for piece in kit.everything(content)):
        for key, value in page.document.values():
            if key[:1] in (("title",), ("kit",), ("numbers",)) and isinstance(value, str):
                yield page.path, page.line(*key), value
        cited += [number.source for number in citations.numbers(page)]
    for name in dict.fromkeys(cited):
        if source := content.sources.get(name):
            yield *content.listed("sources", name), f"{source.title} {source.publisher}"


@cache
def can_print(fonts: Path, character: str) -> bool:
    """Tell whether a sheet that is set in the letters in the folder `fonts` can hold this `character`."""
    try:
        typst.compile(
            SAMPLE,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
            ignore_system_fonts=True,
            sys_inputs={"text": character},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        return False
    return True
