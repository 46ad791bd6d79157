"""Data sets: IDX files, where they are looked for, the mirrors, and the digits that are always there."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import os
import re
import struct
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gradekit import datasets
from gradekit.datasets import NAMES, Dataset, available, best, describe, load
from gradekit.datasets import fetch as fetch_dataset
from gradekit.datasets.digits import PATH as DIGITS_PATH
from gradekit.datasets.digits import read_digits
from gradekit.datasets.fetch import FILES, SOURCES, Published, Source, cache_folder
from gradekit.datasets.idx import read_head, read_idx, read_pictures
from gradekit.errors import DataError, UsageError

MNIST_HEAD = bytes((5, 0, 4, 1, 9, 2, 1, 3, 1, 4))
FASHION_HEAD = bytes((9, 0, 0, 3, 0, 2, 7, 2, 5, 5))
DIGITS_SHA256 = {
    "train_images": "0846a2a6db99599b188108b3a122dc69366905218920b74e5bcc36b324a87496",
    "train_labels": "73819221a01a1cc54e1d1a355d0dbcb1088758f17ac6be16a8e985d04602d25d",
    "test_images": "8fa37c1d87177e78aac10fdd50e6a7a838e3eda19a1508aa530bbcd0069d56da",
    "test_labels": "1c4c83268dbf291b6bd229384cf3d82eeb35f60ad2c73bf4c2a6d223ce0318f8",
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No data of this user's machine is seen, and no proxy stands before the test's own server."""
    monkeypatch.delenv("GRADEKIT_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user-cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def idx(array: np.ndarray) -> bytes:
    """The array as an IDX file of unsigned bytes."""
    return bytes([0, 0, 8, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape) + array.astype(np.uint8).tobytes()


def make_set(train: int = 12, test: int = 10, head: bytes = b"\7\7\7") -> dict[str, bytes]:
    """The four files of a small set; its training labels begin with `head`."""
    rng = np.random.default_rng(0)
    labels = np.resize(np.arange(10), train)
    labels[: len(head)] = list(head)
    return {
        FILES[0]: idx(rng.integers(0, 256, (train, 28, 28))),
        FILES[1]: idx(labels),
        FILES[2]: idx(rng.integers(0, 256, (test, 28, 28))),
        FILES[3]: idx(np.arange(test) % 10),
    }


def put(folder: Path, files: dict[str, bytes], packed: bool = False) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / (f"{name}.gz" if packed else name)).write_bytes(gzip.compress(content, mtime=0) if packed else content)
    return folder


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


# --- IDX files ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_pictures_and_labels_are_read(tmp_path: Path, packed: bool) -> None:
    """Plain and gzipped files give the same arrays with the promised shapes and dtypes."""
    pixels = np.arange(3 * 784).reshape(3, 28, 28) % 251
    files = {"images": idx(pixels), "labels": idx(np.array([9, 0, 5]))}
    put(tmp_path, files, packed)
    suffix = ".gz" if packed else ""
    images, labels = read_pictures(tmp_path / f"images{suffix}", tmp_path / f"labels{suffix}")
    assert images.dtype == np.uint8
    assert np.array_equal(images, pixels)
    assert labels.dtype == np.int64
    assert labels.tolist() == [9, 0, 5]


def test_gzip_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    """A browser may unpack a .gz and keep its name, or the other way round."""
    content = idx(np.array([1, 2, 3]))
    assert read_idx(write(tmp_path / "plain.gz", content)).tolist() == [1, 2, 3]
    assert read_idx(write(tmp_path / "packed", gzip.compress(content))).tolist() == [1, 2, 3]


LABELS = idx(np.arange(10))
PICTURES = idx(np.zeros((2, 28, 28)))
PACKED = gzip.compress(idx(np.random.default_rng(1).integers(0, 10, 4000)), mtime=0)
BROKEN: dict[str, tuple[bytes, tuple[int, ...], str]] = {
    "empty": (b"", (), "truncated: 0 bytes"),
    "three bytes": (b"\0\0\x08", (), "truncated: 3 bytes"),
    "half a header": (PICTURES[:9], (28, 28), "truncated: 9 bytes"),
    "a missing byte": (LABELS[:-1], (), "truncated: its header promises 10 bytes, the file has 17"),
    "nothing after the header": (PICTURES[:16], (28, 28), "truncated: its header promises 1,568 bytes"),
    "a byte too many": (LABELS + b"\0", (), "bytes follow after the 10 that"),
    "labels for pictures": (LABELS, (28, 28), "begins with 00000801, an IDX file of pictures with 00000803"),
    "pictures for labels": (PICTURES, (), "begins with 00000803, an IDX file of labels with 00000801"),
    "another type": (b"\0\0\x0d\1" + LABELS[4:], (), "begins with 00000d01"),
    "a web page": (b"<!DOCTYPE html><html></html>", (), "begins with 3c21444f"),
    "small pictures": (idx(np.zeros((2, 8, 8))), (28, 28), "8x8 pixels, expected 28x28"),
    "a forged count": (b"\0\0\x08\1\xff\xff\xff\xff" + b"\0" * 10, (), "promises 4,294,967,295 bytes, beyond"),
    "forged sides": (b"\0\0\x08\3" + b"\xff" * 12, (28, 28), "pictures of 4294967295x4294967295"),
    "a forged count, gzipped": (gzip.compress(b"\0\0\x08\1\x0f\xff\xff\xff" + b"\0" * 10), (), "promises 268,435,455 bytes, the file has"),
    "gzip cut short": (PACKED[:-20], (), "truncated: the gzip data ends too early"),
    "gzip without its trailer": (PACKED[:-8], (), "truncated: the gzip data ends too early"),
    "gzip cut in its header": (PACKED[:5], (), "truncated: the gzip data ends too early"),
    "gzip with a wrong checksum": (PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:], (), "corrupt gzip data (CRC check failed"),
    "gzip with garbage after it": (PACKED + b"garbage", (), "corrupt gzip data"),
    "gzip with a second member": (PACKED + PACKED, (), "bytes follow after the 4,000 that"),
    "gzip of a short file": (gzip.compress(LABELS[:-1]), (), "truncated: its header promises 10 bytes, 9 are there"),
    "gzip with a broken block": (PACKED[:10] + b"\xff" * 40 + PACKED[50:], (), "corrupt gzip data"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_files_are_named(tmp_path: Path, case: str) -> None:
    """Whatever is wrong with a file, the one-line error names the file, what is wrong, and what to do."""
    content, item, words = BROKEN[case]
    path = write(tmp_path / "the-file", content)
    with pytest.raises(DataError) as caught:
        read_idx(path, item)
    text = str(caught.value)
    assert text.startswith(f"{path}: ")
    assert words in text
    assert "\n" not in text
    assert re.search(r": (replace|the file is something else|use a set)", text)


def test_every_truncation_is_noticed(tmp_path: Path) -> None:
    """No prefix of a file, plain or gzipped, is taken for a file."""
    for content in (LABELS, gzip.compress(LABELS, mtime=0)):
        for length in range(len(content)):
            with pytest.raises(DataError):
                read_idx(write(tmp_path / "cut", content[:length]))


@pytest.mark.parametrize("packed", [False, True])
def test_a_forged_header_takes_no_memory(tmp_path: Path, packed: bool) -> None:
    """The sizes in a header are held against the file before anything of that size is made."""
    forged = b"\0\0\x08\3" + struct.pack(">III", 300_000, 28, 28) + bytes(300_000 if packed else 100)
    path = write(tmp_path / "forged", gzip.compress(forged) if packed else forged)
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="truncated"):
            read_idx(path, (28, 28))
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe (opening one would wait for ever) and nothing at all."""
    with pytest.raises(DataError, match="not a regular file"):
        read_idx(tmp_path)
    with pytest.raises(DataError, match="no such file"):
        read_idx(tmp_path / "absent")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(DataError, match="not a regular file"):
            read_idx(tmp_path / "pipe")


def test_pictures_and_labels_must_belong_together(tmp_path: Path) -> None:
    """Different counts, labels beyond 9 and empty sets are errors that name the file."""
    two = write(tmp_path / "two-images", PICTURES)
    with pytest.raises(DataError, match=r"ten-labels: 10 labels for the 2 pictures of two-images"):
        read_pictures(two, write(tmp_path / "ten-labels", LABELS))
    with pytest.raises(DataError, match=r"bad-labels: label 10 of picture 1 is outside 0 to 9"):
        read_pictures(two, write(tmp_path / "bad-labels", idx(np.array([3, 10]))))
    with pytest.raises(DataError, match=r"no-images: holds no pictures"):
        read_pictures(write(tmp_path / "no-images", idx(np.zeros((0, 28, 28)))), write(tmp_path / "no-labels", idx(np.zeros(0))))


def test_read_head_never_raises(tmp_path: Path) -> None:
    """Recognising a set is no place for errors."""
    assert read_head(write(tmp_path / "a", LABELS), 4) == b"\0\1\2\3"
    assert read_head(write(tmp_path / "b", PACKED), 4) == gzip.decompress(PACKED)[8:12]
    assert read_head(write(tmp_path / "c", PACKED[:12]), 4) == b""
    assert read_head(tmp_path / "absent", 4) == b""


# --- GRADEKIT_DATA -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "place"),
    [("mnist", "mnist"), ("mnist", "MNIST/raw"), ("mnist", "."), ("fashion", "fashion"), ("fashion", "FashionMNIST/raw"), ("fashion", ".")],
)
def test_a_folder_of_files_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: datasets.DatasetName, place: str, packed: bool
) -> None:
    """GRADEKIT_DATA serves a set from a folder of its name or directly, and the network is not asked."""
    put(tmp_path / "data" / place, make_set(), packed)
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "data"))
    assert available(name)
    data = load(name)
    assert data.name == name
    assert (data.train_images.shape, data.train_labels.shape) == ((12, 28, 28), (12,))
    assert (data.test_images.shape, data.test_labels.shape) == ((10, 28, 28), (10,))
    assert fetch_dataset(name).resolve() == (tmp_path / "data" / place).resolve()


def test_a_dot_before_idx_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some copies are called train-images.idx3-ubyte."""
    put(tmp_path / "mnist", {name.replace("-idx", ".idx"): content for name, content in make_set().items()})
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    assert len(load("mnist").train_labels) == 12


@pytest.mark.parametrize(("head", "held", "other"), [(MNIST_HEAD, "mnist", "fashion"), (FASHION_HEAD, "fashion", "mnist")])
def test_sets_are_not_taken_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: bytes, held: datasets.DatasetName, other: datasets.DatasetName
) -> None:
    """Both sets use the same file names: the first labels tell which one a folder holds."""
    put(tmp_path / "direct", make_set(head=head), packed=True)
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "direct"))
    assert available(held)
    assert not available(other)
    assert best(other).name == "digits"
    put(tmp_path / "mixed" / other, make_set(head=head))
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "mixed"))
    with pytest.raises(DataError, match=f"holds {SOURCES[held].title}, not {SOURCES[other].title}"):
        load(other)


