# attack: treats the channel it was born with as a socket: names, options, connections, other sockets' descriptors
# exercise: softmax
# answer: half
# verdicts: failed
import socket

import numpy as np

ASKED = ("getsockname", "getpeername", "listen", "accept")
for descriptor in range(4):
    try:
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=descriptor)
    except OSError:
        continue
    for name in ASKED:
        try:
            getattr(channel, name)()
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", descriptor, name)
    for option in (17, 59, 77):  # SO_PEERCRED, SO_PEERGROUPS, SO_PEERPIDFD
        try:
            print("GRADEKIT-" + "BREACHED", option, channel.getsockopt(socket.SOL_SOCKET, option, 64))
        except OSError:
            continue
    try:
        channel.connect("\0gradekit-attack")
        print("GRADEKIT-" + "BREACHED", "connect")
    except OSError:
        pass
    channel.detach()


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)
