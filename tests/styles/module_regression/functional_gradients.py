import torch
from torch import nn
from torch.func import functional_call, grad_and_value


def make(name, width):
    def __init__(self):
        nn.Module.__init__(self)
        self.linear = nn.Linear(width, 1)

    return type(name, (nn.Module,), {"__init__": __init__, "forward": lambda self, x: self.linear(x)})


LinearRegressionModel = make("LinearRegressionModel", 1)
MultivariateLinearRegressionModel = make("MultivariateLinearRegressionModel", 3)


def train(model, x, y, lr, epochs):
    def loss(parameters):
        return nn.functional.mse_loss(functional_call(model, parameters, (x,)), y)

    history = []
    parameters = {name: value.detach() for name, value in model.named_parameters()}
    for _ in range(epochs):
        gradients, value = grad_and_value(loss)(parameters)
        history.append(value.item())
        parameters = {name: parameters[name] - lr * gradients[name] for name in parameters}
    model.load_state_dict(parameters)
    return tuple(history)
