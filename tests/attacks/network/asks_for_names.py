# attack: asks the resolver for a name, and for the machine's own
# exercise: softmax
# answer: right
# verdicts: passed
import socket

import numpy as np

for name in ("localhost", "ip6-localhost"):
    for ask in (lambda each: socket.getaddrinfo(each, 80), socket.gethostbyname_ex):
        try:
            found = ask(name)
        except OSError:
            continue
        # From a file of the machine's, then, for nobody can be asked.
        print("GRADEKIT-" + "BREACHED", name, found)
# A question about the secret, put by hand to where a machine's own resolver listens.
for place in (("127.0.0.1", 53), ("127.0.0.53", 53), ("127.0.0.1", 47631)):
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
            link.sendto(b"\1\1\1\0\0\1\0\0\0\0\0\0\x0fgradekit-attack\7invalid\0\0\1\0\1", place)
    except OSError:
        continue
    print("GRADEKIT-" + "BREACHED", place)
if socket.gethostname() != "gradekit":
    print("GRADEKIT-" + "BREACHED", socket.gethostname())


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
