open(__file__ + ".gradekit-breached", "w").write("GRADEKIT-BREACHED " + __name__)


def test_all(submission):
    pass
