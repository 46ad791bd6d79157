"""How a gradebook's tables come from one gradekit's form to the next, by Alembic. A new form is a module in versions/."""
