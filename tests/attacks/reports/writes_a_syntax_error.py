# attack: a line that cannot be read, which is quoted where it is explained
# exercise: softmax
# answer: wrong
# verdicts: error
# made: yes
def make():
    return "x = 1 <script>alert(1)</script> '=cmd|0' \u202e\x0c[bold]{{7*7}}\x1b[2J".encode() + b" " * 500 + b"</td>\n"
