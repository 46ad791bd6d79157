from collections import deque
class Counter:
    def __call__(self, layer_sizes):
        q = deque(layer_sizes)
        if len(q) < 2: raise ValueError("<2")
        res = []
        a = q.popleft()
        while q:
            b = q.popleft()
            if a < 1 or b < 1: raise ValueError("<1")
            res.append(b * (1 + a)); a = b
        return res
layer_parameters = Counter()
def count_parameters(layer_sizes): return sum(Counter()(layer_sizes))
