# attack: hands in 20 MB of right code, with a comment that is long
# exercise: softmax
# answer: wrong
# verdicts: refused
# status: refused
# made: yes
def make():
    return b"import numpy as np\n" + b"# " + b"x" * (20 << 20) + b"\n" + b"def softmax(x):\n    return np.zeros(np.shape(x))\n"
