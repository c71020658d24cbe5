"""The Look inside panel: what its exhibits show is what torch computes from the same pixels."""

import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from playwright.sync_api import expect
from screen import messages, until
from screen import pixels as shot

import restoration
from restoration import lab
from restoration.images import to_uint8
from restoration.lessons import lesson

CAT = restoration.load_sample("cat", 256)
NOISY = to_uint8(restoration.degrade(CAT, "noise", sigma=25, seed=0)).astype(float)
LUMA = (NOISY @ [0.299, 0.587, 0.114]).round()


def look(visit, path="/?tab=inside&lesson=cnn-convolution", **context):
    page = visit(path, **context)
    page.set_default_timeout(90_000)  # the machine may be busy
    page.locator(".conv .pixels-out [data-value]").first.wait_for()
    return page


def setting(page, key, value):
    field = page.locator(f".conv [data-key={key}]")
    field.select_option(str(value)) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(str(value))


def numbers(page, selector) -> list[float]:
    return [float(text.replace("−", "-")) for text in page.locator(selector).all_inner_texts()]


def crop(page) -> np.ndarray:
    """The 12x12 pixel values on the screen, without the zeros around them."""
    return np.array(numbers(page, ".pixels-in > :not(.zero)")).reshape(12, 12)


def kernel(page) -> np.ndarray:
    cells = np.array([float(field.input_value()) for field in page.locator(".conv .weights input").all()])
    side = int(len(cells) ** 0.5)
    return cells.reshape(side, side) / float(page.locator("[data-key=divisor]").input_value())


def said(page, key) -> float:
    return numbers(page, f".said [data-is={key}]")[0]


def compare_with_torch(page, stride=1, padding=0, dilation=1, bias=0.0, after=lambda v: v, places=(0, 1, 2)):
    """Step by step: the output cell and the total that is said, against torch on the pixels that are shown."""
    x, k = (torch.from_numpy(a)[None, None] for a in (crop(page), kernel(page)))
    total = F.conv2d(x, k, torch.tensor([float(bias)]).double(), stride, padding, dilation)[0, 0]
    out = total.shape[-1]
    expect(page.locator(".output-size")).to_have_text(f"Output: {out} × {out}")
    expect(page.locator(".formula")).to_contain_text(f"= {out}, so {out} × {out} = {out * out} places")
    for place in places:
        page.locator("[data-key=step]").fill(str(place))
        row, column = divmod(place, out)
        expect(page.locator(".said")).to_contain_text(f"row {row + 1}, column {column + 1}")
        assert said(page, "total") == pytest.approx(total[row, column].item(), abs=0.006)
        assert page.locator(".pixels-out [data-value]").count() == place + 1
        cell = page.locator(".pixels-out > *").nth(place)
        assert float(cell.get_attribute("data-value")) == pytest.approx(after(total[row, column]).item(), abs=1e-3)
        assert sum(numbers(page, ".products > *")) == pytest.approx(said(page, "sum"), abs=0.1)


def test_it_shows_the_picture_s_own_pixels(visit):
    page = look(visit)
    place = [int(x) for x in re.findall(r"\d+", page.locator(".at").inner_text())]
    top, left = place[0], place[2]
    assert np.abs(crop(page) - LUMA[top : top + 12, left : left + 12]).max() <= 1  # a half may be rounded either way
    setting(page, "channel", "green")
    assert np.array_equal(crop(page), NOISY[top : top + 12, left : left + 12, 1])
    page.get_by_role("radio", name="Original", exact=True).check()
    clean = to_uint8(CAT)[top : top + 12, left : left + 12, 1]
    until(lambda: np.array_equal(crop(page), clean), "the original's pixels")


