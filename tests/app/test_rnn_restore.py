"""The RNN's page: a clip is ruined, mended frame by frame, and played beside the truth, in the browser; and the same for scripts."""

import io
import re
import zipfile

import av
import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from PIL import Image
from playwright.sync_api import expect
from screen import messages, until

from restoration import clips
from restoration.lab import rnn

PATIENT = 240_000  # milliseconds: a clip is many pictures


def mended(page):
    page.locator("#clip-board table.scores").wait_for(timeout=PATIENT)
    expect(page.locator("#clip-board .verdict")).to_be_visible()
    return page


def frame(page) -> int:
    return int(re.search(r"\d+", page.locator(".clip-bar output").inner_text())[0])


def canvas(page, kind: str) -> np.ndarray:
    """What a canvas of the player shows, (H, W, 3)."""
    data = page.evaluate(
        """(kind) => { const c = document.querySelector(`.clip-trio [data-kind=${kind}] canvas`);
        return [c.width, c.height, Array.from(c.getContext('2d').getImageData(0, 0, c.width, c.height).data)]; }""", kind,
    )  # fmt: skip
    return np.array(data[2], np.uint8).reshape(data[1], data[0], 4)[..., :3]


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """A small clip of six frames, so that nobody waits."""
    path = tmp_path_factory.mktemp("clips") / "short.mp4"
    ground = np.linspace(30, 200, 64).astype(np.uint8)
    frames = np.broadcast_to(ground[None, None, :, None], (6, 48, 64, 3)).copy()
    for t in range(6):
        frames[t, 10:20, 5 * t : 5 * t + 10] = (200, 60, 40)
    path.write_bytes(clips.to_mp4(frames, 12))
    return path


def send(page, path):
    with page.expect_file_chooser() as chooser:
        page.locator("#clip-intake").click()
    chooser.value.set_files(str(path))


def sent(page, path):
    send(page, path)
    until(lambda: page.locator(".thumb:visible input:checked").input_value() == "-1", seconds=60)


def test_the_page_opens_with_a_clip_and_shows_its_frames_without_loss(visit):
    page = mended(visit("/rnn"))
    assert page.locator("#families a[aria-current]").inner_text() == "RNN"
    assert page.locator(".thumb:visible").count() == len(rnn.made())
    case = rnn.Case()
    clip = rnn.picture(case.picture)
    ruined = rnn.ruin(clip, case)
    until(lambda: np.array_equal(canvas(page, "truth"), clip.frames[0]))
    until(lambda: np.array_equal(canvas(page, "damaged"), ruined.shown[0]))
    rows = page.locator("#clip-board table.scores tbody tr")
    assert rows.count() == 6 and "memory" in rows.nth(1).inner_text()
    assert page.locator(".clip-curves > svg path.line").count() >= 4


def test_the_keyboard_steps_and_plays(visit):
    page = mended(visit("/rnn"))
    player = page.locator(".clip-player")
    player.focus()
    assert frame(page) == 1
    player.press("ArrowRight")
    player.press("ArrowRight")
    assert frame(page) == 3
    player.press("ArrowLeft")
    assert frame(page) == 2
    clip = rnn.picture(rnn.Case().picture)
    assert np.array_equal(canvas(page, "truth"), clip.frames[1])
    player.press("End")
    assert frame(page) == len(clip.frames)
    player.press("ArrowRight")
    assert frame(page) == 1  # it begins anew
    player.press(" ")
    expect(page.locator(".clip-bar button")).to_have_text("Pause")
    until(lambda: frame(page) > 2)
    player.press(" ")
    expect(page.locator(".clip-bar button")).to_have_text("Play")
    at = frame(page)
    slide = page.get_by_role("slider", name="Frame", exact=True)
    slide.focus()
    slide.press("ArrowRight")
    assert frame(page) == at % len(clip.frames) + 1


def test_the_memory_is_wiped_on_a_clip_of_ones_own_and_the_result_taken_home(visit, short):
    page = mended(visit("/rnn"))
    sent(page, short)
    expect(page.locator("#clip-board .status")).to_contain_text("not been mended")
    wipe = page.get_by_role("spinbutton", name=re.compile("Wipe the memory"))
    wipe.fill("4")
    wipe.press("Tab")
    page.wait_for_url(lambda url: "wipe=4" in url)
    page.get_by_role("button", name="Restore", exact=True).click()
    mended(page)
    assert "before frame 4" in page.locator("#clip-board .verdict").inner_text()
    expect(page.locator(".clip-curves text.mark")).to_have_text("memory wiped")
    assert page.locator("#clip-board table.scores tbody tr").count() == 7
    until(lambda: canvas(page, "restored").any())
    for button, kind in (("#download-mp4", "mp4"), ("#download-zip", "zip")):
        expect(page.locator(button)).to_be_enabled()
        with page.expect_download() as download:
            page.locator(button).click()
        data = open(download.value.path(), "rb").read()
        if kind == "mp4":
            with av.open(io.BytesIO(data)) as container:
                assert len(list(container.decode(video=0))) == 6
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                first = np.asarray(Image.open(io.BytesIO(archive.read("restored/001.png"))))
                assert np.array_equal(first, canvas(page, "restored"))
                assert archive.read("psnr.csv").decode().count("\n") == 7


