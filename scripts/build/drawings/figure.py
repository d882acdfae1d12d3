"""A drawing as a page shows it: the picture, its title and sources, and its figures in a table."""

from functools import partial

from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from scripts import templates
from scripts.build.drawings import charts, geometry, globe
from scripts.build.drawings.geometry import Layout
from scripts.build.timeline import long_date
from scripts.content import Content, Page, citations, navigation
from scripts.content.addresses import relative
from scripts.content.languages import Said
from scripts.content.schema.data import Drawing, Point

# What a figure is of, and the figure.
Row = tuple[Said | Markup, str]


def _chart(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    share = drawing.shape == "share"
    labels = [_label(content, page.locale, point) for point in drawing.points]
    pairs = zip(drawing.points, labels, strict=True)
    data = [_datum(content, page.locale, point, label.text, share=share) for point, label in pairs]
    rows: list[Row] = [(label, datum.shown) for label, datum in zip(labels, data, strict=True)]
    if drawing.shape == "line":
        return charts.line(data, page.locale), rows
    return charts.bars(data, content.said(drawing.unit, page.locale).text, whole=100 if share else None), rows


def _label(content: Content, locale: str, point: Point) -> Said:
    return content.said(point.label, locale) if point.label else Said(long_date(point.when or "", locale), locale)


def _datum(content: Content, locale: str, point: Point, label: str, *, share: bool) -> charts.Datum:
    shown = format_decimal(point.value, locale=locale)
    if share:
        shown = format_percent(point.value / 100, format="0.##%", locale=locale)
    if point.about:
        shown = content.words[locale]["drawing_about"].format(shown)
    return charts.Datum(label, shown, point.value, point.mark, point.when or "")


def _globe(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    places = [content.places[key] for key in drawing.places]
    names = [content.said(place.name, page.locale) for place in places]
    spots = [
        globe.Spot(name.text, (place.longitude, place.latitude)) for name, place in zip(names, places, strict=True)
    ]
    ways, rows = [], list[Row]()
    for one, other in ([drawing.places.index(key) for key in arc] for arc in drawing.arcs):
        kilometres = geometry.rounded(globe.distance(spots[one].degrees, spots[other].degrees))
        text = content.words[page.locale]["drawing_distance"].format(format_decimal(kilometres, locale=page.locale))
        ways.append((one, other, text))
        rows.append((Markup("{} – {}").format(names[one], names[other]), text))
    return globe.globe(spots, ways), rows


def _wheel(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    pages, numbers = navigation.goals(content, page.locale), list(content.goals)
    names = [navigation.goal_name(content, page.locale, number) for number in numbers]
    spokes = zip(numbers, names, map(pages.get, numbers), charts.segments(len(numbers)), strict=True)
    return {"height": geometry.WIDTH, "spokes": list(spokes)}, []


def figure(content: Content, key: str, page: Page) -> Markup:
    """Return the drawing `key`, which the checks know to exist, for `page` in its language, as one block of HTML."""
    drawing = content.drawings[key]
    layout, rows = {"globe": _globe, "wheel": _wheel}.get(drawing.shape, _chart)(content, page, drawing)
    sources = [citations.reference(content.sources[one], page.locale) for one in citations.of_drawing(content, key)]
    html = templates.render(
        content.settings.overrides,
        "drawings/figure.html",
        content=content,
        page=page,
        key=key,
        drawing=drawing,
        layout=layout,
        rows=rows,
        sources=sources,
        said=partial(content.said, locale=page.locale),
        locale=page.locale,
        words=content.words[page.locale],
        relative=relative,
        geometry=geometry,
        charts=charts,
        globe=globe,
    )
    # Templates put no line end inside a text.
    return Markup("".join(line.strip() for line in html.splitlines()))  # noqa: S704 the template escapes every value
