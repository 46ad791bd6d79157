# attack: opens every family of sockets there is: vsock, Bluetooth, CAN, crypto, TIPC, XDP and the rest
# exercise: softmax
# answer: right
# verdicts: passed
import socket

import numpy as np

for family in range(1, 48):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind).close()
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", family, kind)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
