"""When work was handed in: as the platform that it came from says, else when its file was last written."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gradekit.intake import Submission
from gradekit.intake.files import IMPORT_FILE
from gradekit.store.work import HandedIn

__all__ = ["handed_in_by"]


def handed_in_by(folder: Path) -> HandedIn:
    """For the submissions in folder, which 'gradekit import' may have written."""
    try:
        files: Any = json.loads((folder / IMPORT_FILE).read_bytes()).get("files", {})
        told = {str(name): str(facts["submitted"]) for name, facts in files.items() if facts.get("submitted")}
    except (OSError, ValueError, AttributeError, RecursionError):
        told = {}

    def when(submission: Submission) -> str | None:
        by_platform = told.get(f"{submission.path.parent.name}/{submission.path.name}")
        try:
            moment = datetime.fromisoformat(by_platform) if by_platform else datetime.fromtimestamp(submission.path.lstat().st_mtime, UTC)
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (OSError, ValueError, OverflowError):
            return None

    return when
