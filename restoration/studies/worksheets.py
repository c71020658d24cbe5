"""What the shipped weights score in every step of the lessons that mends something, for the teacher's sheet of a worksheet.

    python -m restoration.studies worksheets

A step is run as its button in the lesson runs it: the same picture, damage, seed and networks, through the same door, restoration.lab.
Steps that open another panel than Restore are left out. So is the time: it is the machine's.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from restoration import lab
from restoration.errors import Refusal
from restoration.lab import gan, gan_repair, rnn, rnn_repair, vae, vae_repair
from restoration.lessons import PAGES, lesson
from restoration.studies import store

NAME = "worksheets"
PREDICTION = "predict"  # instead of a step's number


@dataclass(frozen=True)
class Score:
    """A line of the table of scores. name: of the method, as its page's lab calls it. kind: "damaged", "yardstick" or "network". psnr in
    dB; None where it is infinite. ssim, niqe, first (PSNR of a clip's first frame): None where the page has none."""

    name: str
    kind: str
    psnr: float | None
    ssim: float | None = None
    niqe: float | None = None
    first: float | None = None


def read() -> dict[str, dict[str, tuple[Score, ...]]]:
    """lesson -> number of a step, from 0, as text, or PREDICTION -> scores. Refusal if the study is missing or damaged."""
    try:
        pages = store.read(NAME)["pages"]
        return {id: {place: tuple(Score(**row) for row in rows) for place, rows in page.items()} for id, page in pages.items()}
    except (LookupError, TypeError, AttributeError) as e:
        raise Refusal("study_damaged", name=NAME) from e


def mends(preset: dict) -> bool:
    """Whether the scores of the Restore panel are what a step, or prediction, is about."""
    return preset.get("tab", "restore") == "restore"


def places(id: str) -> Iterator[tuple[str, dict]]:
    """(place, preset) of all that a page's lesson mends."""
    page = lesson(id)
    presets = {str(n): step.set for n, step in enumerate(page.steps)} | {PREDICTION: page.predict.set}
    yield from ((place, preset) for place, preset in presets.items() if mends(preset))


def _of_row(row: lab.Row, niqe: float | None = None) -> Score:
    return Score(row.name, row.kind, row.psnr, row.ssim, niqe)


def _cnn(preset: dict) -> tuple[list[Score], tuple[str, ...]]:
    case = lab.parse_case(preset)[0]
    clean = lab.sample(case.picture, case.size)
    ruined = lab.ruin(clean, case.damage, case.seed)
    mended = lab.mend(ruined, case.model, case.blind)
    return [_of_row(lab.row(clean, made)) for made in (ruined, *lab.yardsticks(ruined), mended)], mended.names


def _gan(preset: dict) -> tuple[list[Score], tuple[str, ...]]:
    case = gan.parse_case(preset)[0]
    clean = gan.picture(case.picture)
    ruined = gan.ruin(clean, case.damage, case.seed)
    *_, out = gan_repair.mend((), clean, ruined, between=False)
    judged = (out.damaged, *out.yardsticks, out.faithful, out.sharp)
    return [_of_row(j.row, j.niqe) for j in judged], gan.networks(case.damage[0][0])


def _vae(preset: dict) -> tuple[list[Score], tuple[str, ...]]:
    case = vae.parse_case(preset)[0]
    clean, subject = vae.picture(case.subject, case.picture), vae.subjects()[case.subject]
    *_, out = vae_repair.mend((), clean, vae.ruin(clean, case.damage, case.seed), case.seed)
    rows = [Score(r.name, r.kind, r.psnr) for r in out.rows if r.name != "best"]  # that one was chosen by the truth
    judge = ("digit-classifier",) if case.subject == "digits" else ()
    return rows, (subject.vae, *((subject.cvae,) if subject.cvae else ()), *judge, "cnn-inpaint", "cnn-denoise")


def _rnn(preset: dict) -> tuple[list[Score], tuple[str, ...]]:
    case = rnn.parse_case(preset)[0]
    clean = rnn.picture(case.picture)
    key = (case.picture, case.sigma, case.seed, case.hole, case.blur, case.wipe)
    *_, out = rnn_repair.mend(key, clean, rnn.ruin(clean, case), case.wipe)
    scores = [Score(name, out.lines[name].kind, late, first=first) for name, (first, late) in out.means().items()]
    return scores, (rnn_repair.NETWORK, rnn_repair.ALONE)


RUNS = {"cnn": _cnn, "gan": _gan, "vae": _vae, "rnn": _rnn}


def make() -> None:
    pages, models = {}, set()
    for id in PAGES:
        run = RUNS[lesson(id).family]
        for place, preset in places(id):
            scores, names = run(preset)
            models |= set(names)
            pages.setdefault(id, {})[place] = [_rounded(score) for score in scores]
            print(id, place, [(s.name, s.psnr and round(s.psnr, 2)) for s in scores], flush=True)
    store.write(NAME, {"pages": pages}, sorted(models))


def _rounded(score: Score) -> dict:
    """What is known of a score, with the digits that can be read on the screen, and one more."""
    numbers = {key: value for key, value in asdict(score).items() if value is not None and value != float("inf")}
    return {"psnr": None, **{key: round(value, 4) if isinstance(value, float) else value for key, value in numbers.items()}}
