# attack: names that are looked up through eight hundred functions, one within the other
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    return b"x = " + b"lambda: " * 800 + b"[" + b"z," * 45_000 + b"]\n"
