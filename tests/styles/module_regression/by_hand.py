import torch
import torch.nn as nn


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super(LinearRegressionModel, self).__init__()
        self.linear = nn.Linear(in_features=1, out_features=1, bias=True)

    def forward(self, x):
        w, b = self.linear.weight, self.linear.bias
        return torch.mm(x, w.t()) + b


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("linear", nn.Linear(3, 1))

    def forward(self, features):
        return nn.functional.linear(features, self.linear.weight, self.linear.bias)


def train(model, x, y, lr, epochs):
    history = []
    for epoch in range(epochs):
        with torch.no_grad():
            error = x @ model.linear.weight.T + model.linear.bias - y
            history.append(float((error * error).mean()))
            gw = 2 / len(x) * error.T @ x
            gb = 2 / len(x) * error.sum(dim=0)
            model.linear.weight -= lr * gw
            model.linear.bias -= lr * gb
    return history
