"""What is written when a run ends: the checkpoint's folder, with scores and the yardstick's beside them."""

import datetime
import platform
from dataclasses import asdict
from pathlib import Path

import torch
import torch.nn.functional as F

from restoration import __version__
from restoration.baselines import baseline
from restoration.checkpoints import list_models, load_model, save_model
from restoration.degrade import enlarge
from restoration.distributions import frechet, sliced_wasserstein
from restoration.metrics import fine_detail, psnr
from restoration.models.base import mean_psnr
from restoration.models.classifier import calibrate, calibration_error
from restoration.models.rnn import WARM
from restoration.niqe import LEAST, niqe
from restoration.training.clips import VAL_CLIPS
from restoration.training.loop import move
from restoration.training.small import Set, tensor

SAMPLES = 10_000  # pictures of a generator that are judged; in colour a tenth, since patches are many


def validation_scores(run) -> list[dict]:
    """PSNR (RGB, whole crop, mean over pictures) of the damaged, the yardstick's and the network's, on the validation pairs."""
    clean, damaged, told = run.pairs.validation
    yardstick = baseline(run.recipe.yardstick) if run.recipe.yardstick else None
    model = run.average.eval()
    sums = {"damaged": 0.0, "yardstick": 0.0, "model": 0.0}
    for i, (truth, y) in enumerate(zip(clean.split(1), damaged.split(1), strict=True)):
        z = model.restore(y.to(run.device), **{k: v[i : i + 1].to(run.device) for k, v in told.items()})
        if y.shape != truth.shape:
            y = enlarge(y, truth.shape[-1] // y.shape[-1])
        sums["model"] += psnr(z.cpu(), truth)
        sums["damaged"] += psnr(y, truth)
        sums["yardstick"] += psnr(yardstick.restore(damaged[i : i + 1], **run.pairs.known[i]) if yardstick else y, truth)
    means = {k: v / len(clean) for k, v in sums.items()}
    test = f"validation: {len(clean)} held-out crops of {clean.shape[-1]} pixels, PSNR in dB (RGB)"
    return [{"test": test, "yardstick_name": yardstick.name if yardstick else "left as it is", **means}]


def mean_of_each_pixel(run, clean: torch.Tensor) -> torch.Tensor:
    """Over the training pictures, as a probability that is never 0 or 1; of the shape of `clean`."""
    return run.pairs.mean.to(clean).clamp(1e-3, 1 - 1e-3).expand_as(clean)


@torch.no_grad()
def evidence_scores(run) -> list[dict]:
    """Of a VAE: the negative ELBO in nats per picture, beside what a model would need that knows each pixel's mean and no more."""
    model, (clean, _, known) = run.average.eval(), move(run.pairs.validation, run.device)
    seen, spent = model.elbo(clean, **known, generator=torch.Generator(run.device).manual_seed(run.recipe.seed))
    mean = mean_of_each_pixel(run, clean)
    nats = model.log_likelihood(clean, mean.logit())
    if "mask" in known:
        nats = nats * (1 - known["mask"])
    of = "the missing pixels, given the known ones, of" if "mask" in known else "all pixels of"
    words = {"bernoulli": "Bernoulli likelihood", "gaussian": f"Gaussian likelihood, sigma {model.log_sigma.exp():.4f} of [0, 1]"}
    test = f"validation: {len(clean)} held-out pictures, negative ELBO in nats per picture, {of} it, {words[model.config.likelihood]}"
    scores = {"yardstick": -nats.flatten(1).sum(1).mean().item(), "model": (spent.sum(1) - seen).mean().item()}
    return [{"test": test, "unit": "nats", "yardstick_name": "mean of each pixel", **scores}]


@torch.no_grad()
def likelihood_scores(run) -> list[dict]:
    """Of a model that gives a picture's probability: -log p in nats per picture, beside one that knows each pixel's mean and no more."""
    clean = run.pairs.validation[0].to(run.device)
    mean = mean_of_each_pixel(run, clean)
    nats = F.binary_cross_entropy(mean, clean, reduction="none").flatten(1).sum(1).mean().item()
    test = f"validation: {len(clean)} held-out digits, -log p in nats per picture"
    made = run.family.validate(run.average.eval(), (clean, clean, {}))["loss"]
    return [{"test": test, "unit": "nats", "yardstick_name": "mean of each pixel", "yardstick": nats, "model": made}]


def reading_scores(run) -> list[dict]:
    """Of the classifier: the share of held-out digits that it reads wrong, and how far its probabilities are from how often it is right,
    before and after they are calibrated here."""
    digits, _, known = move(run.pairs.validation, run.device)
    before = calibration_error(run.average.eval().read(digits), known["label"])
    temperature = calibrate(run.average, digits, known["label"])
    after = calibration_error(run.average.read(digits), known["label"])
    error = run.family.validate(run.average, run.pairs.validation)["error"]
    test = f"validation: {len(digits)} held-out digits"
    return [
        {"test": f"{test}, share read wrong in %", "unit": "%", "yardstick_name": "guessing", "yardstick": 90.0, "model": 100 * error},
        {"test": f"{test}, expected calibration error in %, at a temperature of {temperature:.2f}", "unit": "%",
         "yardstick_name": "before calibration", "yardstick": 100 * before, "model": 100 * after},
    ]  # fmt: skip


@torch.no_grad()
def sample_scores(run) -> list[dict]:
    """Of a GAN: how far its pictures are from held-out ones as a set, beside those of the VAE that learned from the same pictures, and
    beside real ones that it learned from. Digits: in the classifier's features; others: in patches."""
    digits = run.recipe.config.channels == 1
    count = SAMPLES if digits else SAMPLES // 10
    model, rival = run.average.eval(), run.recipe.name.replace("dcgan", "vae")
    if digits:
        judge = load_model("digit-classifier", run.device)
        unit, what = "squared Frechet distance in the features of digit-classifier", "held-out digits"

        def far(a, b):
            return frechet(*(torch.cat([judge.features(part) for part in x.split(1000)]).cpu() for x in (a, b)))
    else:
        unit, what = "sliced Wasserstein distance of 7 x 7 patches, x 1000", "held-out pictures"

        def far(a, b):
            return sliced_wasserstein(a.cpu(), b.cpu())

    def z(latent: int):
        return torch.randn(count, latent, generator=torch.Generator().manual_seed(run.recipe.seed)).to(run.device).split(500)

    held_out, real = (whole(pictures, run.recipe.crop, count).to(run.device) for pictures in (run.pairs.val, run.pairs.train))
    if rival in list_models():
        vae = load_model(rival, run.device)
        name, yardstick = f"{rival} samples", torch.cat([vae.decode(part) for part in z(vae.config.latent)])
    else:
        name, yardstick = "each pixel's own Gaussian", torch.randn(count, *real.shape[1:]).to(real) * real.std(0) + real.mean(0)
    made = torch.cat([model.generate(part) for part in z(model.config.latent)])
    test = f"{count:,} samples beside {len(held_out):,} {what}: {unit}, lower is better; training pictures {far(held_out, real):.2f}"
    return [{"test": test, "unit": "", "yardstick_name": name, "yardstick": far(held_out, yardstick), "model": far(held_out, made)}]


def whole(pictures: Set, side: int, most: int) -> torch.Tensor:
    """(N, C, side, side) in [0, 1]: up to `most` of a set, evenly chosen, reduced whole."""
    x = tensor(pictures.pictures[:: max(1, len(pictures) // most)][:most])
    return x if x.shape[-1] == side else F.interpolate(x, (side, side), mode="bicubic", antialias=True).clamp(0, 1)


def critic_scores(run) -> list[dict]:
    """Of a restorer with a critic: PSNR, which it gives up, and what it is taught for, beside the network it began as. That is NIQE; where
    holes were filled, of which NIQE sees next to nothing, how strong the fine detail in them is."""
    clean, damaged, told = run.pairs.validation
    scores = validation_scores(run)
    if not run.recipe.start or "mask" not in told and min(clean.shape[-2:]) < LEAST:
        return scores
    networks = {"yardstick": load_model(run.recipe.start, run.device), "model": run.average.eval()}
    sums = dict.fromkeys(("truth", *networks), 0.0)
    for i, (truth, y) in enumerate(zip(clean.split(1), damaged.split(1), strict=True)):
        known = {k: v[i : i + 1] for k, v in told.items()}
        pictures = {k: n.restore(y.to(run.device), **{k: v.to(run.device) for k, v in known.items()}) for k, n in networks.items()}
        for name, x in {"truth": truth, **pictures}.items():
            sums[name] += fine_detail(x, 1 - known["mask"]) if "mask" in known else niqe(x)
    means = {k: v / len(clean) for k, v in sums.items()}
    words = "fine detail of luma in the holes, RMS in 1/255, nearer to the truth's" if "mask" in told else "NIQE, lower"
    test = f"validation: {len(clean)} held-out crops of {clean.shape[-1]} pixels, {words} is better; truth {means.pop('truth'):.2f}"
    return [*scores, {"test": test, "unit": "", "yardstick_name": run.recipe.start, **means}]


@torch.no_grad()
def clip_scores(run) -> list[dict]:
    """Of a clip's denoiser, on the held-out clips without holes or blur: PSNR (RGB, mean over frames 8 on), beside the same network with
    its memory wiped at every frame, and beside the network without a memory that it began as."""
    clean, damaged, known = (x[: VAL_CLIPS // 2] if torch.is_tensor(x) else x for x in run.pairs.validation)
    told, model = {k: v[: VAL_CLIPS // 2].to(run.device) for k, v in known.items()}, run.average.eval()
    start, late, sigma = load_model("cnn-denoise", run.device), slice(WARM - 1, None), told["sigma"]
    made = {
        "model": model.restore(damaged.to(run.device), **told),
        "wiped": model.restore(damaged.to(run.device), **told, wipe=tuple(range(clean.shape[1]))),
        "frame by frame": torch.stack([start.restore(y.to(run.device), sigma=float(s)) for y, s in zip(damaged, sigma, strict=True)]),
        "damaged": damaged,
    }  # fmt: skip
    means = {k: mean_psnr(x[:, late].flatten(0, 1).cpu(), clean[:, late].flatten(0, 1)) for k, x in made.items()}
    test = f"validation: {len(clean)} made clips of {clean.shape[1]} frames, sigma 25, PSNR in dB (RGB) of frames {WARM} on"
    names = {"frame by frame": "cnn-denoise frame by frame", "wiped": "its memory wiped at every frame"}
    return [
        {"test": f"{test}, beside {words}", "damaged": means["damaged"], "yardstick_name": words, "yardstick": means[k],
         "model": means["model"]} for k, words in names.items()
    ]  # fmt: skip


SCORES = {  # families that are not measured by PSNR, or not by that alone
    "vae": evidence_scores, "classifier": reading_scores, "gan": sample_scores, "gan-restore": critic_scores,
    "rnn": clip_scores, "pixel-rnn": likelihood_scores,
}  # fmt: skip


def export(run, history: list[dict], folder: Path) -> None:
    """Write the averaged weights and everything that says where they come from."""
    recipe = asdict(run.recipe)
    for key in ("config", "data", "limits"):  # they stand elsewhere
        recipe.pop(key)
    training = {
        "name": run.recipe.name,
        "about": run.average.about,
        "parameters": sum(p.numel() for p in run.average.parameters()),
        "date": datetime.date.today().isoformat(),
        "steps": run.step,
        "seconds": round(run.seconds, 1),
        "device": f"{run.device} ({platform.machine()}, {torch.get_num_threads()} threads, {str(run.dtype)[6:]} arithmetic)",
        "data": run.recipe.data,
        "pictures": {"train": run.pairs.sizes[0], "val": run.pairs.sizes[1]},
        "seed": run.recipe.seed,
        "processes": run.world,
        "recipe": recipe,
        "versions": {"restoration": __version__, "torch": torch.__version__, "python": platform.python_version()},
        "scores": SCORES.get(run.recipe.family, validation_scores)(run),
        "limits": run.recipe.limits,
    }
    save_model(run.average, run.recipe.family, folder, history, training)
