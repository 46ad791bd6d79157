# /// misconception
# en = "Your boxes are the whole 100 by 100 squares, frames and all. Cut inside the frames. See 'The formula'."
# ko = "테두리까지 포함하여 100×100 칸 전체를 잘라냅니다. 테두리 안쪽만 잘라내십시오. '수식'을 다시 보십시오."
# ///
import numpy as np
import torch
from torch import nn
from torch.nn import functional


def split_digits(canvas: np.ndarray) -> np.ndarray:
    boxes = np.stack([canvas[50:150, 10 + 100 * i : 10 + 100 * (i + 1), 0] for i in range(5)])
    ink = torch.from_numpy(255 - boxes).float()
    return functional.interpolate(ink[None], size=(28, 28), mode="area")[0].round().to(torch.uint8).numpy()


def probabilities(canvas: np.ndarray, model: nn.Module) -> torch.Tensor:
    """The softmax probabilities (5, 10) that model gives the digits on canvas; the model's mode is put back."""
    rows = torch.from_numpy(split_digits(canvas)).flatten(1).float() / 255
    mode = model.training
    model.eval()
    with torch.no_grad():
        logits = model(rows)
    model.train(mode)
    return logits.softmax(dim=1)


def read_zip(canvas: np.ndarray, model: nn.Module) -> str:
    return "".join(str(digit) for digit in probabilities(canvas, model).argmax(dim=1).tolist())


def confidence(canvas: np.ndarray, model: nn.Module) -> np.ndarray:
    return probabilities(canvas, model).amax(dim=1).numpy()