def test_every_sum_is_torch_s(visit):
    page = look(visit)
    compare_with_torch(page, places=(0, 1, 9, 10, 99))
    setting(page, "preset", "sobel-x")
    setting(page, "stride", 2)
    setting(page, "padding", 1)
    setting(page, "bias", -20.5)
    setting(page, "activation", "leaky")
    compare_with_torch(page, stride=2, padding=1, bias=-20.5, after=lambda v: F.leaky_relu(v, 0.1), places=(0, 1, 7, 35))
    setting(page, "activation", "relu")
    setting(page, "side", 5)
    setting(page, "preset", "gaussian")
    setting(page, "dilation", 3)
    setting(page, "padding", 2)
    setting(page, "stride", 1)
    compare_with_torch(page, dilation=3, padding=2, bias=-20.5, after=F.relu, places=(0, 3, 5, 15))
    assert page.locator(".pixels-in .zero").count() == 16 * 16 - 12 * 12


def test_a_kernel_is_edited_and_flipped(visit):
    page = look(visit)
    setting(page, "preset", "identity")
    assert numbers(page, ".sum .laid > *") == [0, 0, 0, 0, 1, 0, 0, 0, 0]
    page.get_by_label("Kernel, row 1, column 3").fill("-0.5")
    assert page.locator("[data-key=preset]").input_value() == "own"
    compare_with_torch(page)
    total, window = said(page, "total"), numbers(page, ".window > *")
    page.get_by_label("Flip the kernel").check()
    assert numbers(page, ".sum .laid > *") == [0, 0, 0, 0, 1, 0, -0.5, 0, 0]
    assert said(page, "total") == pytest.approx(window[4] - 0.5 * window[6], abs=0.006) != total
    setting(page, "side", 5)  # the same kernel with zeros around
    assert kernel(page)[1:4, 1:4].ravel().tolist() == [0, 0, -0.5, 0, 1, 0, 0, 0, 0] and kernel(page).sum() == 0.5


def test_it_plays_pauses_and_steps(visit):
    page = look(visit)
    place = page.locator("[data-key=step]")
    page.locator("[data-key=speed]").fill("30")
    page.get_by_role("button", name="Play").click()
    until(lambda: int(place.input_value()) > 5, "some steps")
    page.get_by_role("button", name="Pause").click()
    at = int(place.input_value())
    page.get_by_role("button", name="Step").click()
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Back").click()
    assert int(place.input_value()) == at - 1
    page.get_by_role("button", name="Play").click()
    until(lambda: place.input_value() == "99", "the last place")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert page.locator(".pixels-out [data-value]").count() == 100
    page.get_by_role("button", name="Restart").click()
    assert page.locator(".pixels-out [data-value]").count() == 1


def test_nonsense_gets_one_sentence_and_nothing_breaks(visit):
    page = look(visit)
    problem = page.locator(".conv .problem")
    cell = page.get_by_label("Kernel, row 2, column 2")
    cell.fill("")
    expect(problem).to_have_text(lab.Note("kernel_number", row=2, column=2).say("en"))
    assert cell.get_attribute("aria-invalid") == "true"
    cell.fill("1e9")
    expect(problem).to_contain_text("no number from")
    cell.fill("4")
    expect(problem).to_be_hidden()
    setting(page, "divisor", 0)
    expect(problem).to_contain_text("Divided by")
    setting(page, "divisor", 16)
    setting(page, "bias", "")
    expect(problem).to_contain_text("bias")
    setting(page, "bias", 0)
    setting(page, "side", 5)
    setting(page, "dilation", 3)
    expect(problem).to_have_text(lab.Note("window_too_large", reach=13, size=12).say("en"))
    setting(page, "padding", 1)
    expect(problem).to_be_hidden()
    compare_with_torch(page, dilation=3, padding=1, places=(0, 3))
    assert messages(page) == []


