"""The exhibits that look into the network that mends: their numbers against an independent reckoning."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from small import make_network, make_picture, noisy

from restoration import lab, plots
from restoration.errors import Refusal
from restoration.exhibits import attribution, features, residual
from restoration.models import cnn

pytestmark = pytest.mark.usefixtures("models_folder")


def shot(height=48, width=64) -> lab.Shot:
    return lab.Shot(make_picture(height, width)[0].permute(1, 2, 0).numpy().copy())


# The residual


def test_residual_numbers_are_numpys():
    rng = np.random.default_rng(0)
    there = (25 / 255 * rng.standard_normal((40, 50, 3)) + 0.1).astype(np.float32)
    taken = (0.8 * there + 0.02 * rng.standard_normal(there.shape)).astype(np.float32)
    numbers = residual.measure(taken, there)
    assert numbers.taken == pytest.approx(255 * taken.std(), rel=1e-5)
    assert numbers.there == pytest.approx(255 * there.std(), rel=1e-5)
    assert numbers.correlation == pytest.approx(np.corrcoef(taken.ravel(), there.ravel())[0, 1], rel=1e-5)
    assert residual.measure(taken) == residual.Numbers(pytest.approx(255 * taken.std(), rel=1e-5))
    assert residual.measure(taken, -taken).correlation == pytest.approx(-1)
    assert residual.measure(taken, 0 * taken).correlation is None


def test_histogram_and_gaussian_are_densities():
    noise = np.random.default_rng(1).normal(0, 25, 400_000)
    values, density = residual.density(noise, 75)
    width = values[1] - values[0]
    assert values[len(values) // 2] == pytest.approx(0, abs=1e-9)
    assert density.sum() * width == pytest.approx((abs(noise) <= 75).mean(), abs=1e-6)
    assert density == pytest.approx(residual.gaussian(values, 25), abs=5e-4)
    fine = np.linspace(-200, 200, 4001)
    assert residual.gaussian(fine, 25).sum() * 0.1 == pytest.approx(1, abs=1e-6)


def test_residual_of_a_repair():
    clean = shot()
    ruined = lab.ruin(clean, (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined)
    seen = lab.residual(clean, ruined, mended)
    assert np.array_equal(seen.taken, ruined.array - mended.array)
    assert np.array_equal(seen.there, ruined.array - clean.array)
    assert seen.noise and seen.sigma == 25 and seen.numbers.there == pytest.approx(25, rel=0.05)
    axis = lab.residual_figure(seen).axes[0]
    assert len(axis.get_lines()) == 3 and "sigma 25" in axis.get_lines()[-1].get_label()


def test_residual_where_less_is_known():
    clean = shot()
    for steps, noise, sigma, lines in (
        ((("poisson", {"photons": 50}),), True, None, 2),
        ((("noise", {"sigma": 25}), ("jpeg", {"quality": 20})), False, None, 2),
        ((("low-resolution", {"scale": 2}),), False, None, 2),
        ((("noise", {"sigma": 0}),), True, None, 2),
    ):
        ruined = lab.ruin(clean, steps)
        seen = lab.residual(clean, ruined, lab.mend(ruined))
        assert (seen.noise, seen.sigma) == (noise, sigma) and seen.there.shape == seen.taken.shape == (48, 64, 3)
        assert len(lab.residual_figure(seen).axes[0].get_lines()) == lines
    ruined = lab.as_is(clean)
    seen = lab.residual(None, ruined, lab.mend(ruined))
    assert seen.there is None and seen.numbers.correlation is None and not seen.noise
    assert len(lab.residual_figure(seen).axes[0].get_lines()) == 1


def test_differences_are_grey_where_there_are_none():
    d = np.array([0, 75, -75, 500, -500, 37.5]) / 255
    assert list(plots.difference_grey(d)) == [128, 255, 1, 255, 1, 192]


# Weights that gradients may pass through


def test_weights_take_gradients_though_a_repair_was_the_first_to_need_them():
    lab.mend(lab.ruin(shot(), (("noise", {"sigma": 25}),)))
    assert not any(p.is_inference() for p in lab._load("cnn-denoise").parameters())
    y = torch.zeros(1, 3, 16, 16, requires_grad=True)
    assert torch.autograd.grad(lab._load("cnn-denoise")(y, torch.ones(1)).sum(), y)[0].shape == y.shape


# What a pixel looks at


def all_positive(widths=(2, 2, 2, 2), blocks=2):
    """A network in which nothing cancels and no unit closes, so that the gradient shows all that a pixel can depend on."""
    network = cnn.build(cnn.Config(widths=widths, blocks=blocks)).double()
    with torch.no_grad():
        for p in network.parameters():
            p.fill_(0.1 if p.ndim > 1 else 0.0)
    return network.requires_grad_(False)


def support(network, height, width, row, column) -> tuple[int, int, int, int]:
    """(top, left, bottom, right) of the input pixels with a gradient."""
    y = torch.ones(1, 3, height, width, dtype=torch.float64, requires_grad=True)
    out = network(y, torch.ones(1, dtype=torch.float64)) - y
    (gradient,) = torch.autograd.grad(out[0, 0, row, column], y)
    rows, columns = (gradient.abs().sum((0, 1)).sum(axis).nonzero().flatten() for axis in (1, 0))
    return int(rows[0]), int(columns[0]), int(rows[-1]), int(columns[-1])


def test_the_field_is_where_the_gradient_is():
    """For every place in a square of 16 pixels, and the widths that the lesson names."""
    network, widths = all_positive(), set()
    for place in range(16):
        row = 256 + place
        first, last = attribution.field(network, row)
        top, _, bottom, _ = support(network, 512, 32, row, 16)
        assert (first, last) == (top, bottom)
        widths.add(last - first + 1)
    assert (min(widths), max(widths)) == (372, 388)


@pytest.mark.parametrize("widths, blocks", [((2, 2), 1), ((2, 3, 2), 2)])
def test_the_field_of_smaller_networks(widths, blocks):
    network = all_positive(widths, blocks)
    for row, column in ((128, 129), (135, 144)):
        (top, bottom), (left, right) = attribution.field(network, row), attribution.field(network, column)
        assert (top, left, bottom, right) == support(network, 288, 288, row, column)


def test_the_gradient_is_that_of_finite_differences(monkeypatch):
    monkeypatch.setattr(torch.Tensor, "float", torch.Tensor.double)  # the network rounds to float32 at its end
    network, y = make_network().double(), make_picture(24, 28).double()
    seen = attribution.attribute(network, y, 9, 13, sigma=torch.tensor([25.0]).double())
    step, wanted = 1e-5, np.zeros((24, 28))
    for row, column in ((9, 13), (9, 12), (8, 14), (0, 0), (23, 27), (15, 5)):
        for colour in range(3):
            ends = []
            for sign in (1, -1):
                moved = y.clone()
                moved[0, colour, row, column] += sign * step
                padded = attribution.pad_to(moved, network.multiple)
                ends.append(network(padded, torch.tensor([25.0]).double())[0, :, 9, 13].sum().item())
            wanted[row, column] += abs(ends[0] - ends[1]) / (2 * step)
        assert seen.weight[row - seen.top, column - seen.left] == pytest.approx(wanted[row, column], rel=1e-6, abs=1e-9)


def test_a_part_gives_the_same_as_the_whole_picture():
    """The small network sees 14 to 20 pixels each way: the field is cut out of the picture, at its border and in its middle."""
    network, y = make_network().double(), make_picture(150, 130).double()
    told = {"sigma": torch.tensor([25.0]).double()}
    for row, column in ((75, 66), (3, 128), (149, 0)):
        seen = attribution.attribute(network, y, row, column, **told)
        whole = attribution.pad_to(y, network.multiple)
        start = y.clone().requires_grad_()
        out = network(attribution.pad_to(start, network.multiple), told["sigma"])[0, :, row, column].sum()
        gradient = torch.autograd.grad(out, start)[0].abs().sum(1)[0].numpy()
        h, w = seen.weight.shape
        assert h < whole.shape[-2] and w < whole.shape[-1]
        assert seen.weight == pytest.approx(gradient[seen.top : seen.top + h, seen.left : seen.left + w], abs=1e-12)
        assert seen.weight.sum() == pytest.approx(gradient.sum())
        top, left, bottom, right = seen.box
        outside = np.ones_like(seen.weight, bool)
        outside[max(top - seen.top, 0) : bottom - seen.top + 1, max(left - seen.left, 0) : right - seen.left + 1] = False
        assert not seen.weight[outside].any()


def test_shares_and_radius():
    weight = np.zeros((41, 41))
    weight[20, 20], weight[20, 23], weight[24, 23], weight[0, 20] = 5, 3, 1.5, 0.5  # at distances 0, 3, 5 and 20
    seen = attribution.Attribution(weight, 10, 10, (0, 0, 60, 60), 30, 30)
    assert [seen.share(r) for r in (0, 2.9, 3, 4, 5, 19, 20)] == pytest.approx([0.5, 0.5, 0.8, 0.8, 0.95, 0.95, 1])
    assert [seen.radius(s) for s in (0.5, 0.8, 0.9, 0.95, 1)] == [0, 3, 5, 5, 20]
    nothing = attribution.Attribution(0 * weight, 10, 10, (0, 0, 60, 60), 30, 30)
    assert nothing.share(0) == 1 and nothing.radius() == 0


def test_a_network_is_told_only_what_it_asks_for():
    y = make_picture(32, 32)
    for job in ("deblur", "inpaint"):
        network, mask = make_network(job=job), torch.ones(1, 1, 32, 32)
        told = {"mask": mask} if job == "inpaint" else {}
        assert torch.equal(attribution.mend(network, y, sigma=torch.tensor([3.0]), mask=mask), network(y, **told))


@pytest.mark.parametrize("job", ["deblur", "inpaint", "colour", "jpeg"])
def test_every_network_of_the_same_size_can_be_looked_into(job):
    """A part of an uneven picture, with its part of the mask, gives the gradient that the whole gives; and every stage has its maps."""
    network, y = make_network(job=job).double(), make_picture(150, 130).double()
    mask = (torch.rand(1, 1, 150, 130, generator=torch.Generator().manual_seed(0)) > 0.3).double()
    told = {"mask": mask} if job == "inpaint" else {}
    row, column = [int(n) for n in (mask[0, 0] == 0).nonzero()[4000]]
    seen = attribution.attribute(network, y, row, column, mask=mask)
    start = y.clone().requires_grad_()
    out = attribution.mend(network, start, **told)[0, :, row, column].sum()
    gradient = torch.autograd.grad(out, start)[0].abs().sum(1)[0].numpy()
    h, w = seen.weight.shape
    assert h < 150 and seen.weight == pytest.approx(gradient[seen.top : seen.top + h, seen.left : seen.left + w], abs=1e-9)
    for stage in features.stages(network):
        look = features.look(network, stage, y, y, mask=mask)
        assert list(look.maps) == ["damaged", "clean", "difference"] and np.isfinite(look.maps["clean"]).all()


@pytest.mark.parametrize("scale", [2, 4])
def test_the_field_of_super_resolution(scale):
    """The rows of the small picture with a gradient, bicubic's own included, are those that were counted; the answer is in rows of the
    large one."""
    network = cnn.build(cnn.Config("upscale", widths=(2, 2, 2), blocks=1, scale=scale)).double()
    with torch.no_grad():
        for p in network.parameters():
            p.fill_(0.1 if p.ndim > 1 else 0.0)
    y = torch.ones(1, 3, 96, 96, dtype=torch.float64)
    for row, column in ((48 * scale, 49 * scale + 1), (45 * scale + scale - 1, 52 * scale)):
        start = y.clone().requires_grad_()
        (gradient,) = torch.autograd.grad(network(start)[0, :, row, column].sum(), start)
        rows, columns = (gradient.abs().sum((0, 1)).sum(axis).nonzero().flatten() for axis in (1, 0))
        (top, bottom), (left, right) = attribution.field(network, row), attribution.field(network, column)
        assert (top, bottom, left, right) == (rows[0], rows[-1], columns[0], columns[-1])
        seen = attribution.attribute(network.requires_grad_(False), y, row, column)
        assert (seen.row, seen.column) == (row, column)
        assert seen.box == (scale * top, scale * left, scale * bottom + scale - 1, scale * right + scale - 1)
        h, w = (n // scale for n in seen.weight.shape)
        small = seen.weight.reshape(h, scale, w, scale).sum((1, 3))
        wanted = gradient.abs().sum(1)[0].numpy()[seen.top // scale :, seen.left // scale :][:h, :w]
        assert small == pytest.approx(wanted, abs=1e-12)
        assert seen.weight.sum() == pytest.approx(gradient.abs().sum().item())


def test_a_small_picture_can_be_looked_into(specialists):
    """Of a chain the first network's part, at the size that it was given; the place is one of the whole repair."""
    for steps, names in (
        ([("low-resolution", {"scale": 2})], ("cnn-sr2",)),
        ([("low-resolution", {"scale": 2}), ("noise", {"sigma": 20})], ("cnn-denoise", "cnn-sr2")),
        ([("low-resolution", {"scale": 4}), ("missing-pixels", {"share": 0.5})], ("cnn-inpaint", "cnn-sr4")),
    ):
        clean = shot(128, 160)
        mended = lab.mend(lab.ruin(clean, steps))
        assert mended.names == names and mended.array.shape == clean.array.shape
        seen = lab.look_from(mended, 70, 101)
        assert (seen.row, seen.column) == (70, 101) and np.isfinite(seen.weight).all() and seen.weight.any()
        assert seen.box[0] <= 70 <= seen.box[2] and seen.box[1] <= 101 <= seen.box[3]
        for stage in lab.stages(mended):
            found = lab.look_at_stage(clean, mended, stage["name"]).maps
            assert list(found) == ["damaged"]  # there is no clean picture of that size
            assert found["damaged"].shape == (stage["channels"], stage["height"], stage["width"])


