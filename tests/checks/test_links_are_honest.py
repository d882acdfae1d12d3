"""Links that mislead, and honest ones that look as if they might."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import content, settings
from scripts.article import reader
from scripts.checks import links_are_honest
from scripts.report import Finding
from scripts.schema.data import Source
from tests.conftest import ROOT

Judge = Callable[[str], list[Finding]]
KNOWN = ("https://www.stadsbrug.nl/brug", "https://www.nu.nl/", "https://fairtradegemeenten.nl/", "https://lng.nl/")


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """What the rule says of a text on a site whose sources are `KNOWN`."""
    root = tmp_path_factory.mktemp("links") / "small"
    shutil.copytree(ROOT / "tests/small", root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(ROOT / name)
    found, _ = content.read(settings.settings(settings.load(root)))
    sources = {
        f"s{number}": Source(title="Bron", publisher="Wij", url=url, language="nl") for number, url in enumerate(KNOWN)
    }
    found = replace(found, sources={**found.sources, **sources})
    page = next(page for page in found.pages if page.key == "stad/markt.md")
    read = reader(found)
    return lambda text: list(links_are_honest.check(read(replace(page, body=text))))


MISLEADING = (
    # The text names another host.
    "[www.stadsbrug.nl](https://evil.example/)",
    "[stadsbrug.nl](https://evil.example/)",
    "[https://www.stadsbrug.nl/subsidie](https://evil.example/subsidie)",
    "[Ga naar stadsbrug.nl](https://evil.example/)",
    "[Lees meer op nu.nl](https://nieuws.evil.example/)",
    "[Inloggen bij digid.nl](https://inloggen.evil.example/)",
    "[stadsbrug.nl: vraag subsidie aan](https://evil.example/)",
    "[**stads**brug.nl](https://evil.example/)",
    "[stads*brug*.nl/doe-mee](https://evil.example/)",
    "[stadsbrug．nl](https://evil.example/)",
    "[stadsbrug。nl](https://evil.example/)",
    "[ｓｔａｄｓｂｒｕｇ.nl](https://evil.example/)",
    "[𝘀𝘁𝗮𝗱𝘀𝗯𝗿𝘂𝗴.nl](https://evil.example/)",
    "[stadsbr\u200bug.nl](https://evil.example/)",
    "[stadsbr&shy;ug.nl](https://www.stadsbrug.nl/)",
    "[stadsbrug.nl/evil.example](https://evil.example/)",
    "[stadsbrug.nl](https://evil.example/stadsbrug.nl)",
    "[stadsbrug.nl](https://evil.example/?site=www.stadsbrug.nl)",
    "[stadsbrug.nl](https://web.archive.org/web/2020/https://evil.example/stadsbrug.nl)",
    "[![www.stadsbrug.nl](../../images/brug.png)](https://evil.example/)",
    '[Lees meer](https://evil.example/ "www.stadsbrug.nl")',
    "[STADSBRUG.NL](https://evil.example/)",
    "[Stadsbrug.nl](https://evil.example/)",
    "[münchen.de](https://evil.example/)",
    "[`https://www.stadsbrug.nl`](https://evil.example/)",
    "[jan.github.io](https://piet.github.io/)",
    "[bbc.co.uk](https://evil.co.uk/)",
    "[112.nl](https://evil.example/)",
    "<a href='https://evil.example/'>www.stadsbrug.nl</a>",
    "[de site][1]\n\n[1]: https://192.0.2.7/",
    "[info@stadsbrug.nl](https://evil.example/)",
    # Mail and telephone.
    "[info@stadsbrug.nl](mailto:info@evil.example)",
    "[jan@stadsbrug.nl](mailto:piet@stadsbrug.nl)",
    "[info@stadsbrug.nl](mailto:info@stadsbrug.nl?bcc=spion@evil.example)",
    "[info@stadsbrug.nl](mailto:info@stadsbrug.nl,spion@evil.example)",
    "[Mail naar stadsbrug.nl](mailto:info@evil.example)",
    "[030 607 1911](tel:+31909123456)",
    "[Bel 14 030](tel:0900-1234)",
    "[112](tel:+3190612345)",
    # Hosts in disguise.
    "[de gemeente](https://stadsbrug.nl.evil.example/)",
    "[de gemeente](https://www.stadsbrug.nl-inloggen.com/)",
    "[de gemeente](https://mijn.stadsbrug.nl.login.evil.co.uk/)",
    "[de gemeente](https://stadsbrưg.nl/)",
    "[de gemeente](https://stadsbrüg.nl/)",
    "[de gemeente](https://stаdsbrug.nl/)",
    "[de gemeente](https://xn--stdsbrug-26g.nl/)",
    "[de gemeenten](https://fairtradegerneenten.nl/)",
    "[de gemeenten](https://fa1rtradegemeenten.nl/)",
    "[de gemeenten](https://fairtradegemeeпten.nl/)",
    "[inloggen](https://d1gid.nl/)",
    "[zoeken](https://g00gle.com/)",
    "[nieuws](https://аррӏе.com/)",
    "[nieuws](https://сосо.com/)",
    "[nieuws](https://pаypal-veilig.example/)",
    "[nieuws](https://stadsbrug.nl⁄inloggen.evil.example/)",
    # Hosts that are none.
    "[kaart](https://192.0.2.7/kaart)",
    "[kaart](https://3221225991/)",
    "[kaart](https://0xc0.0x00.0x02.0x07/)",
    "[kaart](https://[2001:db8::1]/)",
    "[kaart](https://localhost/)",
    "[kaart](https://127.0.0.1:8000/)",
    "[kaart](https://intranet/)",
    # Addresses that hide something.
    "[kaart](https://voorbeeld.nl/%E2%80%AEgnp.exe)",
    "[kaart](https://voorbeeld.nl/a%00b)",
    "[kaart](https://voorbeeld.nl/a%0Ab)",
    "[kaart](https://voorbeeld.nl/a%E2%80%8Bb)",
    "[kaart](https://voorbeeld.nl/a&#x202e;b)",
    "[kaart](https://voorbeeld.nl/a%C2%ADb)",
    r"[kaart](https:\\\\voorbeeld.nl/)",
    "[kaart](https://voorbeeld.nl&#92;@evil.example/)",
)
# Worth a look.
DOUBTFUL = (
    "[kaart](https://voorbeeld.nl:8443/)",
    "[kaart](https://server.invalid/)",
    "[kaart](https://printer.local/)",
    "[kaart](https://stadsbrug.gemeente/)",
    "[www.stadsbrug.nl](brug.md)",
    "[groentezaak.nl stopt ermee](https://elders.nl/nieuws)",
)
HONEST = (
    "[www.stadsbrug.nl](https://www.stadsbrug.nl/)",
    "[stadsbrug.nl](https://www.stadsbrug.nl/over/ons)",
    "[www.stadsbrug.nl](https://stadsbrug.nl/)",
    "[stadsbrug.nl](https://mijn.stadsbrug.nl/)",
    "[mijn.stadsbrug.nl](https://www.stadsbrug.nl/)",
    "[nu.nl schreef](https://www.nu.nl/artikel/123)",
    "[Nu.nl-artikel uit 2019](https://www.nu.nl/artikel/123)",
    "[https://www.nu.nl/…](https://www.nu.nl/een/lang/adres)",
    "[Booking.com](https://www.booking.com/hotel)",
    "[Booking.com moet terugbetalen](https://elders.nl/nieuws)",
    "[Node.js](https://nodejs.org/)",
    "[ASP.NET](https://dotnet.microsoft.com/)",
    "[README.md](https://github.com/wij/site/blob/main/README.md)",
    "[install.sh](https://github.com/wij/site)",
    "[main.py](https://github.com/wij/site)",
    "[de README.md van de site](https://github.com/wij/site)",
    "[`asyncio.run`](https://docs.python.org/3/library/asyncio-runner.html)",
    "[`os.path`](https://docs.python.org/3/library/os.path.html)",
    "[de functie `http.server`](https://docs.python.org/3/)",
    "[stadsbrug.nl in 2012](https://web.archive.org/web/2012/http://www.stadsbrug.nl/)",
    "[www.stadsbrug.nl](https://web.archive.org/web/20120101000000/https://www.stadsbrug.nl/a)",
    "[stadsbrug.nl](https://archive.org/wayback/stadsbrug.nl)",
    "[Test van stadsbrug.nl](https://internet.nl/site/www.stadsbrug.nl/1/)",
    "[twitter.com/wij](https://x.com/wij)",
    "[youtube.com](https://youtu.be/abc)",
    "[nl.wikipedia.org](https://en.wikipedia.org/wiki/Bridge)",
    "[bbc.co.uk/news](https://www.bbc.co.uk/news)",
    "[Een kilo kost 12.50](https://voorbeeld.nl/prijs)",
    "[versie 2.0.1](https://voorbeeld.nl/versie)",
    "[o.a. d.w.z. m.b.t. e.g. i.e. a.u.b.](https://voorbeeld.nl/afkortingen)",
    "[118.600 inwoners](https://voorbeeld.nl/cijfers)",
    "[het rapport (pdf, 1.2 MB)](https://voorbeeld.nl/rapport.pdf)",
    "[einde.De volgende zin](https://voorbeeld.nl/tekst)",
    "[dhr. J. de Vries e.a.](https://voorbeeld.nl/mensen)",
    "[Lees het artikel](https://elders.nl/nieuws)",
    "[boek over groentezaak.nl](https://elders.nl/boek)",
    "[de brug](brug.md)",
    "[README.md](brug.md)",
    "[tijdlijn 1994-2001](../tijdlijn.md)",
    "[wereldwijd-nieuwegein.example](brug.md)",
    "[info@voorbeeld.nl](mailto:info@voorbeeld.nl)",
    "[Info@Voorbeeld.nl](mailto:info@voorbeeld.nl?subject=Vraag%20over%20de%20brug&body=Hallo%0D%0ADag)",
    "[Mail stadsbrug.nl](mailto:info@stadsbrug.nl)",
    "[Mail ons](mailto:info@elders.nl)",
    "<info@voorbeeld.nl>",
    "[030 607 1911](tel:+31306071911)",
    "[+31 (0)30 607 19 11](tel:+31306071911)",
    "[Bel 14 030 (9.00-17.00 uur)](tel:14030)",
    "[Bel ons tussen 9 en 17 uur](tel:14030)",
    "[Bel 112](tel:112)",
    "[Mastodon: @wij@voorbeeld.nl](https://voorbeeld.nl/@wij)",
    "[@wij](https://medium.com/@wij)",
    "[stad](https://münchen.de/)",
    "[koffie](https://café.nl/)",
    "[weg](https://straße.de/)",
    "[voorbeeld](https://例え.jp/)",
    "[ラーメン](https://ラーメン.com/)",
    "[Россия](https://президент.рф/)",
    "[пример](https://пример.com/)",
    "[παράδειγμα](https://παράδειγμα.gr/)",
    "[مثال](https://مثال.com/)",
    "[gas](https://lng.nl/)",
    "[bank](https://ing.nl/)",
    "[voorbeeld](https://wij.example/)",
    "[voorbeeld](https://www.example.org/)",
    "[pagina's](https://wij.github.io/)",
    "[فارسی](https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85)",
    "[deel dit](https://wa.me/?text=Hallo%0ADag%20%F0%9F%91%8B)",
    "[kaart](https://www.openstreetmap.org/#map=15/52.0292/5.0803)",
    "[Malmö](https://voorbeeld.nl/Malm%C3%B6)",
    "[oud adres](https://voorbeeld.nl/caf%E9)",
    "[artikel](https://doi.org/10.1000/182)",
    "[10.1000/182](https://doi.org/10.1000/182)",
    "[https](https://voorbeeld.nl:443/)",
    "[Namibië](https://www.newera.com.na/2016/08/19/rundu/)",
)


@pytest.mark.parametrize("text", MISLEADING)
def test_refuses(judge: Judge, text: str) -> None:
    assert [found.level for found in judge(text)] == ["error"]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_doubts(judge: Judge, text: str) -> None:
    assert [found.level for found in judge(text)] == ["warning"]


@pytest.mark.parametrize("text", HONEST)
def test_passes(judge: Judge, text: str) -> None:
    assert judge(text) == []


def test_plain_http_gets_a_hint(judge: Judge) -> None:
    (found,) = judge("[kaart](http://voorbeeld.nl/)")
    assert found.level == "hint"
    assert "https://voorbeeld.nl/" in found.fix.nl


def test_a_login_is_left_to_the_rule_that_says_so(judge: Judge) -> None:
    assert judge("[stadsbrug.nl](https://stadsbrug.nl@evil.example/)") == []


def test_place_is_that_of_the_link(judge: Judge) -> None:
    (found,) = judge("Eerste regel.\n\nZie [stadsbrug.nl](https://evil.example/).")
    assert (found.line, found.column) == (9, 20)
    assert "stadsbrug.nl" in found.message.nl
    assert Path(found.path).name == "markt.md"
