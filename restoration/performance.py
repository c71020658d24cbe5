"""What makes torch fast on a processor: settings the program makes itself, before the first big tensor."""

import ctypes
import sys
from pathlib import Path

# glibc's mallopt numbers, from malloc.h
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD = -1, -2, -3


def _glibc(name: str):
    """A function of glibc, or None where there is no glibc (macOS, Windows, musl)."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return getattr(ctypes.CDLL("libc.so.6"), name)
    except (OSError, AttributeError):
        return None


def keep_big_blocks() -> bool:
    """Ask glibc to keep freed blocks of up to 32 MB, rather than hand them back and fault them in again, page by page.

    A training step of the denoiser is several times faster for it; the price is that the process stays as large as it once was.
    Returns False where there is no glibc, and does nothing there.
    """
    mallopt = _glibc("mallopt")
    settings = ((_MMAP_THRESHOLD, 1 << 25), (_TRIM_THRESHOLD, 2**31 - 1), (_TOP_PAD, 1 << 26))
    return mallopt is not None and all([mallopt(name, value) for name, value in settings])


def give_back_memory() -> None:
    """Ask glibc to hand all free memory back to the system: after a large picture, so that one visitor's is not kept for ever."""
    if trim := _glibc("malloc_trim"):
        trim(0)


def pick_device(cuda: bool, mps: bool) -> str:
    """The best of what is present: "cuda", "mps" or "cpu"."""
    return "cuda" if cuda else "mps" if mps else "cpu"


def present_device() -> str:
    import torch

    return pick_device(torch.cuda.is_available(), torch.backends.mps.is_available())


def training_dtype(device: str):
    """bfloat16 where the arithmetic units for it exist (about twice as fast there), float32 elsewhere. Weights stay float32."""
    import torch

    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    if device == "cpu" and torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported():
        # mkldnn also emulates bf16, three times slower than float32: ask the processor, where it can be asked
        cpuinfo = Path("/proc/cpuinfo")
        return torch.bfloat16 if cpuinfo.exists() and "avx512_bf16" in cpuinfo.read_text() else torch.float32
    return torch.float32
