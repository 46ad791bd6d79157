"""The gradebook: a course's students, every attempt they handed in, every result, adjustments, and a log, in SQLite or PostgreSQL.

Nothing here is needed to grade a class from files; it is for courses that grade again, in parts, by several people.
"""

from __future__ import annotations
