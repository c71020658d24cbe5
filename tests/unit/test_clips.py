"""The gate for clips: what comes in is decoded, made small and steady, and said; what cannot be used is refused in a sentence."""

import io
import os
import tempfile
import zipfile
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image

from restoration import clips, clips_made
from restoration.errors import MESSAGES, Refusal


def moving(count: int, height: int = 48, width: int = 64) -> np.ndarray:
    """A bright square that goes from left to right over a slope, uint8 (count, height, width, 3)."""
    ground = np.linspace(30, 120, width, dtype=np.float32)[None, None, :, None]
    frames = np.broadcast_to(ground, (count, height, width, 3)).astype(np.uint8).copy()
    for t in range(count):
        x = t * (width - 8) // max(1, count - 1)
        frames[t, 4:12, x : x + 8] = (220, 180, 60)
    return frames


def write(path, frames, fps=12, codec="libx264", times=None, sound=False, turn=0, options=None):
    """times: of the frames in milliseconds, if not steady."""
    with av.open(str(path), "w", options=options or {}) as container:
        stream = container.add_stream(codec, rate=Fraction(fps))
        stream.height, stream.width = frames.shape[1:3]
        stream.pix_fmt = "yuv420p"
        if times:
            stream.codec_context.time_base = Fraction(1, 1000)
        if sound:
            noise = container.add_stream("aac", rate=44100)
        for k, rows in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rows), format="rgb24")
            if times:
                frame.pts, frame.time_base = times[k], Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if sound:
            silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            silence.sample_rate = 44100
            container.mux(noise.encode(silence))
            container.mux(noise.encode())
    if turn:  # the matrix in the header of the track, which says how it is to be shown
        data = bytearray(path.read_bytes())
        plain = b"".join(n.to_bytes(4, "big", signed=True) for n in (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30))
        sideways = b"".join(n.to_bytes(4, "big", signed=True) for n in (0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30))
        at = data.index(plain, data.index(b"tkhd"))
        data[at : at + len(plain)] = sideways  # a quarter turn clockwise
        path.write_bytes(data)
    return path


def codes(clip) -> list[str]:
    return [note.code for note in clip.notes]


def refused(path) -> str:
    with pytest.raises(Refusal) as refusal:
        clips.open_clip(path)
    for lang in ("en", "zh"):
        assert refusal.value.say(lang)
    return refusal.value.note.code


@pytest.mark.parametrize("name, codec", [("a.mp4", "libx264"), ("a.webm", "libvpx-vp9"), ("a.mov", "libx264"), ("a.mkv", "libvpx")])
def test_a_clip_comes_in_as_it_is(tmp_path, name, codec):
    frames = moving(20)
    clip = clips.open_clip(write(tmp_path / name, frames, codec=codec))
    assert clip.frames.shape == frames.shape and clip.frames.dtype == np.uint8
    assert clip.fps == pytest.approx(12, abs=0.1) and clip.notes == ()
    assert np.abs(clip.frames.astype(int) - frames).mean() < 8  # these codecs lose something


def test_out_and_in_again(tmp_path):
    frames = clips_made.made_clip("pan").frames
    (tmp_path / "a.mp4").write_bytes(clips.to_mp4(frames, 12))
    clip = clips.open_clip(tmp_path / "a.mp4")
    assert clip.frames.shape == frames.shape and clip.fps == pytest.approx(12) and not clip.notes
    assert np.abs(clip.frames.astype(int) - frames).mean() < 4


def test_no_temporary_file_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    clips.to_mp4(moving(4), 12)
    with pytest.raises(av.error.FFmpegError):
        clips.to_mp4(moving(4, 47, 63), 12)  # H.264 wants even sides
    assert os.listdir(tmp_path) == []


def test_frames_without_loss():
    frames = moving(3)
    with zipfile.ZipFile(io.BytesIO(clips.to_zip({"truth": frames}, {"psnr.csv": "frame"}))) as archive:
        assert archive.namelist() == ["psnr.csv", "truth/001.png", "truth/002.png", "truth/003.png"]
        assert np.array_equal(np.asarray(Image.open(io.BytesIO(archive.read("truth/002.png")))), frames[1])


