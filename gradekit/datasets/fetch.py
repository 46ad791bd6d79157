"""Where the files of MNIST and Fashion-MNIST are: in the folder GRADEKIT_DATA, in the user's cache, or on a mirror.

A file enters the cache only whole: it is downloaded under a temporary name, its checksum compared, and then renamed.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from gradekit.datasets.idx import read_head
from gradekit.errors import DataError

__all__ = ["FILES", "SOURCES", "Published", "Source", "cache_folder", "download", "find_cached", "find_local", "is_published"]

# The names that every copy of these sets uses, in the order: training pictures and labels, test pictures and labels.
FILES: Final = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
_TIMEOUTS: Final = (10.0, 30.0)  # seconds to connect, seconds without a byte
_CHUNK: Final = 64 * 1024  # pooch writes 1 KiB at a time unless told: 26,000 flushes for one file
# requests' errors in our words; the more special kinds come before ConnectionError, their base
_REASONS: Final = (
    ("Timeout", "timed out"),
    ("SSLError", "no trusted TLS connection"),
    ("ProxyError", "the proxy failed"),
    ("ChunkedEncodingError", "the connection broke off"),
    ("ConnectionError", "no connection"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """One gzipped file as published: its SHA-256 (hexadecimal) and its size in bytes."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Source:
    """One data set: what its files are and where they can be had.

    `mirrors` are base addresses, tried in order; `registry` has one entry for each of FILES; `folders` are the names under
    which GRADEKIT_DATA may hold it; `first_labels` begin its training labels and tell it from sets with the same file names.
    """

    name: str
    title: str
    mirrors: tuple[str, ...]
    registry: Mapping[str, Published]
    folders: tuple[str, ...]
    first_labels: bytes


