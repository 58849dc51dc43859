"""Decode a picture from anywhere and draw it anew, small: nothing of the original file is ever served."""

import io
import warnings
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from octavo.core.errors import OctavoError

LONGEST_SIDE: Final = 1280
SHORTEST_SIDE: Final = 64
"""Smaller pictures are pixels, icons and avatars."""
MOST_PIXELS: Final = 60_000_000
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")


class NoPicture(OctavoError):
    """The bytes are no picture that can be shown."""

    code = "no_picture"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture drawn anew as WebP, with its size in pixels."""

    body: bytes
    width: int
    height: int
    type: str = "image/webp"


def draw(body: bytes) -> Drawing:
    """Return *body* as a small WebP picture without metadata; raise NoPicture for anything that is not one, or too large or small."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(body), formats=FORMATS) as opened:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if opened.width * opened.height > MOST_PIXELS:
                raise NoPicture("The picture has too many pixels.")
            if min(opened.size) < SHORTEST_SIDE:
                raise NoPicture("The picture is too small to show something.")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
            picture = picture.convert("RGBA" if has_alpha else "RGB")
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
            drawn = io.BytesIO()
            picture.save(drawn, "WEBP", quality=80, method=4)
            return Drawing(drawn.getvalue(), picture.width, picture.height)
    except NoPicture:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NoPicture("This is not a picture that can be shown.") from error
    except (OSError, ValueError, SyntaxError, OverflowError, MemoryError) as error:
        raise NoPicture("The picture is damaged.") from error
