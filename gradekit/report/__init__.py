"""Results → what people read: pages, tables, terminal summaries. Pure functions of a ResultSet."""

from __future__ import annotations

from gradekit.report.renderers import RENDERERS, Renderer, render_all
from gradekit.report.terminal import class_summary, student_summary

__all__ = ["RENDERERS", "Renderer", "class_summary", "render_all", "student_summary"]
