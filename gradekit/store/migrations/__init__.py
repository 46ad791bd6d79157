"""How a gradebook's tables come from one gradekit's form to the next, by Alembic. A new form is a module in versions/.

SQLite changes a table by making another in its place. A revision that does so loses the table's triggers, which it has to make anew, and
meets the foreign keys of others, which cannot be put off within the transaction: add tables and columns instead, wherever that will do.
"""
