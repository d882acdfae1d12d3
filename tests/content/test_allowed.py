"""Addresses that a text may have: what a browser might read in another way is none."""

import pytest

from scripts.content import allowed


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.vng.nl", "www.vng.nl"),
        ("HTTP://VNG.nl:8080/a@b?c=(d)#e", "vng.nl"),
        ("https://café.nl/łódź", "xn--caf-dma.nl"),
        ("https://ｖng。nl/", "vng.nl"),
        ("https://fußball.de/", "fussball.de"),
        ("https://evil.c℀.example/", ""),
        ("https://vng.nl@evil.example/", ""),
        ("https://vng.nl\\@evil.example/", ""),
        ("https:/vng.nl/", ""),
        ("https://ev%69l.example/", ""),
        ("https://0x7f.0.0.0x01/", ""),
        ("https://2130706433/", ""),
        ("https://localhost/", ""),
        ("https://vng.nl/\x01x", ""),
        (f"https://{'a' * 64}.nl/", ""),
    ],
)
def test_a_host_is_written_as_programs_do_or_is_none(address: str, host: str) -> None:
    assert allowed.host(address) == host
    assert allowed.address(address) == bool(host)


@pytest.mark.parametrize("address", ["", "a.md#b", "../a/?b=c:d", "#fn:s1", "mailto:a@b.nl?subject=c%20d", "tel:+31-6"])
def test_pages_and_people_can_be_led_to(address: str) -> None:
    assert allowed.address(address)


@pytest.mark.parametrize("address", ["//a.nl", "\x01//a.nl", "/\\a.nl", "\t//a.nl", "java\nscript:x", "data:x", "x:y"])
def test_what_a_browser_reads_in_another_way_cannot(address: str) -> None:
    assert not allowed.address(address)
    assert not allowed.address(address, picture=True)