def test_what_a_wrong_network_was_told_is_what_it_is_looked_at_with(specialists):
    """Enlarged, the picture no longer has the holes that the small one had: the inpainter went by what is black."""
    ruined = lab.ruin(shot(128, 160), [("missing-pixels", {"share": 0.5}), ("low-resolution", {"scale": 2})])
    mended = lab.mend(ruined, "cnn-inpaint")
    assert mended.told["mask"].shape[2:] == (128, 160)
    assert lab.look_from(mended, 5, 5).weight.any()


@pytest.mark.parametrize("job, channels", [("inpaint", 3), ("colour", 1), ("upscale", 3)])
def test_head_kernels_of_other_jobs(job, channels):
    """A kernel laid back on the picture gives the map of the head: of the brightness, of the colours, of the mask beside them."""
    network, y = make_network(job=job, scale=2 if job == "upscale" else 1), make_picture(32, 40)
    mask = (torch.rand(1, 1, 32, 40, generator=torch.Generator().manual_seed(0)) > 0.3).float()
    kernels = features.head_kernels(network.head.weight, network.fold)
    side = 3 * network.fold
    assert all(k["colour"].shape == (side, side, channels) and "sigma" not in k for k in kernels)
    seen = {"inpaint": y * mask, "colour": (y * torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1, keepdim=True)}.get(job, y)
    step = {"stride": network.fold, "padding": network.fold if network.fold == 2 else 1}

    def laid(name):
        return torch.from_numpy(np.stack([k[name] for k in kernels])).permute(0, 3, 1, 2)

    direct = torch.nn.functional.conv2d(seen, laid("colour"), **step)
    if job == "inpaint":
        direct += torch.nn.functional.conv2d(mask, laid("mask"), **step)
    direct += network.head.bias.view(1, -1, 1, 1)
    maps = features.maps(network, "head", y, mask=mask)
    assert torch.allclose(maps[..., 1:-1, 1:-1], direct[..., 1:-1, 1:-1], atol=1e-5)


