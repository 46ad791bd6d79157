open(__file__ + ".gradekit-breached", "w").write("GRADEKIT-BREACHED")
