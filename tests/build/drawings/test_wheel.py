"""The ring of goals."""

from scripts.build.drawings.wheel import Spoke, wheel


def test_every_spoke_has_a_closed_segment_and_a_place_for_its_number() -> None:
    drawn = wheel([Spoke(number, f"Doel {number}", "Water", f"{number}/", "") for number in range(1, 18)])
    assert [segment.spoke.number for segment in drawn.segments] == list(range(1, 18))
    assert all(segment.path.startswith("M") and segment.path.endswith("Z") for segment in drawn.segments)
    assert len({(segment.x, segment.y) for segment in drawn.segments}) == 17
    assert drawn.segments[0].x > drawn.middle > drawn.segments[-1].x


def test_a_wheel_without_spokes_is_an_empty_ring() -> None:
    assert wheel([]).segments == ()