def test_an_animated_gif_its_clear_parts_on_white(tmp_path):
    pictures = [Image.fromarray(frame) for frame in moving(6)]
    pictures[0].save(tmp_path / "a.gif", save_all=True, append_images=pictures[1:], duration=100, loop=0)
    clip = clips.open_clip(tmp_path / "a.gif")
    assert len(clip.frames) == 6 and clip.fps == pytest.approx(10, abs=0.2)
    clear = [Image.new("RGBA", (64, 48), (0, 0, 0, 0)) for _ in range(3)]
    for k, picture in enumerate(clear):
        picture.paste((200, 30, 30, 255), (10 * k, 10, 10 * k + 10, 20))
    clear[0].save(tmp_path / "b.gif", save_all=True, append_images=clear[1:], duration=100, disposal=2)
    assert (clips.open_clip(tmp_path / "b.gif").frames[1, -1, -1] == 255).all()


def test_sound_is_left_out(tmp_path):
    clip = clips.open_clip(write(tmp_path / "a.mp4", moving(12), sound=True))
    assert len(clip.frames) == 12 and codes(clip) == ["clip_sound"]


def test_large_frames_are_made_small(tmp_path):
    clip = clips.open_clip(write(tmp_path / "a.mp4", moving(4, 1080, 1920)))
    assert clip.frames.shape == (4, 180, 320, 3) and codes(clip) == ["clip_reduced"]
    upright = clips.open_clip(write(tmp_path / "b.mp4", moving(4, 960, 540)))
    assert upright.frames.shape == (4, 320, 180, 3)


def test_4k_stays_bounded(tmp_path):
    clip = clips.open_clip(write(tmp_path / "a.mp4", moving(3, 2160, 3840), options={"preset": "ultrafast"}))
    assert clip.frames.shape == (3, 180, 320, 3)


def test_odd_sides_become_even(tmp_path):
    pictures = [Image.fromarray(frame) for frame in moving(4, 47, 63)]
    pictures[0].save(tmp_path / "a.gif", save_all=True, append_images=pictures[1:], duration=100)
    clip = clips.open_clip(tmp_path / "a.gif")
    assert clip.frames.shape == (4, 46, 62, 3) and codes(clip) == ["clip_even"]


def test_an_upright_clip_is_turned(tmp_path):
    frames = moving(6)
    clip = clips.open_clip(write(tmp_path / "a.mp4", frames, turn=1))
    assert clip.frames.shape == (6, 64, 48, 3) and codes(clip) == ["clip_turned"]
    wanted = np.rot90(frames, -1, (1, 2))  # clockwise
    assert np.abs(clip.frames.astype(int) - wanted).mean() < 8


def test_a_long_clip_is_read_as_far_as_it_is_used(tmp_path):
    clip = clips.open_clip(write(tmp_path / "a.mp4", moving(250, 32, 32), fps=10))
    assert len(clip.frames) == 100 and codes(clip) == ["clip_cut"]


def test_a_fast_clip_is_thinned(tmp_path):
    clip = clips.open_clip(write(tmp_path / "a.mp4", moving(120, 32, 32), fps=60))
    assert len(clip.frames) == 60 and clip.fps == pytest.approx(30, abs=0.5) and codes(clip) == ["clip_thinned"]
    frames = clips.open_clip(write(tmp_path / "b.mp4", moving(700, 32, 32), fps=60)).frames
    assert len(frames) <= clips.MAX_FRAMES


@pytest.mark.parametrize("name, codec", [("a.mp4", "libx264"), ("a.webm", "libvpx")])
def test_a_variable_rate_becomes_steady(tmp_path, name, codec):
    times = [100 * k for k in range(10)] + [1000 + 300 * k for k in range(5)]
    clip = clips.open_clip(write(tmp_path / name, moving(15), codec=codec, times=times))
    assert codes(clip) == ["clip_steady"] and clip.fps == 10 and len(clip.frames) == 23
    assert np.array_equal(clip.frames[10], clip.frames[12]) and not np.array_equal(clip.frames[12], clip.frames[13])


