# /// misconception
# en = "The means of your Adam belong to the class, so all Adam objects share them. Make them in __init__, on self. See 'What to write'."
# ko = "Adam의 평균이 클래스에 속해 있어서 모든 Adam 객체가 공유합니다. __init__에서 self에 만드십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def step(self, params, grads):
        if self.v is None:
            self.v = [np.zeros(p.shape) for p in params]
        new = []
        for i, (p, g) in enumerate(zip(params, grads)):
            self.v[i] = self.momentum * self.v[i] + g
            new.append(p - self.lr * self.v[i])
        return new


class Adam:
    m = None
    v = None

    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.t = 0

    def step(self, params, grads):
        if self.m is None:
            Adam.m = [np.zeros(p.shape) for p in params]
            Adam.v = [np.zeros(p.shape) for p in params]
        self.t += 1
        new = []
        for i, (p, g) in enumerate(zip(params, grads)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            new.append(p - self.lr * m_hat / (np.sqrt(v_hat) + self.eps))
        return new