def test_a_learned_slice_is_what_the_first_layer_computes(visit):
    page = look(visit)
    setting(page, "preset", "slice-0")
    s = lab.first_layer_slices()[0]
    expect(page.locator(".conv .slice")).to_contain_text(f"output {s.output}")
    assert np.allclose(kernel(page), s.cells, atol=0.0006)
    top, _, left, _ = (int(x) for x in re.findall(r"\d+", page.locator(".at").inner_text()))
    assert (top % 2, left % 2) == (s.row, s.column)
    folded = F.pixel_unshuffle(torch.from_numpy(NOISY).permute(2, 0, 1)[None], 2)[0, 4 * s.colour + 2 * s.row + s.column]
    wanted = F.conv2d(folded[None, None], torch.from_numpy(kernel(page))[None, None])[0, 0, top // 2, left // 2].item()
    assert said(page, "total") == pytest.approx(wanted, abs=0.02)


def test_the_square_is_moved_by_mouse_and_keyboard(visit):
    page = look(visit)
    board = page.locator(".conv .whole")
    box = board.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.up()
    expect(page.locator(".at")).to_contain_text("Rows 0–11, columns 0–11")
    before = crop(page)
    board.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".at")).to_contain_text("columns 1–12")
    assert np.array_equal(crop(page)[:, :-1], before[:, 1:])


def test_the_whole_picture_is_filtered_in_the_page(visit):
    page = look(visit, "/?tab=inside&lesson=cnn-convolution&picture=page")
    setting(page, "preset", "box")
    setting(page, "channel", "red")
    expect(page.locator(".after-name")).to_contain_text("254 × 254")
    page.wait_for_function("document.querySelector('.conv canvas.after').width === 254")
    read = "c => [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data].filter((v, i) => i % 4 === 0)"

    def shown(name):
        return np.array(page.locator(f".conv canvas.{name}").evaluate(read), float)

    def same():
        x = shown("before").reshape(256, 256)
        wanted = F.avg_pool2d(torch.from_numpy(x)[None, None], 3, 1)[0, 0].numpy()
        return np.abs(shown("after").reshape(254, 254) - wanted).max() < 0.51

    until(same, "the mean of every 3x3 window")


def test_it_follows_the_lab_and_is_drawn_only_when_looked_at(visit):
    page = visit("/")
    page.locator(".stage .left img[src]").wait_for()
    assert page.locator(".conv").count() == 0
    page.get_by_role("tab", name="Look inside").click()
    page.get_by_role("tab", name="Convolution").click()
    page.locator(".pixels-out [data-value]").first.wait_for()
    before = crop(page)
    page.get_by_role("tab", name="Restore").click()
    page.get_by_role("radio", name=lab.samples()["coffee"].alt_en).check()
    until(lambda: "picture=coffee" in page.evaluate("location.href"))
    page.get_by_role("tab", name="Look inside").click()
    until(lambda: not np.array_equal(crop(page), before), "the other picture's pixels")
    assert "tab=inside" in page.evaluate("location.href")


