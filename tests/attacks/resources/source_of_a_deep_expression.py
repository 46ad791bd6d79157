# attack: an expression nested a hundred thousand deep, and a sum of as many terms
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    return b"x = " + b"(" * 40_000 + b"1" + b")" * 40_000 + b"\ny = " + b"-" * 10_000 + b"1" + b" + 1" * 4_000 + b"\n"
