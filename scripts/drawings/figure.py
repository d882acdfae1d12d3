"""A drawing as a page shows it: the picture, its title and sources, and its figures in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts import citations, navigation
from scripts.addresses import relative
from scripts.content import Content, Page
from scripts.drawings import charts, geometry, globe, land, mentions, wheel
from scripts.schema.drawings import Drawing, Point
from scripts.schema.front_matter import Goal
from scripts.timeline import long_date

Layout = charts.Bars | charts.Line | globe.Globe | wheel.Wheel
Row = tuple[str | Markup, str | Markup]


class _Pen:
    """Draws in the language of the page that the drawing stands on."""

    def __init__(self, content: Content, page: Page) -> None:
        self.content = content
        self.page = page
        self.locale = page.locale
        self.words: Mapping[str, str] = content.words[page.locale]

    def bars(self, drawing: Drawing) -> tuple[Layout, list[Row]]:
        data = [self._datum(point, geometry.number) for point in drawing.points]
        return charts.bars(data, drawing.unit.get(self.locale, "")), _rows(data)

    def share(self, drawing: Drawing) -> tuple[Layout, list[Row]]:
        data = [self._datum(point, geometry.percentage) for point in drawing.points]
        return charts.bars(data, drawing.unit.get(self.locale, ""), whole=100), _rows(data)

    def line(self, drawing: Drawing) -> tuple[Layout, list[Row]]:
        data = [self._datum(point, geometry.number) for point in drawing.points]
        return charts.line(data, self.locale), _rows(data)

    def globe(self, drawing: Drawing) -> tuple[Layout, list[Row]]:
        places = [self.content.places[key] for key in drawing.places]
        spots = [globe.Spot(place.name[self.locale], (place.longitude, place.latitude)) for place in places]
        ways, rows = [], list[Row]()
        for one, other in ([drawing.places.index(key) for key in arc] for arc in drawing.arcs):
            kilometres = geometry.rounded(globe.distance(spots[one].degrees, spots[other].degrees))
            text = self.words["drawing_distance"].format(geometry.number(kilometres, self.locale))
            ways.append((one, other, text))
            rows.append((f"{spots[one].name} – {spots[other].name}", text))
        return globe.globe(spots, ways, land.rings()), rows

    def ring(self, drawing: Drawing) -> tuple[Layout, list[Row]]:
        offered = navigation.offered(self.content, self.locale)
        pages = {page.meta.goal: page for page in offered if isinstance(page.meta, Goal)}
        spokes = [self._spoke(number, pages[number]) for number in sorted(pages)]
        link = Markup('<a href="{}"{}>{}</a>')
        rows: list[Row] = [
            (str(spoke.number), link.format(spoke.address, _language(spoke.language), pages[spoke.number].meta.title))
            for spoke in spokes
        ]
        return wheel.wheel(spokes), rows

    def _datum(self, point: Point, written: Callable[[float, str], str]) -> charts.Datum:
        label = point.label.get(self.locale) or long_date(point.when or "", self.locale)
        shown = written(point.value, self.locale)
        if point.about:
            shown = self.words["drawing_about"].format(shown)
        return charts.Datum(label, shown, point.value, point.mark, point.when or "")

    def _spoke(self, number: int, target: Page) -> wheel.Spoke:
        name = f"{self.content.words[target.locale]['goal']} {number}: {target.meta.title}"
        language = "" if target.locale == self.locale else target.locale
        return wheel.Spoke(number, name, relative(target.address, self.page.address), language)


def _rows(data: list[charts.Datum]) -> list[Row]:
    return [(datum.label, datum.shown) for datum in data]


def _language(code: str) -> Markup:
    return Markup(' lang="{0}" hreflang="{0}"').format(code) if code else Markup("")


def figure(content: Content, key: str, page: Page) -> Markup:
    """Return the drawing `key`, which the checks know to exist, for `page` in its language, as one block of HTML."""
    drawing = content.drawings[key]
    pen = _Pen(content, page)
    shapes = {"globe": pen.globe, "line": pen.line, "bars": pen.bars, "share": pen.share, "wheel": pen.ring}
    layout, rows = shapes[drawing.shape](drawing)
    html = (
        _templates(content.settings.overrides)
        .get_template("drawings/figure.html")
        .render(
            key=key,
            drawing=drawing,
            layout=layout,
            rows=rows,
            locale=page.locale,
            words=pen.words,
            sources=[
                citations.reference(content.sources[source], page.locale) for source in mentions.sources(content, key)
            ],
        )
    )
    # Templates put no line end inside a text.
    return Markup("".join(line.strip() for line in html.splitlines()))  # noqa: S704 the template escapes every value


@lru_cache(maxsize=1)
def _templates(overrides: Path) -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(overrides))
