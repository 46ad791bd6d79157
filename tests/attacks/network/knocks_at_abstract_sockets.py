# attack: connects to sockets without a path, which no mount hides
# exercise: softmax
# answer: right
# verdicts: passed
import socket

import numpy as np

for place in ("\0gradekit-attack", "\0/tmp/.X11-unix/X0", "\0/tmp/dbus-attack", "\0/org/kernel/linux/storage/multipathd"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            with socket.socket(socket.AF_UNIX, kind) as link:
                link.connect(place)
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", repr(place))


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
