import numpy as np
class SGD:
    __slots__ = ("_gen",)
    def __init__(self, lr, momentum=0.0):
        def run():
            vel, out = None, None
            while True:
                params, grads = yield out
                vel = [g + 0.0 for g in grads] if vel is None else [momentum * v + g for v, g in zip(vel, grads)]
                out = [p - lr * v for p, v in zip(params, vel)]
        self._gen = run(); next(self._gen)
    def step(self, params, grads): return self._gen.send((params, grads))
class Adam:
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        b1, b2 = betas
        ms, vs, p1, p2 = {}, {}, 1.0, 1.0
        def step(params, grads):
            nonlocal p1, p2
            p1 *= b1; p2 *= b2
            res = []
            for i, g in enumerate(grads):
                ms[i] = b1 * ms.get(i, 0) + (1 - b1) * g
                vs[i] = b2 * vs.get(i, 0) + (1 - b2) * np.multiply(g, g)
                res += [np.subtract(params[i], lr * (ms[i] / (1 - p1)) / (np.sqrt(vs[i] / (1 - p2)) + eps))]
            return res
        self.step = step
