"""The loops of the convolution exhibit against torch's own convolution."""

from itertools import product

import pytest
import torch
import torch.nn.functional as F

from restoration import lab
from restoration.errors import Refusal
from restoration.exhibits.convolution import (
    DILATIONS,
    KERNELS,
    PADDINGS,
    SIDES,
    STRIDES,
    convolve,
    output_size,
    strongest_slices,
)


def picture(height=13, width=12, seed=0):
    return torch.rand(height, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def by_torch(x, kernel, **settings):
    return F.conv2d(x[None, None], kernel[None, None].to(x.dtype), **settings)[0, 0]


@pytest.mark.parametrize("k, stride, padding, dilation", list(product(SIDES, STRIDES, PADDINGS, DILATIONS)))
def test_convolve_is_torch_s(k, stride, padding, dilation):
    x, kernel = picture(), torch.randn(k, k, generator=torch.Generator().manual_seed(k), dtype=torch.float64)
    settings = {"stride": stride, "padding": padding, "dilation": dilation}
    if output_size(12, k, **settings) < 1:
        with pytest.raises(Refusal) as e:
            convolve(x, kernel, **settings)
        assert e.value.code == "window_too_large"
        return
    wanted = by_torch(x, kernel, **settings)
    assert wanted.shape == (output_size(13, k, **settings), output_size(12, k, **settings))
    torch.testing.assert_close(convolve(x, kernel, **settings), wanted)
    torch.testing.assert_close(convolve(x, kernel, **settings, flip=True), by_torch(x, kernel.flip(0, 1), **settings))
    biased = by_torch(x, kernel, **settings) - 0.2
    torch.testing.assert_close(convolve(x, kernel, **settings, bias=-0.2, activation="relu"), F.relu(biased))
    torch.testing.assert_close(convolve(x, kernel, **settings, bias=-0.2, activation="leaky"), F.leaky_relu(biased, 0.1))


@pytest.mark.parametrize("name", KERNELS)
def test_kernels(name):
    kernel = KERNELS[name]
    small, large = torch.tensor(kernel.cells) / kernel.divisor, torch.tensor(kernel.cells_5) / kernel.divisor_5
    assert small.shape == (3, 3) and large.shape in ((0,), (5, 5)) and kernel.en and kernel.zh
    total = 0 if name.startswith(("sobel", "laplacian")) else 1  # edges ignore an even surface, all else keeps its brightness
    assert all(k.sum().item() == pytest.approx(total, abs=1e-6) for k in (small, large) if k.numel())
    flat = torch.full((9, 9), 0.25)
    torch.testing.assert_close(convolve(flat, small), torch.full((7, 7), 0.25 * total))


def test_sobel_turns_its_sign_when_flipped_and_a_blur_does_not_care():
    x = picture()
    sobel, blur = (torch.tensor(KERNELS[name].cells, dtype=x.dtype) for name in ("sobel-x", "gaussian"))
    torch.testing.assert_close(convolve(x, sobel, flip=True), -convolve(x, sobel))
    torch.testing.assert_close(convolve(x, blur, flip=True), convolve(x, blur))


@pytest.mark.parametrize("shape", [(2, 2), (4, 4), (3, 5), (3,)])
def test_a_kernel_without_a_middle_is_refused(shape):
    with pytest.raises(Refusal) as e:
        convolve(picture(), torch.ones(shape))
    assert e.value.code == "kernel_shape" and e.value.say("zh")


@pytest.mark.parametrize("settings", [{"stride": 0}, {"padding": -1}, {"dilation": 0}, {"stride": 1.5}])
def test_settings_out_of_range_are_refused(settings):
    with pytest.raises(Refusal) as e:
        convolve(picture(), torch.ones(3, 3), **settings)
    assert e.value.code == "convolution_setting" and next(iter(settings)) in str(e.value) and e.value.say("zh")


def test_a_window_larger_than_the_picture_is_refused():
    with pytest.raises(Refusal) as e:
        convolve(picture(4, 4), torch.ones(5, 5))
    assert e.value.code == "window_too_large" and "5 pixels" in str(e.value) and "4" in str(e.value)
    assert convolve(picture(5, 5), torch.ones(5, 5)).shape == (1, 1)


def test_slices_are_what_the_first_layer_computes():
    """Summed over all twelve inputs, slices at stride 2 and dilation 2 on the picture give the layer itself, inside the border."""
    weight = torch.randn(4, 13, 3, 3, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    x = torch.rand(3, 12, 14, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    layer = F.conv2d(F.pixel_unshuffle(x[None], 2), weight[:, :-1])[0]  # (4, 4, 5)
    total = torch.zeros_like(layer)
    for output in range(4):
        for channel in range(12):
            alone = torch.zeros_like(weight)
            alone[output, channel] = weight[output, channel]
            (s,) = strongest_slices(alone, 1)
            assert (s.output, 4 * s.colour + 2 * s.row + s.column) == (output, channel)
            part = convolve(x[s.colour, s.row :, s.column :], torch.tensor(s.cells, dtype=x.dtype), stride=2, dilation=2)
            total[output] += part[:4, :5]
    torch.testing.assert_close(total, layer)


def test_slices_come_from_the_shipped_network():
    slices = lab.first_layer_slices()
    if not slices:
        pytest.skip("the weights are not here")
    weight = lab._load("cnn-denoise").head.weight
    for s in slices:
        cells = weight[s.output, 4 * s.colour + 2 * s.row + s.column].tolist()
        assert list(map(list, s.cells)) == cells
    assert len({s.output for s in slices}) == len(slices) == 8
