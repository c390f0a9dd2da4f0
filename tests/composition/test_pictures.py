"""Picture files: what is read of them, and one clear line for every one that cannot be used."""

from pathlib import Path

import pytest

from converter.composition.pictures import LARGEST, measured
from converter.composition.subject import pictures_in
from converter.errors import InputError
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
}


def test_size_follows_the_resolution() -> None:
    picture = measured(JPEG, "a.jpg", "")
    assert (picture.mime, picture.width.pt, picture.height.pt) == ("image/jpeg", 30, 20)
    assert measured(GIF, "a.gif", "").suffix == "gif"


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_pictures_are_told(name: str) -> None:
    with pytest.raises(InputError) as error:
        measured(DAMAGED[name], "图.png", "$.x")
    assert error.value.line().startswith("$.x：不是")
    assert error.value.line().endswith("图.png；图片应是完好的 PNG、JPEG、GIF 或 BMP")


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