# The checksums are of the files as LeCun, Cortes and Burges, and Zalando Research, published them; their MD5 sums
# (f68b3c2d…, 8d4fb7e6… for the training pictures) belong to the same files.
SOURCES: Final[Mapping[str, Source]] = {
    "mnist": Source(
        name="mnist",
        title="MNIST",
        mirrors=("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"),
        registry={
            FILES[0]: Published("440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", 9_912_422),
            FILES[1]: Published("3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", 28_881),
            FILES[2]: Published("8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", 1_648_877),
            FILES[3]: Published("f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", 4_542),
        },
        folders=("mnist", "MNIST/raw", "MNIST"),
        first_labels=bytes((5, 0, 4, 1, 9, 2, 1, 3, 1, 4)),
    ),
    "fashion": Source(
        name="fashion",
        title="Fashion-MNIST",
        # the last one speaks plain HTTP only; the checksums are what makes a mirror trustworthy
        mirrors=(
            "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ),
        registry={
            FILES[0]: Published("3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84", 26_421_880),
            FILES[1]: Published("a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845", 29_515),
            FILES[2]: Published("346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073", 4_422_102),
            FILES[3]: Published("67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5", 5_148),
        },
        folders=("fashion", "fashion-mnist", "fashion_mnist", "FashionMNIST/raw", "FashionMNIST"),
        first_labels=bytes((9, 0, 0, 3, 0, 2, 7, 2, 5, 5)),
    ),
}


def cache_folder() -> Path:
    """Where downloaded data sets are kept for this user; nothing is created."""
    from platformdirs import user_cache_path

    return user_cache_path("gradekit", appauthor=False) / "datasets"


def _variant(folder: Path, name: str) -> Path | None:
    """The file of that name in the folder, plain or gzipped; some copies write a dot before idx."""
    for stem in (name, name.replace("-idx", ".idx")):
        for suffix in ("", ".gz"):
            if (path := folder / f"{stem}{suffix}").is_file():
                return path
    return None


def _other_set(source: Source, labels: Path | None) -> Source | None:
    """The other set that these training labels are recognised as, if any."""
    if labels is None:
        return None
    head = read_head(labels, len(source.first_labels))
    return next((other for other in SOURCES.values() if other.name != source.name and other.first_labels == head), None)


def _said_to_be_another(source: Source, folder: Path) -> bool:
    """Whether the folder's own name is that of another set."""
    named = {other.name: folder.name.lower() in {name.lower() for name in other.folders} for other in SOURCES.values()}
    return not named[source.name] and any(named.values())


def find_local(source: Source) -> tuple[Path, Path, Path, Path] | None:
    """The set's four files in the folder GRADEKIT_DATA, or None where the variable is not set or the folder has none of them.

    The folder holds them under one of the set's own names (DIR/mnist, DIR/fashion, or as torchvision lays them out), or
    directly. As all sets use the same file names, files directly in it are passed over when their first labels, or the
    folder's name, say that they are another set.
    Raises DataError where the folder does not exist, has only some of the files, or has another set under this one's name.
    """
    value = os.environ.get("GRADEKIT_DATA", "").strip()
    if not value:
        return None
    root = Path(value).expanduser()
    if not root.is_dir():
        raise DataError(f"GRADEKIT_DATA names {root}, which is no folder: set it to the folder with the data sets, or unset it")
    candidates = [root / name for name in source.folders]
    if not _said_to_be_another(source, root):
        candidates.append(root)
    for folder in candidates:
        paths = [_variant(folder, name) for name in FILES]
        found = [path for path in paths if path is not None]
        if not found:
            continue
        other = _other_set(source, paths[1])
        if other is not None and folder == root:
            continue
        if other is not None:
            raise DataError(f"{folder}: holds {other.title}, not {source.title}: move the files to {root / other.name}")
        if len(found) < len(FILES):
            missing = ", ".join(name for name, path in zip(FILES, paths, strict=True) if path is None)
            raise DataError(f"{folder}: {source.title} is not complete there, missing: {missing} (plain or .gz): put the files there")
        return found[0], found[1], found[2], found[3]
    return None


def _cached_paths(source: Source, cache: Path) -> tuple[Path, Path, Path, Path]:
    folder = cache / source.name
    train_images, train_labels, test_images, test_labels = (folder / f"{name}.gz" for name in FILES)
    return train_images, train_labels, test_images, test_labels


def find_cached(source: Source, cache: Path) -> tuple[Path, Path, Path, Path] | None:
    """The set's four files in the cache, or None unless all are there in their published sizes (checksums are not compared)."""
    paths = _cached_paths(source, cache)
    for path, name in zip(paths, FILES, strict=True):
        try:
            if path.stat().st_size != source.registry[name].size_bytes:
                return None
        except OSError:
            return None
    return paths


def is_published(path: Path, published: Published) -> bool:
    """Whether the file is, by its checksum, the published one; False where it is absent."""
    try:
        if path.stat().st_size != published.size_bytes:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == published.sha256
    except OSError:
        return False


class _Metered:
    """A file that reports each write and refuses to grow beyond what was published, whatever a mirror sends."""

    def __init__(self, file: BinaryIO, limit_bytes: int, report: Callable[[int], None]) -> None:
        self.file = file
        self.limit_bytes = limit_bytes
        self.report = report
        self.done_bytes = 0

    def write(self, data: bytes) -> int:
        self.done_bytes += len(data)
        if self.done_bytes > self.limit_bytes:
            raise ValueError(f"sends more than the {self.limit_bytes:,} published bytes")
        self.report(self.done_bytes)
        return self.file.write(data)

    def flush(self) -> None:
        """pooch asks after every chunk; closing the file is enough."""


@contextmanager
def _progress(wanted: bool | None, title: str, total_bytes: int) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal's error stream; yields what to call with the bytes done. None: only where a person is watching."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(stderr=True)
    if not (console.is_terminal if wanted is None else wanted):
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(title, total=total_bytes)
        yield lambda done_bytes: bar.update(task, completed=done_bytes)


def _reason(error: Exception) -> str:
    """Why a mirror failed, in a few words: requests' own texts run over several lines."""
    requests: Any = importlib.import_module("requests.exceptions")
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"HTTP {error.response.status_code}"
    for kind, words in _REASONS:
        if isinstance(error, getattr(requests, kind)):
            return words
    if "hash" in str(error):
        return "other bytes than published (checksum differs)"
    return " ".join(str(error).split())[:120] or type(error).__name__


def _retrieve(address: str, target: Path, published: Published, report: Callable[[int], None]) -> None:
    """Downloads one file. Raises OSError (requests' errors are) or ValueError; `target` then is as it was before."""
    # pooch carries no types, and takes 0.1 s to import: it is looked up where it is needed
    pooch: Any = importlib.import_module("pooch")
    http = pooch.HTTPDownloader(timeout=_TIMEOUTS, chunk_size=_CHUNK)

    def downloader(url: str, output_file: str, caller: object) -> None:
        with Path(output_file).open("wb") as file:
            http(url, _Metered(file, published.size_bytes, report), caller)

    logger: logging.Logger = pooch.get_logger()
    level = logger.level
    logger.setLevel(logging.ERROR)  # it announces each download on the terminal, where the bar is
    try:
        pooch.retrieve(address, known_hash=f"sha256:{published.sha256}", fname=target.name, path=target.parent, downloader=downloader)
    finally:
        logger.setLevel(level)


def download(source: Source, cache: Path, *, progress: bool | None = None) -> tuple[Path, Path, Path, Path]:
    """Makes sure that the set's four files are in the cache with their published checksums; returns their paths.

    Files that are there and whole are left alone. The mirrors are tried in order for each file, beginning with the one that
    served the file before. Raises DataError, naming each mirror's failure and what to do, where no mirror serves a file.
    """
    paths = _cached_paths(source, cache)
    advice = (
        f"try again later, or put {', '.join(f'{name}.gz' for name in FILES)} into a folder DIR/{source.name} and set GRADEKIT_DATA=DIR "
        "(the data set 'digits' needs no network)"
    )
    missing = [(path, name) for path, name in zip(paths, FILES, strict=True) if not is_published(path, source.registry[name])]
    if not missing:
        return paths
    try:
        paths[0].parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{paths[0].parent}: the cache folder cannot be made ({error.strerror or error}): {advice}") from None
    mirrors = list(source.mirrors)
    for path, name in missing:
        published = source.registry[name]
        failures: list[str] = []
        for mirror in mirrors:
            try:
                with _progress(progress, f"{source.title} {path.name}", published.size_bytes) as report:
                    _retrieve(f"{mirror.rstrip('/')}/{path.name}", path, published, report)
            except (OSError, ValueError) as error:
                failures.append(f"{mirror}: {_reason(error)}")
                continue
            mirrors.remove(mirror)
            mirrors.insert(0, mirror)
            break
        else:
            tried = "; ".join(failures) or "it has no mirrors"
            raise DataError(f"{source.title}: {path.name} cannot be downloaded ({tried}): {advice}")
    return paths
