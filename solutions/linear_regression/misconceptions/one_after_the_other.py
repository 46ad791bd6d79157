# /// misconception
# en = "You move w first and calculate the gradient of b at the new w. Both belong to the old (w, b): calculate them first, then move both. See 'Hint 3'."
# ko = "w를 먼저 움직이고 새 w에서 b의 기울기를 구하고 있습니다. 두 기울기는 모두 갱신하기 전의 (w, b)에서 구한 다음 함께 움직이십시오. '힌트 3'을 보십시오."
# ///
import numpy as np


def predict(x, w, b):
    return w * x + b


def cost(x, y, w, b):
    return np.mean((predict(x, w, b) - y) ** 2)


def gradients(x, y, w, b):
    difference = predict(x, w, b) - y
    return 2 * np.mean(difference * x), 2 * np.mean(difference)


def fit(x, y, lr=0.01, epochs=2000):
    w = b = 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(x, y, w, b))
        w -= lr * gradients(x, y, w, b)[0]
        b -= lr * gradients(x, y, w, b)[1]
    return w, b, history
