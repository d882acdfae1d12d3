"""Addresses that are plain, that are new to the site, and that are none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from scripts.check import said
from scripts.check.links_go_where_they_say import check_page
from scripts.content import Content
from scripts.content.settings import Contacts

Judge = Callable[[str], list[str]]


@pytest.fixture
def judge(content: Content) -> Judge:
    """The case of what the rule says of a link to an address, on the real site with two contacts."""
    contacts = Contacts(frozenset({"info@stadsbrug.nl", "@gemeente.nl"}), frozenset({"030 607 19 11"}))
    known = replace(content, settings=replace(content.settings, contacts=contacts))
    page = content.pages[0]

    def judged(address: str) -> list[str]:
        found = said(check_page, replace(page, body=f"[woorden](<{address}>)"), known)
        return [f"{one.level}: {one.message.en}" for one in found]

    return judged


@pytest.mark.parametrize(
    "address",
    [
        "https://vng.nl/pad?x=1&y=(2)#z",
        "http://www.vng.nl",
        "HTTPS://WWW.CBS.NL/@naam",
        "index.md#kop",
        "#kop",
        "../a.md",
    ],
)
def test_what_is_known_or_inside_passes(judge: Judge, address: str) -> None:
    assert judge(address) == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.stadsbrug.nl/", "www.stadsbrug.nl"),
        ("https://vng.nl.evil.example/", "vng.nl.evil.example"),
        ("https://evil.example:8443/?site=vng.nl", "evil.example"),
        ("https://café.nl/", "xn--caf-dma.nl"),
        ("https://www.xn--mnchen-3ya.de/", "www.xn--mnchen-3ya.de"),
        ("https://vոg.nl/", "xn--vg-ced.nl"),
    ],
)
def test_a_new_host_is_named_as_programs_write_it(judge: Judge, address: str, host: str) -> None:
    assert judge(address) == [f"warning: No source names '{host}' yet. A maintainer looks at it."]


@pytest.mark.parametrize(
    "address",
    [
        "https://vng.nl@evil.example/",
        "https://vng.nl\\evil.example/",
        "https:\\\\evil.example/",
        "https:/evil.example/",
        "https:evil.example",
        "//evil.example/",
        "/\\evil.example/",
        "https://192.0.2.7/",
        "https://0xc0.0.2.7/",
        "https://[2001:db8::1]/",
        "https://localhost/",
        "javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "ftp://vng.nl/",
    ],
)
def test_what_is_no_plain_address_is_refused(judge: Judge, address: str) -> None:
    assert judge(address) == ["error: This is no plain address of a page."]


def test_only_contacts_are_mailed_and_called(judge: Judge) -> None:
    for address in ("mailto:info@stadsbrug.nl?subject=Hoi", "mailto:balie@gemeente.nl", "tel:0306071911"):
        assert judge(address) == []
    for address in ("mailto:jan@stad.nl", "MAILTO:jan%40stad.nl", "tel:+31612345678", "tel:14030"):
        assert judge(address)[0].startswith("error: This link mails or calls")
