"""Picture files: what is read of them, and one clear line for every one that cannot be used."""

from pathlib import Path

import pytest

from converter.composition.picture_block import size_of
from converter.composition.pictures import LARGEST, measured
from converter.composition.subject import pictures_in
from converter.errors import InputError
from converter.model.nodes import Picture
from tests.composition.made_pictures import emf, svg, tiff, wmf
from tests.tools.places import FIXTURES

PNG = (FIXTURES / "layout" / "seal.png").read_bytes()
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010101004800480000ffc0001108001400"
    "1e03000000000000000000ffda00020000000000000000ffd9"
)
GIF = b"GIF89a\x0a\x00\x14\x00" + bytes(30)
NO_RATIONAL = bytes.fromhex(  # a resolution of the type of a text
    "ffd8ffe100504578696600004d4d002a000000080003011a00020000000100000032011b00020000000100000032"
    "0128000300000001000200000000000000480000000100000000000000000000ffc00011080014001e0300000000"
    "0000000000ffda00020000000000000000ffd9"
)

DAMAGED = {
    "empty": b"",
    "text": "一年来".encode(),
    "png without its header": PNG[:20],
    "jpeg without its end": JPEG[:24],
    "jpeg with a frame cut off": JPEG[:-22],
    "exif without numbers": NO_RATIONAL,
    "gif without its size": GIF[:8],
    "gif of no width": GIF[:6] + bytes(34),
    "tiff without its entries": tiff(3, 2)[:-80],
    "page with a drawing in it": b"<html>" + svg('width="9"') + b"</html>",
}

SIZES: dict[str, tuple[bytes, str, float, float]] = {
    "emf": (emf(4000, 2500), "image/x-emf", 40, 25),
    "emf of no size": (emf(0, 0), "image/x-emf", 80, 60),
    "wmf": (wmf(1440, 720), "image/x-wmf", 25.4, 12.7),
    "wmf without size": (wmf(1440, 720, inch=0), "image/x-wmf", 80, 60),
    "tiff": (tiff(72, 36), "image/tiff", 25.4, 12.7),
    "svg": (svg('width="40mm" height="2.5cm"'), "image/svg+xml", 40, 25),
    "svg in dots": (svg("width='96' height='48px'"), "image/svg+xml", 25.4, 12.7),
    "svg by its box": (svg('viewBox="0 0 96 48"'), "image/svg+xml", 25.4, 12.7),
    "svg wide": (svg('width="2in" viewBox="0,0,96,48"'), "image/svg+xml", 50.8, 25.4),
    "svg high": (svg('height="36pt" viewBox="0 0 96 48"'), "image/svg+xml", 25.4, 12.7),
    "svg of the window": (svg('width="100%" height="100%"'), "image/svg+xml", 80, 60),
    "svg of nonsense": (svg('width="9e99" height="1"'), "image/svg+xml", 80, 60),
    "svg behind a comment": (
        svg(
            'width="40mm" height="25mm"', "\ufeff<?xml version='1.0'?>\n<!-- <b> --><!DOCTYPE svg>"
        ),
        "image/svg+xml",
        40,
        25,
    ),
    "svg in UTF-16": (
        svg('width="40mm" height="25mm"').decode().encode("utf-16"),
        "image/svg+xml",
        40,
        25,
    ),
}
"""Pictures that have their size in other ways: type, width and height in millimetres."""


@pytest.mark.parametrize("name", SIZES)
def test_size_of_drawings_and_metafiles(name: str) -> None:
    data, mime, width, height = SIZES[name]
    picture = measured(data, name, "")
    assert (picture.mime, round(picture.width.mm, 1), round(picture.height.mm, 1)) == (
        mime,
        width,
        height,
    )


@pytest.mark.parametrize(
    ("wanted", "size"),
    [
        (Picture("a.jpg"), (10.58, 7.06)),
        (Picture("a.jpg", 30.0, 30.0), (30, 30)),
        (Picture("a.jpg", width=30.0), (30, 20)),
        (Picture("a.jpg", height=30.0), (45, 30)),
    ],
)
def test_size_that_the_draft_wants(wanted: Picture, size: tuple[float, float]) -> None:
    width, height = size_of(wanted, measured(JPEG, "a.jpg", ""))
    assert (round(width.mm, 2), round(height.mm, 2)) == size


def test_size_follows_the_resolution() -> None:
    picture = measured(JPEG, "a.jpg", "")
    assert (picture.mime, picture.width.pt, picture.height.pt) == ("image/jpeg", 30, 20)
    assert measured(GIF, "a.gif", "").suffix == "gif"


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_pictures_are_told(name: str) -> None:
    with pytest.raises(InputError) as error:
        measured(DAMAGED[name], "图.png", "$.x")
    assert error.value.line().startswith("$.x：不是")
    allowed = "图片应是完好的 PNG、JPEG、GIF、BMP、TIFF、SVG、EMF 或 WMF"
    assert error.value.line().endswith(f"图.png；{allowed}")


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    load = pictures_in(tmp_path)
    (tmp_path / "大.png").write_bytes(PNG + bytes(LARGEST * 2**20))
    for path, start in {
        "没有.png": "找不到图片：没有.png；请检查路径",
        "a\0b.png": "找不到图片：",
        "": "这不是文件：",
        "大.png": f"图片超过 {LARGEST} MiB：大.png；请把图片缩小",
    }.items():
        with pytest.raises(InputError) as error:
            load(path, "")
        assert error.value.line().startswith(start)
