# attack: waits for connections of another submission, or of whoever grades
# exercise: softmax
# answer: half
# verdicts: failed
import asyncio
import socket

import numpy as np

for family, place in (
    (socket.AF_INET, ("127.0.0.1", 47632)),
    (socket.AF_INET6, ("::1", 47632)),
    (socket.AF_UNIX, "\0gradekit-other"),
    (socket.AF_UNIX, "/tmp/s"),
):
    try:
        with socket.socket(family, socket.SOCK_STREAM) as server:
            server.bind(place)
            server.listen()
    except OSError:
        continue
    print("GRADEKIT-" + "BREACHED", place)
try:
    asyncio.new_event_loop().close()
    print("GRADEKIT-" + "BREACHED", "an event loop")
except (OSError, AttributeError):
    pass


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)