def test_look_from_a_pixel():
    ruined = lab.ruin(shot(100, 90), (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined, blind=True)
    seen = lab.look_from(mended, 40, 89)
    assert (seen.row, seen.column) == (40, 89) and seen.share(0) > 0.1
    for log in (True, False):
        picture = lab.heat_picture(seen, log)
        assert picture.shape == (*seen.weight.shape, 3) and picture.dtype == np.uint8
        assert picture.sum(-1)[np.unravel_index(seen.weight.argmax(), seen.weight.shape)] == picture.sum(-1).max()
    for row, column in ((-1, 0), (100, 0), (0, 90), ("1", 0), (1.5, 0), (None, 2)):
        with pytest.raises(Refusal, match="must be a whole number from 0"):
            lab.look_from(mended, row, column)


# Feature maps and kernels


def by_hand(network, y, sigma) -> dict:
    """The output of every stage, by the lines of UNet.unet."""
    x = torch.nn.functional.pixel_unshuffle(y, 2)
    x = network.head(torch.cat([x, torch.full_like(x[:, :1], sigma)], 1))
    out, skips = {"head": x}, []
    for k, (down, shrink) in enumerate(zip(network.down, network.shrink, strict=True)):
        out[f"down-{2 ** (k + 1)}"] = x = down(x)
        skips.append(x)
        x = shrink(x)
    out[f"middle-{2 ** (len(skips) + 1)}"] = x = network.middle(x)
    for k in reversed(range(len(skips))):
        x = network.up[k](torch.nn.functional.pixel_shuffle(network.grow[k](x), 2) + skips[k])
        out[f"up-{2 ** (k + 1)}"] = x
    return {**out, "tail": network.tail(x)}


def test_maps_are_what_the_stages_return():
    network = cnn.build(cnn.Config(widths=(4, 6, 8), blocks=1)).requires_grad_(False)
    y, told = make_picture(48, 64), {"sigma": torch.tensor([25.0])}
    wanted = by_hand(network, y, 25 / 255)
    assert list(features.stages(network)) == list(wanted) == ["head", "down-2", "down-4", "middle-8", "up-4", "up-2", "tail"]
    for stage, x in wanted.items():
        assert torch.allclose(features.maps(network, stage, y, **told), x, atol=1e-6)
        assert y.shape[-1] // x.shape[-1] == features.stages(network)[stage][1]
    assert not any(module._forward_hooks for module in network.modules())  # it serves others as before


def test_a_stage_is_ordered_by_energy_and_keeps_its_order():
    network, clean = make_network(), make_picture(64, 64)
    damaged = noisy(clean, 25)
    seen = features.look(network, "down-2", damaged, clean, sigma=torch.tensor([25.0]))
    maps = {kind: features.maps(network, "down-2", x, sigma=torch.tensor([25.0]))[0].numpy()
            for kind, x in (("damaged", damaged), ("clean", clean))}  # fmt: skip
    energy = (maps["damaged"] ** 2).mean((1, 2))
    assert seen.order == sorted(range(8), key=lambda c: -energy[c])
    assert seen.energy("damaged") == pytest.approx(energy[seen.order], rel=1e-5)
    for kind in maps:
        assert np.array_equal(seen.maps[kind], maps[kind][seen.order])
    assert seen.maps["difference"] == pytest.approx(seen.maps["damaged"] - seen.maps["clean"])
    assert (abs(seen.maps["damaged"]) <= seen.scale).mean() == pytest.approx(0.999, abs=0.004)
    assert list(features.look(network, "down-2", damaged, sigma=torch.tensor([25.0])).maps) == ["damaged"]


def test_head_kernels_lie_where_their_pixels_are():
    """A map of the head is its refolded kernel on the picture itself, in steps of two pixels, and the share of the noise level."""
    network, y, sigma = make_network(), make_picture(32, 40), 25 / 255
    kernels = features.head_kernels(network.head.weight, 2)
    colour = torch.from_numpy(np.stack([k["colour"] for k in kernels])).permute(0, 3, 1, 2)  # (K, 3, 6, 6)
    assert colour.shape == (8, 3, 6, 6)
    direct = torch.nn.functional.conv2d(y, colour, stride=2, padding=2)
    direct += (torch.tensor([k["sigma"] for k in kernels]) * sigma + network.head.bias).view(1, -1, 1, 1)
    maps = features.maps(network, "head", y, sigma=torch.tensor([255 * sigma]))
    assert torch.allclose(maps[..., 1:-1, 1:-1], direct[..., 1:-1, 1:-1], atol=1e-5)  # at the border the level map ends
    assert "sigma" not in features.head_kernels(network.head.weight[:, :12], 2)[0]


def test_strongest_slices_are_the_strongest():
    weight = torch.zeros(2, 5, 3, 3)
    for channel, size in enumerate((1, 5, 2, 4, 3)):
        weight[0, channel, 1, channel % 3] = size
    first, nothing = features.strongest_slices(weight, most=3)
    assert [channel for channel, _ in first["slices"]] == [1, 3, 4]
    assert all(np.array_equal(values, weight[0, channel]) for channel, values in first["slices"])
    assert first["share"] == pytest.approx((25 + 16 + 9) / 55) and nothing["share"] == 0


def test_contact_sheet():
    maps = np.arange(1, 31, dtype=np.uint8).reshape(5, 2, 3)
    sheet = features.contact_sheet(maps, columns=4)
    assert sheet.shape == (5, 15)
    for n, one in enumerate(maps):
        row, column = divmod(n, 4)
        assert np.array_equal(sheet[3 * row : 3 * row + 2, 4 * column : 4 * column + 3], one)
    assert sheet.sum() == maps.sum()


@pytest.mark.parametrize("height, width, inside", [(300, 260, (256, 256)), (40, 50, (40, 52)), (256, 600, (256, 256))])
def test_stages_of_the_lab(height, width, inside):
    clean = shot(height, width)
    ruined = lab.ruin(clean, (("noise", {"sigma": 25}),))
    mended = lab.mend(ruined)
    for stage in lab.stages(mended):
        assert (stage["height"] * stage["scale"], stage["width"] * stage["scale"]) == inside
        seen = lab.look_at_stage(clean, mended, stage["name"])
        assert seen.maps["damaged"].shape == (stage["channels"], stage["height"], stage["width"]) and len(seen.kernels) == stage["channels"]
        sheet = lab.map_sheet(seen, "difference", columns=4)
        assert sheet.dtype == np.uint8 and sheet.shape[1:] == (4 * (stage["width"] + 1) - 1, 3)
    assert list(lab.look_at_stage(None, mended, "head").maps) == ["damaged"]
    with pytest.raises(Refusal, match="There is no stage called 'neck'"):
        lab.look_at_stage(clean, mended, "neck")


def test_two_visitors_at_once_see_their_own():
    pictures = [lab.ruin(shot(), (("noise", {"sigma": s}),), seed=s) for s in range(8)]
    mended = [lab.mend(p) for p in pictures]
    alone = [lab.look_at_stage(None, m, "middle-4").maps["damaged"] for m in mended]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda m: lab.look_at_stage(None, m, "middle-4").maps["damaged"], mended))
    assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))
