# attack: imports a module with 20,000 dots in its name, which Python's own parser reads in the square of their number
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    # Twenty times as long a name in front, and the parser asks for as many times the memory.
    return b"import " + b"a." * 20_000 + b"a\n"
