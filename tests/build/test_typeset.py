"""Setting type: texts stay texts, no file outside its folder, made once."""

from pathlib import Path

import pytest
import typst

from scripts.build import typeset


@pytest.mark.parametrize(
    "file", ["/etc/passwd", "../secret", "/../secret", "https://else.example/secret", "file:///etc/passwd"]
)
def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret").touch()
    template = tmp_path / "print/any.typ"
    template.parent.mkdir()
    template.write_text("#read(json(bytes(sys.inputs.data)).file)")
    with pytest.raises(typst.TypstError, match=r"file not found|would escape the project root"):
        typeset.compiler(template, {"file": file}).compile(format="pdf")


def test_what_was_made_is_kept_until_something_changes(tmp_path: Path) -> None:
    made: list[int] = []

    def make(template: Path, data: typeset.Data) -> bytes:
        made.append(data["number"])
        return template.read_bytes()

    template = tmp_path / "any.typ"
    (tmp_path / "fonts").mkdir()
    for text, number in [("a", 1), ("a", 1), ("a", 2), ("b", 2)]:
        template.write_text(text)
        typeset.write([(tmp_path / "to/x.pdf", {"number": number})], template, make, tmp_path / "kept")
        assert (tmp_path / "to/x.pdf").read_text() == text
    assert made == [1, 2, 2]
