"""Tables of the GANs on pictures that none of them was trained on, beside the networks and methods that they are to be compared with.

    python tests/bench/gan.py enlarge --data photos/test
    python tests/bench/gan.py fill --data photos/test --flowers flowers/test
    python tests/bench/gan.py digits --digits mnist.npz
    python tests/bench/gan.py game

--folder measures a checkpoint (config.json, model.safetensors, training.json) that is not in assets/models. CPU seconds per megapixel of
output are those of one thread. --record writes the rows into the checkpoint's training.json and model card.

enlarge  Kodak24, shrunk four times by antialiased bicubic resampling and rounded to 8 bits. PSNR and SSIM of luma, 4 pixels of border off;
         NIQE and the spectrum's distance from the truth's (exhibits/spectrum.py) of the whole picture; fit and error as
         exhibits/invention.py defines them. Means over pictures.
fill     The middle 384 pixels of the first eight of Kodak24, and flowers cut to their middle square and reduced to 256: a block of 3/8 of
         the side is missing (its place drawn with the picture's number as seed). PSNR (RGB) of the hole alone and of the whole; NIQE of the
         whole, which hardly sees the hole: a part without detail is left out of it; and how strong the fine detail of luma in the hole is
         (metrics.fine_detail).
digits   10,000 samples (seed 0), read by digit-classifier, beside as many of vae-digits and as many digits that were trained on; all are
         compared with the test digits, which nobody was trained on.
game     The default game on points: updates of both players a CPU second on one thread, and how many of the eight Gaussians are covered.
"""

import argparse
import math
import sys
import time
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from restoration.performance import keep_big_blocks  # noqa: E402

keep_big_blocks()  # before the first tensor, as the app does

import numpy as np  # noqa: E402
import torch  # noqa: E402

from restoration import checkpoints  # noqa: E402
from restoration.baselines import baseline  # noqa: E402
from restoration.degrade import degrade_chain  # noqa: E402
from restoration.errors import Refusal  # noqa: E402
from restoration.exhibits import coverage, invention, spectrum  # noqa: E402
from restoration.images import fit, from_uint8, load_image, to_uint8  # noqa: E402
from restoration.metrics import fine_detail, psnr, ssim  # noqa: E402
from restoration.niqe import niqe  # noqa: E402

SCALE = 4


def files(folder: Path, first: int | None = None) -> list[Path]:
    found = sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []
    if not found:
        sys.exit(f"There are no pictures in {folder}.")
    return found[:first]


def rounded(x: torch.Tensor) -> torch.Tensor:
    return from_uint8(to_uint8(x))


def means(rows: list[dict]) -> dict:
    return {key: mean(row[key] for row in rows) for key in rows[0]}


def verdict(name: str, passed: bool, sentence: str) -> None:
    print(f"- {name}: {'met' if passed else 'MISSED'}: {sentence}")


# x4


def enlarge(a) -> None:
    networks, rows = {"cnn-sr4": checkpoints.load_model("cnn-sr4"), **candidates("gan-sr4", a.folder)}, {}
    for number, path in enumerate(files(a.data / "Kodak24", a.first)):
        truth = load_image(path)
        y = rounded(degrade_chain(truth, [("low-resolution", {"scale": SCALE})], seed=0).picture)
        truth = truth[..., : SCALE * y.shape[-2], : SCALE * y.shape[-1]]
        made, seconds = {"truth": truth, "bicubic": baseline("bicubic").restore(y, scale=SCALE)}, {}
        for name, network in networks.items():
            start = time.process_time()
            made[name] = network.restore(y)
            seconds[name] = 1e6 * (time.process_time() - start) / truth[0, 0].numel()
        for name, x in made.items():
            clear = name != "truth"
            found = invention.of_enlarged(x, y, truth, SCALE)
            row = {"psnr": psnr(x, truth, "y", SCALE) if clear else float("inf"), "ssim": ssim(x, truth, "y", SCALE), "niqe": niqe(x)}
            row |= {"spectrum": spectrum.distance(x, truth), "fit": found.fit, "made": found.error, "nothing": found.nothing}
            rows.setdefault(name, []).append({**row, "cpu": seconds.get(name, 0.0)})
        progress(number, {name: f"{found[-1]['psnr']:.2f} dB, NIQE {found[-1]['niqe']:.2f}" for name, found in rows.items()})
    table = {name: means(found) for name, found in rows.items()}
    print("| Kodak24, x4 | PSNR Y / dB | SSIM Y | NIQE | spectrum distance / decades | fit / 255 | invented, off by / 255 | CPU s/MP |")
    print("|---|---|---|---|---|---|---|---|")
    for name, m in table.items():
        print(f"| {name} | {m['psnr']:.2f} | {m['ssim']:.4f} | {m['niqe']:.2f} | {m['spectrum']:.3f} | {m['fit']:.2f} "
              f"| {m['made']:.2f} | {m['cpu']:.2f} |")  # fmt: skip
    print(f"\n{len(rows['truth'])} pictures. What a restorer that makes up nothing is off by: {table['truth']['nothing']:.2f} of 255.\n")
    for name in candidates("gan-sr4", a.folder):
        enlarge_verdict(name, table["truth"], table["cnn-sr4"], table[name])
    if a.record:
        checkpoints.record_scores("gan-sr4", enlarge_rows(table), a.folder[0] if a.folder else None)


