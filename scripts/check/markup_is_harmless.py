"""A text holds only what Markdown makes: no scripts, forms, frames or styles.

Readers are safe without this rule: a tag that is not ours shows as text, and the build takes out the rest
(`scripts/build/text.py`). The rule tells the writer.
"""

import re
from collections import Counter

from markdown_it.common.html_blocks import block_names

from scripts.check.boxes_hold_their_text import misread
from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content import allowed
from scripts.content.marked import Marked

# What to type instead, by element.
INSTEAD = {
    "img": "img",
    "a": "a",
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object", "frame"), "frame"),
    **dict.fromkeys(("script", "style", "link", "meta", "base"), "script"),
}
# Elements of HTML that nobody may type. Any other <word> is text that a person typed, and shows as such.
ELEMENTS = {
    *(*block_names, *allowed.ELEMENTS, *INSTEAD),
    *"button canvas input marquee math noscript plaintext select svg template textarea".split(),
} - allowed.TYPED
VOID = frozenset({"br", "wbr"})
# What a list of attributes can be about, and which of them lead somewhere: an address stands in the link itself.
DESCRIBED = ("a", "img", "ol", "td")
LEADS = frozenset({"href", "src"})
# Attributes that do nothing here and harm nobody: people copy them from elsewhere.
USELESS = re.compile(r"class|target|rel|role|align|markdown|download|name|data-.*|aria-.*")
COMMENT = re.compile("<!--")


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error for each tag and each picture in `page` that is not ours, a warning for what does nothing."""
    count = Counter[str]()
    opened = {tag.name for tag in page.marked.tags if not tag.text.startswith("</")}
    for tag in page.marked.tags:
        if allowed.TAG.fullmatch(tag.text):
            count[tag.name] += 0 if tag.name in VOID else -1 if tag.text.startswith("</") else 1
        # A browser makes something of `<b onclick="x">`; `<b en x>` in a sum is text.
        elif ("=" in tag.text or tag.name in ELEMENTS) and not (tag.text.startswith("</") and tag.name in opened):
            yield error(INSTEAD.get(tag.name, "tag"), page.path, *tag.place, tag=tag.name)
    for name in (name for name, left in count.items() if left):
        place = next(tag.place for tag in page.marked.tags if tag.name == name)
        yield warning("unclosed", page.path, *place, tag=name)
    boxes = {page.body_line + box.line for box in misread(page)}  # what is said there is enough
    for name, value, place in page.marked.attributes:
        if place.line in boxes:
            continue
        if name in LEADS or all(allowed.attribute(element, name, value) != value for element in DESCRIBED):
            case = "id" if name == "id" else "useless" if USELESS.fullmatch(name) else "attribute"
            yield (warning if case == "useless" else error)(case, page.path, *place, name=name)
    for comment in COMMENT.finditer(page.marked.prose):
        yield warning("comment", page.path, *page.marked.place(comment.start()))
    for picture in page.marked.outline.pictures:
        if not allowed.address(picture.source, picture=True):
            yield error("elsewhere", page.path, *picture.place)


def check_content(content: Content) -> Faults:
    """Yield an error for each text of the timeline with a link, a picture or a tag: there it is a plain sentence."""
    for number, event in enumerate(content.timeline):
        for locale, text in event.text.items():
            marked = Marked(text)
            if marked.tags or marked.outline.links or marked.outline.pictures:
                yield error("event", *content.listed("timeline", number, "text", locale))
