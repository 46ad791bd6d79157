"""One module a revision, named by its number; none is changed once a gradekit with it was released."""