def enlarge_verdict(name: str, truth: dict, cnn: dict, gan: dict) -> None:
    far, near = abs(cnn["niqe"] - truth["niqe"]), abs(gan["niqe"] - truth["niqe"])
    verdict(name, near <= far / 2, f"NIQE is {near:.2f} from the truth's; half of cnn-sr4's is {far / 2:.2f}")
    far, near = cnn["spectrum"], gan["spectrum"]
    verdict(name, near <= far / 2, f"the spectrum is {near:.3f} decades from the truth's; half of cnn-sr4's is {far / 2:.3f}")
    verdict(name, gan["psnr"] >= cnn["psnr"] - 2.5, f"PSNR is {cnn['psnr'] - gan['psnr']:.2f} dB below cnn-sr4's; at most 2.5")


def enlarge_rows(table: dict) -> list[dict]:
    tests = {
        "psnr": "PSNR in dB (Y, border 4 off)",
        "niqe": f"NIQE, lower is better; the truth's is {table['truth']['niqe']:.2f}",
        "spectrum": "distance of the spectrum from the truth's in decades, from 0.125 cycles per pixel up; lower is better",
    }
    return [
        {"test": f"Kodak24, low-resolution 4: {words}", "damaged": round(table["bicubic"][key], 3), "yardstick_name": "cnn-sr4",
         "yardstick": round(table["cnn-sr4"][key], 3), "model": round(table["gan-sr4"][key], 3)}
        for key, words in tests.items()
    ]  # fmt: skip


def candidates(name: str, folders: list[Path]) -> dict:
    """The shipped checkpoint, or those in the folders: label -> network. One folder is labelled as the shipped one."""
    if not folders:
        return {name: checkpoints.load_model(name)}
    labels = [name] if len(folders) == 1 else [f"{name} ({'/'.join(folder.parts[-2:])})" for folder in folders]
    return {label: checkpoints.load_model(name, folder=folder) for label, folder in zip(labels, folders, strict=True)}


def progress(number: int, said: dict) -> None:
    print(f"{number + 1}: " + "  ".join(f"{name} {words}" for name, words in said.items()), file=sys.stderr, flush=True)


# Holes

BLOCK = 3 / 8  # of the shorter side


