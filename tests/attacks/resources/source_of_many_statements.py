# attack: hands in as many statements as a file within the limit can hold
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    return b"a\n" * 499_000
