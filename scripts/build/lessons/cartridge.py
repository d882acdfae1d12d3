"""Links to lessons for learning platforms: IMS Common Cartridge 1.1, the version that Moodle, Canvas and others read.

It holds links only, so a class always sees the lesson as it is now. Moodle looks for the namespace in the first 500
bytes of the manifest.
"""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from scripts.build.lessons import archive
from scripts.content import Content, lessons, navigation
from scripts.content.lessons import Lesson

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" \
xmlns:lomm="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier={name}>
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
<lomm:lom><lomm:general><lomm:title><lomm:string language={locale}>{title}</lomm:string></lomm:title></lomm:general>\
</lomm:lom></metadata>
<organizations><organization identifier="o1" structure="rooted-hierarchy"><item identifier="root">
{items}
</item></organization></organizations>
<resources>
{resources}
</resources></manifest>
"""
ITEM = '<item identifier="i{number}" identifierref="r{number}"><title>{title}</title></item>'
RESOURCE = '<resource identifier="r{number}" type="imswl_xmlv1p1"><file href="wl/{number}.xml"/></resource>'
LINK = """<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"><title>{title}</title>\
<url href={address} target="_blank"/></webLink>
"""


def write(content: Content, site: Path) -> None:
    """Write a cartridge for each lesson below `site`, and one per language with all of them."""
    for locale in content.settings.locales:
        found = lessons.lessons(content, locale)
        for one in found:
            archive.write(site / one.files.cartridge, cartridge(f"lesson-{one.meta.code}", one.meta.title, [one]))
        front = navigation.first_of_kind(content, locale, "lessons")
        if found and front:
            files = cartridge(f"lessons-{locale}", front.meta.title, found)
            archive.write(site / lessons.cartridge_of_all(content, locale), files)


def cartridge(name: str, title: str, found: list[Lesson]) -> dict[str, bytes]:
    """Return the files of a cartridge with a link to each lesson in `found`, at least one, all in one language."""
    numbered = list(enumerate(found, 1))
    manifest = MANIFEST.format(
        name=quoteattr(name),
        locale=quoteattr(found[0].page.locale),
        title=escape(title),
        items="\n".join(ITEM.format(number=number, title=escape(one.meta.title)) for number, one in numbered),
        resources="\n".join(RESOURCE.format(number=number) for number, _ in numbered),
    )
    links = {f"wl/{number}.xml": _link(one).encode() for number, one in numbered}
    return {"imsmanifest.xml": manifest.encode(), **links}


def _link(one: Lesson) -> str:
    address = one.content.settings.site_url + one.short
    return LINK.format(title=escape(one.meta.title), address=quoteattr(address))
