"""Where a camera went between two frames."""

import pytest
import torch
from small import make_picture

from restoration.models.motion import camera, moved

GOES = [(0, 0), (3, -2), (-7, 5), (0, 10)]


def window(down: int, right: int) -> torch.Tensor:
    """(1, 3, 64, 72) of a larger picture: what a camera sees that went up by `down` and left by `right`."""
    return make_picture(104, 112, 1)[..., 20 - down : 84 - down, 20 - right : 92 - right]


@pytest.mark.parametrize("go", GOES)
@pytest.mark.parametrize("sigma", [0, 15, 30])
def test_it_is_found_under_noise(go, sigma):
    rng = torch.Generator().manual_seed(0)
    one, other = (x + sigma / 255 * torch.randn(x.shape, generator=rng) for x in (window(0, 0), window(*go)))
    assert camera(other, one, torch.ones(1, 1, 64, 72), torch.tensor([float(sigma)])).tolist() == [list(go)]


def test_each_of_a_batch_has_its_own():
    after = torch.cat([window(*go) for go in GOES])
    by = camera(after, window(0, 0).expand(4, -1, -1, -1), torch.ones(4, 1, 64, 72), torch.zeros(4))
    assert by.tolist() == [list(go) for go in GOES]


def test_what_is_unknown_does_not_vote():
    mask = torch.ones(1, 1, 64, 72)
    mask[..., 20:40, 20:44] = 0
    other = window(3, -2)
    for hole in (0.0, 0.5, 1.0):
        assert camera(torch.where(mask > 0, other, hole), window(0, 0), mask, torch.zeros(1)).tolist() == [[3, -2]]


def test_no_motion_is_found_beyond_the_reach():
    by = camera(window(0, 16), window(0, 0), torch.ones(1, 1, 64, 72), torch.zeros(1))
    assert by.abs().max() <= 12  # a sixth of the side


def test_where_nothing_can_be_seen_the_camera_stands_still():
    rng = torch.Generator().manual_seed(0)
    one, other = (0.5 + 0.1 * torch.randn(8, 3, 64, 72, generator=rng) for _ in range(2))
    assert not camera(one, other, torch.ones(8, 1, 64, 72), torch.full((8,), 25.5)).any()


@pytest.mark.parametrize("go", GOES)
def test_what_comes_in_is_empty(go):
    x, (down, right) = torch.rand(2, 3, 20, 24) + 1, go
    out = moved(x, torch.tensor([go, (0, 0)]))
    assert torch.equal(out[1], x[1])
    for i in range(20):
        for j in range(24):
            inside = 0 <= i - down < 20 and 0 <= j - right < 24
            assert torch.equal(out[0, :, i, j], x[0, :, i - down, j - right] if inside else torch.zeros(3))


def test_gradients_move_back():
    x = torch.rand(1, 1, 8, 8, requires_grad=True)
    moved(x, torch.tensor([[2, -1]]))[0, 0, 5, 3].backward()
    assert x.grad.nonzero().tolist() == [[0, 0, 3, 4]]