@pytest.mark.parametrize("path", ["/?tab=inside&lesson=cnn-convolution", "/zh?tab=inside&lesson=cnn-convolution"])
def test_a_telephone_needs_no_sideways_scroll(visit, path):
    page = look(visit, path, viewport={"width": 390, "height": 844})
    setting(page, "side", 5)
    setting(page, "padding", 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.evaluate("""[...document.querySelectorAll('#inside *')].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width && (box.right > 391 || box.left < -1) && !e.closest('.sr, .visually-hidden, [hidden]');
    }).map((e) => e.tagName + '.' + e.className).slice(0, 5)""")
    assert wide == []


# Pooling


def pool(visit, path="/?tab=inside&lesson=cnn-pooling", **context):
    page = visit(path, **context)
    page.set_default_timeout(90_000)
    page.locator(".pooled img").nth(5).wait_for()
    return page


def choose(page, label, option):
    page.locator("fieldset", has_text=label).get_by_role("radio", name=option, exact=True).check()


def square(page, n) -> np.ndarray:
    return shot(page, page.locator(".pooled img").nth(n).get_attribute("src"))


def test_pooled_pictures_are_torch_s(visit):
    """The link of the lesson opens the exhibit. In order: before, pooled, nearest, bilinear, transposed, pixel shuffle."""
    page = pool(visit)
    x = restoration.degrade(CAT, "noise", sigma=25, seed=0)
    small = F.max_pool2d(x, 2)
    back = F.interpolate(small, scale_factor=2.0)
    middle = slice(104, 152)
    wanted = {0: x[..., middle, middle], 1: small[..., 52:76, 52:76], 2: back[..., middle, middle]}
    for n, picture in wanted.items():
        assert np.array_equal(square(page, n), to_uint8(picture))
    captions = page.locator(".pooled figcaption").all_inner_texts()
    assert f"{restoration.psnr(back, x):.2f} dB" in captions[2]
    assert "untrained, seed 0" in captions[4] and "untrained, seed 0" in captions[5]
    choose(page, "Keep of each square", "mean")
    choose(page, "Window and stride", "4 × 4")
    until(lambda: np.array_equal(square(page, 1), to_uint8(F.avg_pool2d(x, 4)[..., 26:38, 26:38])), "means of 4 x 4")
    choose(page, "Show", "the whole picture")
    until(lambda: square(page, 1).shape == (64, 64, 3), "the whole pooled picture")
    for image in page.locator(".pooled img").all():
        assert image.get_attribute("alt")


def test_the_checkerboard_comes_and_goes(visit):
    page = pool(visit)
    expect(page.locator(".overlap")).to_contain_text("reached by 1, 2 or 4 taps, in a pattern that repeats every 2 pixels")
    assert set(page.locator(".taps > *").all_inner_texts()) == {"1", "2", "4"}
    choose(page, "What is pooled", "even grey")
    choose(page, "Weights of the two layers", "all equal")
    expect(page.locator(".overlap")).to_contain_text("ICNR")
    until(lambda: len(np.unique(square(page, 4))) == 3, "the overlap's pattern")
    assert len(np.unique(square(page, 5))) == 1
    choose(page, "Transposed convolution: kernel", "4 × 4")
    expect(page.locator(".overlap")).to_contain_text("the overlap leaves no pattern")
    until(lambda: len(np.unique(square(page, 4))) == 1, "no pattern")
    choose(page, "Weights of the two layers", "random, untrained")
    until(lambda: len(np.unique(square(page, 4))) > 3, "a pattern of the weights' own")
    shuffled = square(page, 5)
    assert np.array_equal(shuffled[2:], shuffled[:-2]) and len(np.unique(shuffled)) > 3
    seed = page.get_by_label("Seed of the weights")
    seed.fill("7")
    seed.press("Enter")
    expect(page.locator(".pooled figcaption").nth(4)).to_contain_text("seed 7")
    seed.fill("-3")
    seed.press("Enter")
    until(lambda: messages(page), "a sentence about the seed")
    assert len(messages(page)) == 1 and page.locator(".pooled img").count() == 6


def test_pooling_on_a_telephone(visit):
    page = pool(visit, "/zh?tab=inside&lesson=cnn-pooling", viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(".overlap")).to_contain_text("1、2 或 4")


# Lessons


@pytest.mark.parametrize("id, what", [("cnn-convolution", ".pixels-out [data-value]"), ("cnn-pooling", ".pooled img")])
def test_the_first_step_of_the_page_opens_the_exhibit(visit, id, what):
    page = visit(f"/?lesson={id}")
    page.set_default_timeout(90_000)
    step = lesson(id, "en").steps[0]
    page.get_by_role("button", name=step.label).click()
    page.locator(what).first.wait_for()
    case, _ = lab.parse_case({**step.set, "lesson": id})
    until(lambda: f"picture={case.picture}" in page.evaluate("location.href") or case.picture == lab.Case.picture)
    assert "tab=inside" in page.evaluate("location.href")
