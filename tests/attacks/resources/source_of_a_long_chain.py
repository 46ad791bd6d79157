# attack: a chain of attributes, calls and operators that is read by recursion
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    return b"import numpy\nx = numpy" + b".a()[0]" * 12_000 + b"\ny = 1" + b" + 1" * 8_000 + b"\n"
