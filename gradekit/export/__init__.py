"""Grades and results for other systems: learning platforms, CI services, tables. A new form is a module and an entry in formats.FORMATS."""