def test_what_can_be_read_of_a_truncated_file_is_used(tmp_path):
    rng = np.random.default_rng(0)
    frames = rng.integers(0, 256, (36, 48, 64, 3), np.uint8)
    for name, codec, options in (("a.mp4", "libx264", {"movflags": "faststart"}), ("a.webm", "libvpx", None)):
        whole = write(tmp_path / name, frames, codec=codec, options=options).read_bytes()
        (tmp_path / name).write_bytes(whole[: len(whole) // 2])
        clip = clips.open_clip(tmp_path / name)
        assert 5 < len(clip.frames) < 30 and "clip_truncated" in codes(clip), name
    late = write(tmp_path / "b.mp4", frames).read_bytes()  # what says where the frames are stands at the end
    (tmp_path / "b.mp4").write_bytes(late[: len(late) // 2])
    assert refused(tmp_path / "b.mp4") == "clip_unreadable"


def test_what_is_no_clip_is_refused(tmp_path):
    files = {"a.mp4": b"no video at all" * 99, "b.mp4": b"", "c.gif": b"GIF89a", "d.webm": b"\x1a\x45\xdf\xa3" + bytes(99)}
    files["e.m3u8"] = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n"
    files["f.txt"] = b"ffconcat version 1.0\nfile /etc/hostname\n"
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name) == "clip_unreadable"
    assert refused(tmp_path / "nothing.mp4") == "no_such_file"
    assert refused(tmp_path) == "no_such_file"


def test_sound_alone_is_refused(tmp_path):
    with av.open(str(tmp_path / "a.mp4"), "w") as container:
        stream = container.add_stream("aac", rate=44100)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 44100
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    assert refused(tmp_path / "a.mp4") == "clip_no_video"


def test_one_frame_or_too_small_is_refused(tmp_path):
    assert refused(write(tmp_path / "a.mp4", moving(1))) == "clip_one_frame"
    Image.new("RGB", (64, 48)).save(tmp_path / "a.gif")
    assert refused(tmp_path / "a.gif") == "clip_one_frame"
    assert refused(write(tmp_path / "b.mp4", moving(3, 12, 64))) == "clip_too_small"
    assert refused(write(tmp_path / "c.mp4", moving(3, 20, 1200))) == "clip_too_small"  # once it fits


def test_frames_beyond_measure_are_refused_before_they_are_decoded(tmp_path, monkeypatch):
    path = write(tmp_path / "a.mp4", moving(3))
    monkeypatch.setattr(clips, "MAX_PIXELS", 1000)
    assert refused(path) == "clip_too_large"


def test_decoding_that_takes_too_long_stops(tmp_path, monkeypatch):
    path = write(tmp_path / "a.mp4", moving(20))
    monkeypatch.setattr(clips, "PATIENCE", 0)
    with pytest.raises(Refusal):
        clips.open_clip(path)  # only one frame came
    ticks = iter(range(100))
    monkeypatch.setattr(clips, "PATIENCE", 5)
    monkeypatch.setattr(clips.time, "monotonic", lambda: next(ticks))
    clip = clips.open_clip(path)
    assert 2 <= len(clip.frames) < 20 and codes(clip) == ["clip_slow"]


@pytest.mark.parametrize("name", clips_made.CLIPS)
def test_clips_that_ship(name):
    made, clip = clips_made.CLIPS[name], clips_made.made_clip(name)
    assert clip.frames.shape == (clips_made.FRAMES, clips_made.HEIGHT, clips_made.WIDTH, 3)
    change = np.abs(np.diff(clip.frames.astype(int), axis=0)).mean((1, 2, 3))
    assert change.min() > 0.5  # every frame is another
    if made.cut:
        assert change.argmax() == made.cut - 1 and change.max() > 2 * np.sort(change)[-2]
    with pytest.raises(ValueError):
        clip.frames[0, 0, 0, 0] = 1  # all share them


def test_every_note_has_its_sentence():
    assert all(MESSAGES[code] for code in MESSAGES if code.startswith("clip_"))


def test_an_unknown_clip_is_refused():
    with pytest.raises(Refusal, match="pan"):
        clips_made.made_clip("dance")
