# attack: sends UDP datagrams, on connected sockets and others, to a listener of the machine
# exercise: xor_forward
# answer: right
# verdicts: passed
import socket

import numpy as np

for family, place in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"), (socket.AF_INET, "127.255.255.255")):
    for connected in (False, True):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as sender:
                sender.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                if connected:
                    sender.connect((place, 47631))
                    sender.send(b"GRADEKIT-BREACHED udp")
                else:
                    sender.sendto(b"GRADEKIT-BREACHED udp", (place, 47631))
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", place)


U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(np.asarray(s) > 0, 1.0, -1.0)


def hidden(X, U1):
    return step(U1[:, 0] + X @ U1[:, 1:].T)


def forward(X, U1, U2):
    return step(U2[:, 0] + hidden(X, U1) @ U2[:, 1:].T)[:, 0]


def linearly_separable(y):
    a, b, c, d = (int(each) for each in y)
    return (a, b, c, d) not in ((-1, 1, 1, -1), (1, -1, -1, 1))
