open(__file__ + ".gradekit-breached", "w").write("GRADEKIT-BREACHED " + __name__)
