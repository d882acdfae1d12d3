"""A picture is one whole JPEG, PNG or WebP, not too large, whose file does not tell where it was taken, or by whom.

The build leaves out all that one does not see, but the repository is public and keeps what was added. What programs
write about themselves, the make of a camera, and who has the rights, is no secret.
"""

from scripts.check.rule import Faults, Settings, error, warning
from scripts.content import pictures
from scripts.content.pictures import MOST_BYTES, MOST_PIXELS, Unfit

# Why a file is no picture to show, and the limit that its words name.
UNFIT = {"no_picture": 0, "drawing": 0, "ending": 0, "broken": 0, "large": MOST_BYTES, "pixels": MOST_PIXELS}


def check_files(settings: Settings) -> Faults:
    """Yield at most one finding for each picture in `docs/images/`, never with what it tells."""
    for path in pictures.files(settings).values():
        shown = settings.relative(path)
        try:
            image = pictures.opened(path.read_bytes(), path.suffix, quick=True)
            tells = pictures.tells(image)
        except Unfit as unfit:
            most, better = UNFIT[unfit.case] // 1_000_000, path.stem + unfit.ending
            yield error(unfit.case, shown, most=most, better=better)
        else:
            if tells:
                yield error("secret", shown, mend=pictures.mend)
            elif image.format != "MPO" and getattr(image, "is_animated", False):
                yield warning("moves", shown)
