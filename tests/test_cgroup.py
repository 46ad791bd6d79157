"""A cgroup for each worker, found where it is delegated; and what it says is obeyed.

Few machines delegate one to a test run, so a plain folder stands in for the kernel's where only files are read and written.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gradekit.sandbox import cgroup
from gradekit.sandbox.answers import OutOfMemory, WorkerCrashed
from gradekit.sandbox.host import WarmProcess
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import JailedWorker, Output, WorkerGone

Lab = Any  # conftest's


def folder(path: Path, controllers: str = "cpu memory pids", enabled: str = "memory pids") -> Path:
    """What stands in for a cgroup."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "cgroup.controllers").write_text(controllers)
    (path / "cgroup.subtree_control").write_text(enabled)
    return path


def mounted(root: Path) -> str:
    return f"30 23 0:26 / {root} rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n24 23 0:22 / /sys rw - sysfs sysfs rw\n"


def test_our_own_cgroup_where_it_delegates(tmp_path: Path) -> None:
    own = folder(tmp_path / "user.slice" / "grading.service")
    assert cgroup.find(mounted(tmp_path), "0::/user.slice/grading.service\n") == own


def test_the_one_above_where_a_service_manager_put_us_into_a_leaf(tmp_path: Path) -> None:
    above = folder(tmp_path / "grading.service")
    folder(above / "main", controllers="memory pids", enabled="")
    (above / "main/cgroup.subtree_control").chmod(0o444)
    if os.geteuid() != 0:
        assert cgroup.find(mounted(tmp_path), "0::/grading.service/main\n") == above
    (above / "main/cgroup.controllers").write_text("")
    assert cgroup.find(mounted(tmp_path), "0::/grading.service/main\n") == above


@pytest.mark.parametrize(
    ("mounts", "own"),
    [
        ("", "0::/a\n"),
        ("{root}", ""),
        ("{root}", "4:memory:/a\n"),  # the first version's, which is not asked
        ("{root}", "0::/elsewhere\n"),
        ("{root}", "0::/without/memory\n"),
    ],
)
def test_none_where_none_is_delegated(tmp_path: Path, mounts: str, own: str) -> None:
    folder(tmp_path / "without/memory", controllers="cpu pids")
    folder(tmp_path / "a")
    assert cgroup.find(mounts.replace("{root}", mounted(tmp_path)), own) is None


def test_the_root_cgroup_has_nothing_above_it(tmp_path: Path) -> None:
    root = tmp_path / "mounted"
    root.mkdir()
    folder(tmp_path)
    assert cgroup.find(mounted(root), "0::/\n") is None


@pytest.fixture
def delegated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in in which every cgroup that is made finds the kernel's files."""
    root = folder(tmp_path / "delegated")
    made = Path.mkdir

    def mkdir(self: Path, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        if self.parent == root:
            for name in ("cgroup.procs", "cgroup.kill", "memory.max", "memory.swap.max", "memory.events", "pids.max"):
                (self / name).write_text("")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    monkeypatch.setattr(cgroup, "delegated", lambda: root)
    return root


def only(root: Path) -> Path:
    [found] = [path for path in root.iterdir() if path.is_dir()]
    return found


def test_a_worker_enters_its_cgroup_before_its_submission_runs(delegated: Path, warm_numpy: WarmProcess) -> None:
    """Its init does, by a descriptor from outside; the limits stand by then."""
    limits = Limits(memory_bytes=100 << 20)
    worker = JailedWorker(warm_numpy.address, limits, Output(1 << 20))
    group = only(delegated)
    assert (group / "cgroup.procs").read_text() == "0"
    assert int((group / "memory.max").read_text()) >= 100 << 20
    assert (group / "memory.swap.max").read_text() == "0"
    assert int((group / "pids.max").read_text()) >= limits.threads
    worker.close()
    assert (group / "cgroup.kill").read_text() == "1"


def test_what_the_kernel_ends_for_want_of_memory_is_said_to_have_run_out_of_it(
    delegated: Path, warm_numpy: WarmProcess, lab_at: Callable[[WarmProcess], Lab]
) -> None:
    source = "import os, signal\ndef f(): os.kill(os.getpid(), signal.SIGKILL) if os.getpid() > 2 else None\ndef g(): os.abort()"
    work = lab_at(warm_numpy).load(source, "f", "g", memory_bytes=200 << 20)
    work.f()
    (only(delegated) / "memory.events").write_text("low 0\nhigh 0\noom 1\noom_kill 1\n")
    with pytest.raises(OutOfMemory, match="ran out of its 200 MiB of memory at line 3 of your file"):
        work.g()
    work.f()
    with pytest.raises(WorkerCrashed, match="SIGABRT"):
        work.g()


def test_a_cgroup_that_cannot_be_made_is_the_machines_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, warm_numpy: WarmProcess
) -> None:
    """Nothing is run with a wall less than the others had."""
    monkeypatch.setattr(cgroup, "delegated", lambda: tmp_path / "absent")
    with pytest.raises(WorkerGone):
        JailedWorker(warm_numpy.address, Limits(), Output(1 << 20))


def test_a_true_cgroup_ends_what_is_in_it(warm_numpy: WarmProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine whose second hierarchy is ours to write, its controllers aside."""
    mounts = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines() if " - cgroup2 " in line]
    if not mounts or not os.access(mounts[0], os.W_OK):
        assert cgroup.delegated() is None
        return
    root = Path(mounts[0])
    monkeypatch.setattr(cgroup, "delegated", lambda: root)
    missing = [name for name in ("memory.max", "pids.max") if not any(root.glob(f"*/{name}"))]
    written: dict[str, str] = {}
    plain = cgroup.Group._set

    def only_what_is_there(self: cgroup.Group, name: str, value: str) -> None:
        written[name] = value
        if name not in missing and not (missing and name == "memory.swap.max"):
            plain(self, name, value)

    monkeypatch.setattr(cgroup.Group, "_set", only_what_is_there)
    worker = JailedWorker(warm_numpy.address, Limits(), Output(1 << 20))
    [group] = list(root.glob("gradekit-*"))
    inside = (group / "cgroup.procs").read_text().split()
    assert len(inside) == 2, "the init and the worker, as seen from here"
    worker.close()
    assert not group.exists()
    assert set(written) == {"memory.max", "memory.swap.max", "pids.max", "cgroup.kill"}
