import gzip
import os
from contextlib import suppress

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadTransfer, FetchError, TooLarge
from octavo.fetch.unpack import Unpacker
from tests.hostile.paths.compression import CODINGS, pack

TEXT = b"".join(b"The river rose to %d metres. " % n for n in range(5000))


def unpacked(
    packed: bytes, coding: str, *, step: int = 1000, largest: int = 1 << 20, sniff: bool = False
) -> bytes:
    """Unpack as the client does, *step* bytes at a time."""
    unpacker = Unpacker(coding, largest=largest, sniff_gzip=sniff)
    pieces = [
        piece
        for start in range(0, len(packed), step)
        for piece in unpacker.feed(packed[start : start + step])
    ]
    return b"".join([*pieces, *unpacker.end()])


@pytest.mark.parametrize("step", [1, 2, 1000, 1 << 20])
@pytest.mark.parametrize("coding", CODINGS)
def test_each_coding_is_undone_however_it_arrives(coding: str, step: int) -> None:
    assert unpacked(pack([TEXT], coding), coding, step=step) == TEXT


@pytest.mark.parametrize("coding", CODINGS)
def test_what_cannot_be_packed_is_undone_too(coding: str) -> None:
    noise = os.urandom(300_000)

    assert unpacked(pack([noise], coding), coding, step=50_000) == noise


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("kept", [1, 2, 3, 10, 0.5, -1])
def test_a_cut_stream_is_a_bad_transfer(coding: str, kept: float) -> None:
    packed = pack([TEXT], coding)
    cut = packed[: int(len(packed) * kept) if kept == 0.5 else int(kept)]

    with pytest.raises(BadTransfer):
        unpacked(cut, coding)


@pytest.mark.parametrize("coding", CODINGS)
def test_nothing_at_all_is_nothing(coding: str) -> None:
    assert unpacked(b"", coding) == b""


@pytest.mark.parametrize("coding", CODINGS)
def test_the_limit_is_on_what_comes_out(coding: str) -> None:
    packed = pack([TEXT], coding)

    assert unpacked(packed, coding, largest=len(TEXT)) == TEXT
    with pytest.raises(TooLarge):
        unpacked(packed, coding, largest=len(TEXT) - 1)


@pytest.mark.parametrize("coding", ["", *CODINGS])
def test_the_limit_is_on_what_goes_in_as_well(coding: str) -> None:
    with pytest.raises(TooLarge):
        unpacked(pack([os.urandom(5000)], coding) if coding else bytes(5000), coding, largest=4000)


@pytest.mark.parametrize("header", ["br, gzip", "BR ,X-GZip", "identity, br, gzip", "br,,gzip"])
def test_two_layers_are_undone_last_first(header: str) -> None:
    assert unpacked(gzip.compress(pack([TEXT], "br")), header) == TEXT


@pytest.mark.parametrize("header", ["gzip, gzip, gzip", "compress", "gzip, sdch", "gzip;q=1"])
def test_other_codings_are_refused_before_a_byte_is_read(header: str) -> None:
    with pytest.raises(BadTransfer):
        Unpacker(header, largest=100)


def test_zstd_frames_follow_each_other() -> None:
    frames = pack([TEXT[:999]], "zstd") + pack([TEXT[999:]], "zstd")

    assert unpacked(frames, "zstd", step=7) == TEXT


def test_zstd_windows_beyond_the_webs_limit_are_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    wide = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    packed = wide.compress(TEXT) + wide.flush()

    with pytest.raises(BadTransfer):
        unpacked(packed, "zstd")


@pytest.mark.parametrize("coding", CODINGS)
def test_pieces_stay_small(coding: str) -> None:
    bomb = pack([bytes(1 << 20)] * 40, coding)
    unpacker = Unpacker(coding, largest=50 << 20)

    sizes = [len(piece) for piece in unpacker.feed(bomb)]

    assert sum(sizes) == 40 << 20
    assert max(sizes) <= 8 << 20


class TestSniffing:
    def test_a_gzip_file_is_unpacked(self) -> None:
        assert unpacked(gzip.compress(TEXT), "", step=1, sniff=True) == TEXT

    def test_a_gzip_file_in_another_coding_is_unpacked(self) -> None:
        assert unpacked(pack([gzip.compress(TEXT)], "br"), "br", sniff=True) == TEXT

    def test_a_third_layer_is_left_alone(self) -> None:
        thrice = gzip.compress(gzip.compress(gzip.compress(TEXT)))

        assert unpacked(thrice, "gzip, gzip", sniff=True) == gzip.compress(TEXT)

    @pytest.mark.parametrize("plain", [b"", b"\x1f", b"<", b"<rss/>"])
    def test_anything_else_is_handed_on(self, plain: bytes) -> None:
        assert unpacked(plain, "", sniff=True) == plain

    def test_the_limit_holds(self) -> None:
        with pytest.raises(TooLarge):
            unpacked(gzip.compress(TEXT), "", largest=len(TEXT) - 1, sniff=True)

    def test_a_cut_file_is_a_bad_transfer(self) -> None:
        with pytest.raises(BadTransfer):
            unpacked(gzip.compress(TEXT)[:-9], "", sniff=True)


@given(st.binary(max_size=300), st.sampled_from(["", *CODINGS, "gzip, br", "zstd, deflate"]), st.booleans())
def test_no_bytes_raise_anything_but_our_own(noise: bytes, header: str, sniff: bool) -> None:
    with suppress(FetchError):
        unpacked(noise, header, step=7, sniff=sniff)
