"""A drawing as a page shows it: the picture, its title and sources, and its figures in a table."""

from functools import partial

from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from scripts import templates
from scripts.build.drawings import charts, geometry, globe, region
from scripts.build.drawings.geometry import Layout
from scripts.build.listed import long_date
from scripts.content import Content, Page, citations, icons, navigation
from scripts.content.addresses import relative
from scripts.content.languages import Said
from scripts.content.schema.data import Drawing, Point

HUNDRED = 100
# What a figure is of, and the figure.
Row = tuple[Said | Markup, str]


def _chart(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    whole = HUNDRED if drawing.shape == "share" else drawing.of
    labels = [_label(content, page.locale, point) for point in drawing.points]
    shown = [_shown(content, page.locale, point, whole) for point in drawing.points]
    data = [
        charts.Datum(label.text, figure, point.value, point.mark, point.when or "")
        for point, label, figure in zip(drawing.points, labels, shown, strict=True)
    ]
    rows = list[Row](zip(labels, shown, strict=True))
    if drawing.shape == "line":
        return charts.line(data, page.locale), rows
    draw = charts.pair if drawing.shape == "pair" else charts.bars
    return draw(data, content.said(drawing.unit, page.locale).text, whole), rows


def _label(content: Content, locale: str, point: Point) -> Said:
    return content.said(point.label, locale) if point.label else Said(long_date(point.when or "", locale), locale)


def _shown(content: Content, locale: str, point: Point, whole: int | None = None) -> str:
    shown = format_decimal(point.value, locale=locale)
    if whole == HUNDRED:
        shown = format_percent(point.value / HUNDRED, format="0.##%", locale=locale)
    return content.words[locale]["drawing_about"].format(shown) if point.about else shown


def _signs(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    (point,) = drawing.points
    count, shown = int(point.value), _shown(content, page.locale, point)
    if drawing.of:
        shown = content.words[page.locale]["drawing_of"].format(shown, drawing.of)
    layout = charts.signs(count, drawing.of or count, content.said(drawing.unit, page.locale).text)
    return layout, [(_label(content, page.locale, point), shown)]


def _globe(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    rows, spots = _distances(content, page.locale, drawing), _spots(content, page.locale, drawing.places)
    ends = [[drawing.places.index(key) for key in arc] for arc in drawing.arcs]
    return globe.globe(spots, [(one, other, text) for (one, other), (_, text) in zip(ends, rows, strict=True)]), rows


def _region(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    spots, areas = (_spots(content, page.locale, keys) for keys in (drawing.places, drawing.areas))
    return region.region(spots, areas, drawing.rivers), _distances(content, page.locale, drawing)


def _spots(content: Content, locale: str, keys: list[str]) -> list[globe.Spot]:
    places = [content.places[key] for key in keys]
    return [globe.Spot(content.said(one.name, locale).text, (one.longitude, one.latitude)) for one in places]


def _distances(content: Content, locale: str, drawing: Drawing) -> list[Row]:
    rows = list[Row]()
    for arc in drawing.arcs:
        one, other = (content.said(content.places[key].name, locale) for key in arc)
        kilometres = geometry.rounded(globe.distance(*(spot.degrees for spot in _spots(content, locale, arc))))
        text = content.words[locale]["drawing_distance"].format(format_decimal(kilometres, locale=locale))
        rows.append((Markup("{} – {}").format(one, other), text))
    return rows


def _wheel(content: Content, page: Page, drawing: Drawing) -> tuple[Layout, list[Row]]:
    pages, numbers = navigation.goals(content, page.locale), list(content.goals)
    names = [navigation.goal_name(content, page.locale, number) for number in numbers]
    spokes = zip(numbers, names, map(pages.get, numbers), charts.segments(len(numbers)), strict=True)
    return {"height": geometry.WIDTH, "spokes": list(spokes)}, []


# What is no chart; steps are no drawing either, but a list of icons and texts, which flows with the page.
OTHERS = {"globe": _globe, "wheel": _wheel, "drops": _signs, "steps": lambda *_: ({}, []), "region": _region}


def figure(content: Content, key: str, page: Page) -> Markup:
    """Return the drawing `key`, which the checks know to exist, for `page` in its language, as one block of HTML."""
    drawing = content.drawings[key]
    layout, rows = OTHERS.get(drawing.shape, _chart)(content, page, drawing)
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
        icons=icons,
        geometry=geometry,
        charts=charts,
        globe=globe,
    )
    # Templates put no line end inside a text.
    return Markup("".join(line.strip() for line in html.splitlines()))  # noqa: S704 the template escapes every value