def test_a_bad_file_is_refused_and_the_lab_stays(visit, tmp_path, short):
    page = mended(visit("/rnn"))
    verdict = page.locator("#clip-board .verdict").inner_text()
    (tmp_path / "no.mp4").write_bytes(b"no clip at all")
    send(page, tmp_path / "no.mp4")
    until(lambda: any("could not be read as a clip" in text for text in messages(page)), seconds=60)
    Image.new("RGB", (64, 48)).save(tmp_path / "one.gif")
    send(page, tmp_path / "one.gif")
    until(lambda: any("only one frame" in text for text in messages(page)), seconds=60)
    assert page.locator(".thumb:visible input:checked").input_value() == "pan"
    assert page.locator("#clip-board .verdict").inner_text() == verdict


def test_what_a_shorter_clip_lacks_is_said(visit, short):
    page = visit("/rnn?wipe=20")
    page.locator(".clip-player").wait_for()
    sent(page, short)
    until(lambda: any("6 frames" in text for text in messages(page)))
    assert "wipe" not in page.url


def test_a_link_in_chinese_and_stop(visit):
    page = visit("/zh-rnn?picture=cut&sigma=40&seed=5&hole=3")
    page.locator("#clip-board .status.running").wait_for(timeout=PATIENT)
    page.get_by_role("button", name="停止", exact=True).click()
    expect(page.locator("#clip-board .status")).to_contain_text("已停止")
    assert page.locator(".thumb:visible input:checked").input_value() == "cut"
    assert "sigma=40" in page.url and "hole=3" in page.url
    page.get_by_role("link", name="English").click()
    page.wait_for_url(lambda url: "/rnn" in url and "zh" not in url)
    page.locator(".clip-player").wait_for()
    assert "picture=cut" in page.url


def test_a_wrong_link_is_said(visit):
    page = mended(visit("/rnn?picture=<b>&sigma=900&wipe=99"))
    assert len(messages(page)) >= 1
    assert page.locator(".thumb:visible input:checked").input_value() == "pan"


@pytest.mark.parametrize("path, scheme", [("/rnn", "light"), ("/zh-rnn", "dark")])
def test_a_telephone_shows_it_without_sideways_scrolling(visit, path, scheme):
    page = mended(visit(path, viewport={"width": 390, "height": 844}, color_scheme=scheme))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator(".clip-trio [data-kind=restored] canvas").bounding_box()["width"] > 150


def test_a_script_mends_a_clip(app, short):
    client = Client(app.url, verbose=False)
    mp4, facts = client.predict(handle_file(short), 25, 0, 3, api_name="/clip_restore")
    with av.open(mp4) as container:
        assert len(list(container.decode(video=0))) == facts["frames"] == 6
    assert (facts["width"], facts["height"], facts["wipe"]) == (64, 48, 3)
    assert set(facts["psnr"]) == {"damaged", "memory", "unwiped", "alone", "both", "cnn", "nlm"}
    assert all(len(scores) == 6 for scores in facts["psnr"].values()) and None not in facts["psnr"]["memory"]
    assert facts["psnr"]["memory"][0] > facts["psnr"]["damaged"][0] + 3


@pytest.mark.parametrize("values, words", [
    ((25, 0, 7), "6 frames"), ((99, 0, 0), "from 10 to 50"), ((25, -1, 0), "whole number from 0 to 9999"), ((25, 0, 7, "zh"), "共 6 帧"),
])  # fmt: skip
def test_wrong_values_are_refused_in_one_sentence(app, short, values, words):
    with pytest.raises(AppError, match=words):
        Client(app.url, verbose=False).predict(handle_file(short), *values, api_name="/clip_restore")


def test_a_script_sends_no_clip(app, tmp_path):
    (tmp_path / "no.mp4").write_bytes(b"nothing")
    with pytest.raises(AppError, match="could not be read as a clip"):
        Client(app.url, verbose=False).predict(handle_file(tmp_path / "no.mp4"), 25, 0, 0, api_name="/clip_restore")