def test_a_folder_named_after_a_set_holds_that_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GRADEKIT_DATA=…/fashion-mnist is not looked into for MNIST, even if its files are a course's own selection."""
    put(tmp_path / "fashion-mnist", make_set())
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "fashion-mnist"))
    assert available("fashion")
    assert not available("mnist")


def test_an_incomplete_folder_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not available, and neither load nor best goes on with something else."""
    folder = put(tmp_path / "mnist", make_set())
    (folder / FILES[2]).unlink()
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    assert not available("mnist")
    for call in (load, best):
        with pytest.raises(DataError, match=rf"{re.escape(str(folder))}: MNIST is not complete there, missing: {FILES[2]}"):
            call("mnist")


def test_a_wrong_gradekit_data_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped folder is an error, not a reason to grade with other pictures; an empty variable is none."""
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "tpyo"))
    assert not available("mnist")
    for call in (load, best):
        with pytest.raises(DataError, match="tpyo, which is no folder"):
            call("mnist")
    assert load("digits").name == "digits"
    monkeypatch.setenv("GRADEKIT_DATA", " ")
    assert best("mnist").name == "digits"


def test_a_damaged_local_file_is_an_error_for_best_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that is here but damaged is not silently replaced."""
    files = make_set()
    files[FILES[0]] = files[FILES[0]][:-5]
    put(tmp_path / "mnist", files)
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    with pytest.raises(DataError, match=f"{FILES[0]}: truncated"):
        best("mnist")


# --- mirrors and the cache ---------------------------------------------------------------------------------------------------


class Server:
    """A web server on this machine; `answers` maps a path to (status, body, promised length), and `asked` lists the paths asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, bytes, int]] = {}
        self.asked: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                status, body, length = outer.answers.get(self.path, (404, b"", 0))
                self.send_response(status)
                self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def serve(self, folder: str, files: dict[str, bytes]) -> str:
        for name, content in files.items():
            self.answers[f"/{folder}/{name}.gz"] = (200, content, len(content))
        return f"{self.address}/{folder}/"

    def stop(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


PUBLISHED = {name: gzip.compress(content, mtime=0) for name, content in make_set().items()}
REGISTRY = {name: Published(hashlib.sha256(content).hexdigest(), len(content)) for name, content in PUBLISHED.items()}


def small_source(*mirrors: str) -> Source:
    return replace(SOURCES["mnist"], mirrors=mirrors, registry=REGISTRY)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_download_then_cache(server: Server, tmp_path: Path) -> None:
    """The first load downloads the four files, the second asks nobody; available and best agree."""
    source = small_source(server.serve("good", PUBLISHED))
    assert not available("mnist", source=source, cache=tmp_path)
    data = load("mnist", source=source, cache=tmp_path)
    assert len(data.train_labels) == 12
    assert len(server.asked) == 4
    assert names_in(tmp_path) == sorted(f"{name}.gz" for name in FILES)
    assert available("mnist", source=source, cache=tmp_path)
    again = load("mnist", download=False, source=source, cache=tmp_path)
    assert np.array_equal(again.train_images, data.train_images)
    assert fetch_dataset("mnist", source=source, cache=tmp_path) == tmp_path / "mnist"
    assert len(server.asked) == 4


def test_gradekit_data_goes_before_the_cache(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given by hand wins over what was downloaded."""
    source = small_source(server.serve("good", PUBLISHED))
    fetch_dataset("mnist", source=source, cache=tmp_path / "cache")
    put(tmp_path / "data" / "mnist", make_set(train=20))
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path / "data"))
    assert len(load("mnist", source=source, cache=tmp_path / "cache").train_labels) == 20


def test_the_next_mirror_is_tried_and_then_kept(server: Server, tmp_path: Path) -> None:
    """A mirror without the files is left for the next one, which then serves the other files first."""
    source = small_source(f"{server.address}/absent", server.serve("good", PUBLISHED))
    assert len(load("mnist", source=source, cache=tmp_path).train_labels) == 12
    assert [path.split("/")[1] for path in server.asked] == ["absent", "good", "good", "good", "good"]


def shorter(content: bytes) -> tuple[int, bytes, int]:
    return 200, content[: len(content) // 2], len(content)


BAD_MIRRORS: dict[str, tuple[Callable[[bytes], tuple[int, bytes, int]], str]] = {
    "absent": (lambda _: (404, b"", 0), "HTTP 404"),
    "failing": (lambda _: (503, b"later", 5), "HTTP 503"),
    "flipped": (lambda content: (200, bytes([content[0] ^ 1]) + content[1:], len(content)), "checksum differs"),
    "a web page": (lambda _: (200, b"<html>", 6), "checksum differs"),
    "breaks off": (shorter, "the connection broke off"),
    "too long": (lambda content: (200, content + b"\0", len(content) + 1), "published bytes"),
}


@pytest.mark.parametrize("kind", BAD_MIRRORS)
def test_a_bad_mirror_leaves_nothing_behind(server: Server, tmp_path: Path, kind: str) -> None:
    """Its failure is named, no file stays in the cache (also no half one), and a good mirror after it serves the set."""
    answer, words = BAD_MIRRORS[kind]
    for name, content in PUBLISHED.items():
        server.answers[f"/bad/{name}.gz"] = answer(content)
    bad = f"{server.address}/bad/"
    with pytest.raises(DataError, match=words) as caught:
        load("mnist", source=small_source(bad), cache=tmp_path)
    text = str(caught.value)
    assert text.startswith(f"MNIST: {FILES[0]}.gz cannot be downloaded ({bad}: ")
    assert "set GRADEKIT_DATA=DIR" in text
    assert "\n" not in text
    assert names_in(tmp_path) == []
    assert not available("mnist", source=small_source(bad), cache=tmp_path)
    load("mnist", source=small_source(bad, server.serve("good", PUBLISHED)), cache=tmp_path)
    assert names_in(tmp_path) == sorted(f"{name}.gz" for name in FILES)


def test_every_mirror_that_failed_is_named(server: Server, tmp_path: Path) -> None:
    """One without a server and one without the file; a source without mirrors says so."""
    closed = Server()
    closed.stop()
    source = small_source(f"{closed.address}/", f"{server.address}/absent/")
    with pytest.raises(DataError) as caught:
        fetch_dataset("mnist", source=source, cache=tmp_path)
    assert f"({closed.address}/: no connection; {server.address}/absent/: HTTP 404)" in str(caught.value)
    with pytest.raises(DataError, match="it has no mirrors"):
        fetch_dataset("mnist", source=small_source(), cache=tmp_path)


def test_a_damaged_cache_is_told_or_mended(server: Server, tmp_path: Path) -> None:
    """A file of the right size and other bytes is never read: offline an error, online downloaded again, alone."""
    source = small_source(server.serve("good", PUBLISHED))
    path = fetch_dataset("mnist", source=source, cache=tmp_path) / f"{FILES[0]}.gz"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    with pytest.raises(DataError, match=rf"{re.escape(str(path))}: damaged"):
        load("mnist", download=False, source=source, cache=tmp_path)
    server.asked.clear()
    load("mnist", source=source, cache=tmp_path)
    assert server.asked == [f"/good/{FILES[0]}.gz"]
    path.write_bytes(content[:50])
    assert not available("mnist", source=source, cache=tmp_path)
    with pytest.raises(DataError, match="not on this machine"):
        load("mnist", download=False, source=source, cache=tmp_path)


def test_an_interrupted_download_leaves_nothing(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C in the middle of a file goes through and leaves no file."""
    from gradekit.datasets.fetch import _Metered

    def interrupt(self: object, data: bytes) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(_Metered, "write", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch_dataset("mnist", source=small_source(server.serve("good", PUBLISHED)), cache=tmp_path)
    assert names_in(tmp_path) == []


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file where the cache folder should be."""
    write(tmp_path / "cache", b"")
    with pytest.raises(DataError, match="the cache folder cannot be made"):
        fetch_dataset("mnist", source=small_source("http://127.0.0.1:9/"), cache=tmp_path / "cache")


def test_progress_is_drawn_only_where_asked(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Captured output is no terminal: nothing is printed unless progress=True; standard output stays clean in any case."""
    source = small_source(server.serve("good", PUBLISHED))
    fetch_dataset("mnist", source=source, cache=tmp_path / "quiet")
    assert capsys.readouterr() == ("", "")
    fetch_dataset("mnist", source=source, cache=tmp_path / "loud", progress=True)
    out, err = capsys.readouterr()
    assert out == ""
    assert f"MNIST {FILES[0]}.gz" in err


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.name)
def test_sources_are_well_formed(source: Source) -> None:
    """Every file has a checksum, and every set more than one mirror."""
    assert tuple(source.registry) == FILES
    assert all(re.fullmatch("[0-9a-f]{64}", published.sha256) for published in source.registry.values())
    assert len({published.sha256 for other in SOURCES.values() for published in other.registry.values()}) == 8
    assert len(source.mirrors) >= 2
    assert all(re.fullmatch(r"https?://\S+/", mirror) for mirror in source.mirrors)
    assert source.folders[0] == source.name


# --- the digits --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def digits() -> Dataset:
    return load("digits")


def test_the_digits_are_the_known_ones(digits: Dataset) -> None:
    """The arrays are, byte for byte, those that scripts/make_digits.py made."""
    for name, expected in DIGITS_SHA256.items():
        assert hashlib.sha256(getattr(digits, name).astype(np.uint8).tobytes()).hexdigest() == expected, name


def test_the_digits_have_mnists_form(digits: Dataset) -> None:
    """Bright ink on black, 20 pixels high at most, centred, and about as much of it as in MNIST (a mean of 0.13)."""
    assert digits.train_images.shape == (1437, 28, 28)
    assert digits.test_images.shape == (360, 28, 28)
    assert digits.train_images.dtype == np.uint8
    assert digits.train_labels.dtype == np.int64
    images = np.concatenate([digits.train_images, digits.test_images])
    assert images.max(axis=(1, 2)).min() == 255
    assert not images[:, [0, -1]].any()
    assert not images[:, :, [0, -1]].any()
    assert 0.11 < images.mean() / 255 < 0.15
    ink = images > 0
    assert ink.any(axis=2).sum(axis=1).max() <= 20
    assert ink.any(axis=1).sum(axis=1).max() <= 20
    places = np.arange(28)
    mass = images.sum(axis=(1, 2))
    for axis in (1, 2):
        centres = (images.sum(axis=axis) * places).sum(axis=1) / mass
        assert np.abs(centres - 13.5).max() < 0.6


def test_the_split_is_stratified_and_disjoint(digits: Dataset) -> None:
    """Each digit gives a fifth of its pictures to the test, and no picture is in both parts."""
    train, test = np.bincount(digits.train_labels, minlength=10), np.bincount(digits.test_labels, minlength=10)
    assert (train + test).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.abs(test / (train + test) - 360 / 1797).max() < 0.004
    assert len({image.tobytes() for image in (*digits.train_images, *digits.test_images)}) == 1797


def test_the_digits_can_be_told_apart(digits: Dataset) -> None:
    """The nearest training picture has the right label for nearly every test picture: labels and pictures belong together."""
    train = digits.train_images.reshape(-1, 784).astype(np.float32) / 255
    test = digits.test_images.reshape(-1, 784).astype(np.float32) / 255
    distances = (train**2).sum(axis=1) - 2 * test @ train.T
    assert (digits.train_labels[distances.argmin(axis=1)] == digits.test_labels).mean() > 0.97


def test_the_digits_are_small_and_load_quickly() -> None:
    """They travel in the package, and a report does not wait for them."""
    assert DIGITS_PATH.stat().st_size < 700_000
    seconds = []
    for _ in range(5):
        begin = time.perf_counter()
        load("digits")
        seconds.append(time.perf_counter() - begin)
    assert min(seconds) < 0.03


def test_damaged_digits_are_an_error(tmp_path: Path) -> None:
    """Absent, cut short, altered, not an archive, an array missing, pickled objects."""
    content = DIGITS_PATH.read_bytes()
    middle = len(content) // 2
    broken = {
        "cut": content[:middle],
        "altered": content[:middle] + bytes(100) + content[middle + 100 :],
        "text": b"no archive",
        "empty": b"",
    }
    paths = [write(tmp_path / name, data) for name, data in broken.items()]
    np.savez(tmp_path / "few.npz", train_images=np.zeros(1))
    objects = np.array([{}], dtype=object)
    np.savez(tmp_path / "objects.npz", train_images=objects, train_labels=objects, test_images=objects, test_labels=objects)
    for path in (*paths, tmp_path / "few.npz", tmp_path / "objects.npz", tmp_path / "absent"):
        with pytest.raises(DataError, match=re.escape(str(path))):
            read_digits(path)


# --- the surface -------------------------------------------------------------------------------------------------------------


def test_datasets_are_frozen(digits: Dataset) -> None:
    """Neither the fields nor the arrays can be changed, and the text form is short."""
    with pytest.raises(AttributeError):
        digits.name = "mnist"  # type: ignore[misc]
    for array in (digits.train_images, digits.train_labels, digits.test_images, digits.test_labels):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    assert repr(digits) == "Dataset(name='digits')"


def test_arrays_from_files_are_read_only_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same promise for a set in IDX form."""
    put(tmp_path / "mnist", make_set())
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    data = load("mnist")
    assert not any(a.flags.writeable for a in (data.train_images, data.train_labels, data.test_images, data.test_labels))


def test_best_takes_the_first_that_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order asked for; the digits when nothing else is, without any network."""
    assert best().name == "digits"
    assert best("mnist", "fashion").name == "digits"
    put(tmp_path / "fashion", make_set(head=FASHION_HEAD))
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    assert best("mnist", "fashion").name == "fashion"
    assert best("digits", "fashion").name == "digits"


def test_unknown_names_are_usage_errors() -> None:
    """Everywhere a name is taken, before anything is looked for."""
    for call in (load, fetch_dataset, available, best, describe):
        with pytest.raises(UsageError, match="'cifar': known are mnist, fashion, digits"):
            call("cifar")  # type: ignore[arg-type]


def test_the_digits_need_no_fetching() -> None:
    """They are available by themselves."""
    assert available("digits")
    assert fetch_dataset("digits") == DIGITS_PATH.parent


def test_descriptions_are_in_both_languages() -> None:
    """One line each; the digits' licence asks that their authors be named."""
    for name in NAMES:
        text = describe(name)
        assert "\n" not in text.en + text.ko
        assert re.search("[가-힣]", text.ko)
        assert not re.search("[가-힣]", text.en)
    for words in ("Alpaydin", "Kaynak", "CC BY 4.0"):
        assert words in describe("digits").en
        assert words in describe("digits").ko
        assert words in DIGITS_PATH.with_name("DIGITS.md").read_text(encoding="utf-8")


def test_the_cache_is_the_users_own() -> None:
    """Looking for it creates nothing."""
    folder = cache_folder()
    assert folder.name == "datasets"
    assert "gradekit" in folder.parts
    assert not folder.exists()


def test_importing_takes_only_numpy() -> None:
    """Neither torch nor what downloads and draws is imported before it is needed."""
    program = (
        "import sys; from gradekit.datasets import load; load('digits'); "
        "print([m for m in ('torch', 'pooch', 'requests', 'rich', 'platformdirs', 'sklearn') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_surface_is_what_all_says() -> None:
    """And `fetch` is the function, not the module of that name."""
    assert sorted(datasets.__all__, key=lambda name: (name.islower(), name)) == [
        "Dataset",
        "DatasetName",
        "NAMES",
        "available",
        "best",
        "describe",
        "fetch",
        "load",
    ]
    assert all(callable(getattr(datasets, name)) for name in ("available", "best", "describe", "fetch", "load"))