def middle(x: torch.Tensor, side: int) -> torch.Tensor:
    top, left = ((n - side) // 2 for n in x.shape[-2:])
    return x[..., top : top + side, left : left + side]


def fill(a) -> None:
    networks = {"cnn-inpaint": checkpoints.load_model("cnn-inpaint"), **candidates("gan-inpaint", a.folder)}
    kodak = [middle(load_image(path), 384) for path in files(a.data / "Kodak24", 8)[: a.first]]
    sets = {"Kodak24, first 8, middle 384 pixels": kodak}
    if a.flowers:
        every = files(a.flowers)
        chosen = every[:: max(1, len(every) // a.flowers_count)][: a.flowers_count]
        sets["flowers, 256 pixels"] = [x for x in (rounded(fit(load_image(path), 256)) for path in chosen) if min(x.shape[-2:]) == 256]
    found = [fill_rows(name, pictures, networks, list(candidates("gan-inpaint", a.folder))) for name, pictures in sets.items()]
    if a.record:
        checkpoints.record_scores("gan-inpaint", [row for rows in found for row in rows], a.folder[0] if a.folder else None)


def fill_rows(test: str, pictures: list[torch.Tensor], networks: dict, gans: list[str]) -> list[dict]:
    rows = {}
    for number, truth in enumerate(pictures):
        ruined = degrade_chain(truth, [("missing-block", {"size": BLOCK})], seed=number)
        y, mask = ruined.picture, ruined.known["mask"]
        made, seconds = {"truth": truth, "hole": y}, {}
        made |= {name: baseline(name).restore(y, mask=mask) for name in ("telea", "navier-stokes")}
        for name, network in networks.items():
            start = time.process_time()
            made[name] = network.restore(y, mask=mask)
            seconds[name] = 1e6 * (time.process_time() - start) / truth[0, 0].numel()
        for name, x in made.items():
            found = invention.of_filled(rounded(x), rounded(y), truth, mask)
            hole = -20 * math.log10(found.error / 255) if found.error else math.inf
            row = {"hole": hole, "psnr": psnr(x, truth), "niqe": niqe(x), "detail": fine_detail(x, 1 - mask), "fit": found.fit}
            row["cpu"] = seconds.get(name, 0.0)
            rows.setdefault(name, []).append(row)
        progress(number, {name: f"hole {found[-1]['hole']:.2f} dB, NIQE {found[-1]['niqe']:.2f}" for name, found in rows.items()})
    table = {name: means(found) for name, found in rows.items()}
    print(f"\n{len(pictures)} pictures, a block of 3/8 missing.\n")
    print(f"| {test} | PSNR in the hole / dB | PSNR / dB | NIQE | detail in the hole / 255 | known changed / 255 | CPU s/MP |")
    print("|---|---|---|---|---|---|---|")
    for name, m in table.items():
        print(f"| {name} | {m['hole']:.2f} | {m['psnr']:.2f} | {m['niqe']:.2f} | {m['detail']:.2f} | {m['fit']:.2f} | {m['cpu']:.2f} |")
    words = {"hole": "PSNR in dB (RGB) in the hole"}
    words["detail"] = f"fine detail of luma in the hole, RMS in 1/255; the truth's is {table['truth']['detail']:.2f}"
    return [
        {"test": f"{test}, missing-block 0.375: {said}", "damaged": round(table["hole"][key], 2), "yardstick_name": "cnn-inpaint",
         "yardstick": round(table["cnn-inpaint"][key], 2), "model": round(table[gans[0]][key], 2)}
        for key, said in words.items()
    ]  # fmt: skip


# Digits


@torch.no_grad()
def digits(a) -> None:
    with np.load(a.digits) as stored:
        real, train = (torch.from_numpy(stored[key]).float()[:, None] / 255 for key in ("x_test", "x_train"))
    judge, vae = checkpoints.load_model("digit-classifier"), checkpoints.load_model("vae-digits")
    real = coverage.seen(real, judge)[0]

    def z(latent: int) -> torch.Tensor:
        return torch.randn(a.count, latent, generator=torch.Generator().manual_seed(0))

    sets = {"digits that were trained on": train[: a.count]}
    sets["vae-digits"] = torch.cat([vae.decode(part) for part in z(vae.config.latent).split(500)])
    gans = candidates("dcgan-digits", a.folder)
    sets |= {name: torch.cat([gan.generate(part) for part in z(gan.config.latent).split(500)]) for name, gan in gans.items()}
    print(f"{a.count:,} pictures of each kind beside {len(real):,} test digits.\n")
    print("| pictures | share of each class, 0 to 9 / % | sure / % | squared Frechet distance |\n|---|---|---|---|")
    table = {}
    for name, pictures in sets.items():
        table[name] = m = coverage.coverage(pictures, judge, real)
        shares = " ".join(f"{100 * share:.1f}" for share in m.shares.tolist())
        print(f"| {name} | {shares} | {100 * m.sure:.1f} | {m.distance:.2f} |")
    print()
    for name in gans:
        m, low, high = table[name], 100 * table[name].shares.min().item(), 100 * table[name].shares.max().item()
        verdict(name, low >= 4 and high <= 20, f"every class has {low:.1f} to {high:.1f} %; 4 to 20")
        verdict(name, m.sure >= 0.8, f"the classifier is sure of {100 * m.sure:.1f} %; at least 80")
        rival = table["vae-digits"].distance
        verdict(name, m.distance < rival, f"Frechet distance {m.distance:.2f}; below {rival:.2f}, of vae-digits")
    if a.record:
        name, row = next(iter(gans)), {"yardstick_name": "vae-digits samples"}
        m, rival = table[name], table["vae-digits"]
        test = f"{a.count:,} samples beside {len(real):,} test digits: squared Frechet distance in the features of digit-classifier"
        far = {"test": test, **row, "yardstick": round(rival.distance, 2), "model": round(m.distance, 2)}
        test = f"{a.count:,} samples: share that digit-classifier is sure of (more than 0.9) in %"
        sure = {"test": test, **row, "yardstick": round(100 * rival.sure, 1), "model": round(100 * m.sure, 1)}
        checkpoints.record_scores("dcgan-digits", [far, sure], a.folder[0] if a.folder else None)


# The game on points


def game(a) -> None:
    from restoration.exhibits.game import MODES, PRESETS
    from restoration.live.game import ENDED, Game

    played = Game(PRESETS["works"], cap=a.seconds)
    print(f"| seconds | updates of both | a CPU second | Gaussians covered of {MODES} | distance |\n|---|---|---|---|---|")
    begun = time.process_time()  # a second of one core: what the clock says depends on what else the machine does
    while played.state not in ENDED:
        played.advance(a.seconds / 5)
        row = next(row for row in reversed(played.rows) if row["split"] == "val")
        both, speed = min(played.turns.values()), min(played.turns.values()) / (time.process_time() - begun)
        print(f"| {played.seconds:.1f} | {both:,} | {speed:.0f} | {row['covered']} | {row['distance']:.4f} |", flush=True)
    print(f"\nReal points beside other real ones: {played.yardstick:.4f}.\n")
    verdict("game", speed >= 300, f"{speed:.0f} updates of both players a CPU second (measuring included); at least 300")
    verdict("game", row["covered"] == MODES, f"{row['covered']} of {MODES} covered after {played.seconds:.0f} s")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parts = p.add_subparsers(dest="part", required=True)

    def part(run, name: str, words: str) -> argparse.ArgumentParser:
        q = parts.add_parser(run.__name__, help=words)
        q.set_defaults(run=run)
        if name:
            q.add_argument("--folder", type=Path, nargs="*", default=[], help=f"where {name} is, if not in assets/models; several: all")
            q.add_argument("--record", action="store_true", help="write the rows into the checkpoint's training.json and card")
        return q

    q = part(enlarge, "gan-sr4", "gan-sr4 on Kodak24")
    q.add_argument("--data", type=Path, required=True, help="a folder with the folder Kodak24")
    q.add_argument("--first", type=int, help="only so many pictures")
    q = part(fill, "gan-inpaint", "gan-inpaint on Kodak24 and flowers")
    q.add_argument("--data", type=Path, required=True, help="a folder with the folder Kodak24")
    q.add_argument("--flowers", type=Path, help="a folder of flowers that were not trained on")
    q.add_argument("--flowers-count", type=int, default=40, help="of them, evenly chosen")
    q.add_argument("--first", type=int, help="only so many pictures of Kodak24")
    q = part(digits, "dcgan-digits", "dcgan-digits: classes and Frechet distance")
    q.add_argument("--digits", type=Path, required=True, help="mnist.npz with x_train and x_test")
    q.add_argument("--count", type=int, default=10_000, help="samples")
    q = part(game, "", "the game on points of the plane")
    q.add_argument("--seconds", type=float, default=20.0)
    a = p.parse_args()
    torch.set_num_threads(1)
    start = time.perf_counter()
    if getattr(a, "record", False) and len(a.folder) > 1:
        sys.exit("Only one checkpoint can be recorded at a time: give one folder.")
    a.run(a)
    print(f"\n{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    try:
        main()
    except Refusal as e:
        sys.exit(str(e))
