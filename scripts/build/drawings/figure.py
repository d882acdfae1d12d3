"""A drawing as a page shows it: the picture, its title and sources, and its figures in a table."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.build.drawings import charts, geometry, globe, wheel
from scripts.build.timeline import long_date
from scripts.content import Content, Page, citations, navigation
from scripts.content.addresses import relative
from scripts.content.schema.data import Drawing, Point
from scripts.content.schema.front_matter import Goal

Layout = charts.Bars | charts.Line | globe.Globe | wheel.Wheel
Row = tuple[str, str]


def _chart(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    share = drawing.shape == "share"
    data = [_datum(content, page.locale, point, share=share) for point in drawing.points]
    rows = [(datum.label, datum.shown) for datum in data]
    if drawing.shape == "line":
        return charts.line(data, page.locale), rows
    return charts.bars(data, drawing.unit.get(page.locale, ""), whole=100 if share else None), rows


def _datum(content: Content, locale: str, point: Point, *, share: bool) -> charts.Datum:
    label = point.label.get(locale) or long_date(point.when or "", locale)
    shown = (geometry.percentage if share else geometry.number)(point.value, locale)
    if point.about:
        shown = content.words[locale]["drawing_about"].format(shown)
    return charts.Datum(label, shown, point.value, point.mark, point.when or "")


def _globe(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    places = [content.places[key] for key in drawing.places]
    spots = [globe.Spot(place.name[page.locale], (place.longitude, place.latitude)) for place in places]
    ways, rows = [], list[Row]()
    for one, other in ([drawing.places.index(key) for key in arc] for arc in drawing.arcs):
        kilometres = geometry.rounded(globe.distance(spots[one].degrees, spots[other].degrees))
        text = content.words[page.locale]["drawing_distance"].format(geometry.number(kilometres, page.locale))
        ways.append((one, other, text))
        rows.append((f"{spots[one].name} – {spots[other].name}", text))
    return globe.globe(spots, ways), rows


def _wheel(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    pages = {one.meta.goal: one for one in navigation.offered(content, page.locale) if isinstance(one.meta, Goal)}
    return wheel.wheel([_spoke(content, page, number, pages[number]) for number in sorted(pages)]), []


def _spoke(content: Content, page: Page, number: int, target: Page) -> wheel.Spoke:
    title, language = target.meta.title, "" if target.locale == page.locale else target.locale
    name = f"{content.words[target.locale]['goal']} {number}: {title}"
    return wheel.Spoke(number, name, title, relative(target.address, page.address), language)


def figure(content: Content, key: str, page: Page) -> Markup:
    """Return the drawing `key`, which the checks know to exist, for `page` in its language, as one block of HTML."""
    drawing = content.drawings[key]
    layout, rows = {"globe": _globe, "wheel": _wheel}.get(drawing.shape, _chart)(content, page, drawing)
    sources = [citations.reference(content.sources[one], page.locale) for one in citations.of_drawing(content, key)]
    template = _templates(content.settings.overrides).get_template("drawings/figure.html")
    words = content.words[page.locale]
    html = template.render(
        key=key, drawing=drawing, layout=layout, rows=rows, locale=page.locale, words=words, sources=sources
    )
    # Templates put no line end inside a text.
    return Markup("".join(line.strip() for line in html.splitlines()))  # noqa: S704 the template escapes every value


@lru_cache(maxsize=1)
def _templates(overrides: Path) -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(overrides))
