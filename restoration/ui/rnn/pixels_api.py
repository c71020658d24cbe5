"""The part of the lab for scripts that writes digits; see restoration.ui.api."""

from restoration.lab import rnn_pixels, vae
from restoration.ui.picture import png


def write_digit(picture: str | None, number: int, cover: str, temperature: float, seed: int, count: int, lang: str) -> tuple:
    """Cover a part of a digit and let a recurrent network write it to its end, pixel by pixel, several times; what it writes is invented.

    picture: a file, of which the middle square is taken at 28 x 28 pixels (dark ink on light paper is inverted), or null for one that
    ships. number: which of these, from 0. The digit is made black and white, cut at one half. cover: "lower", "right", "block",
    "scattered", or "nothing" to write all of it from nothing; what leaves no pixel of the first row, as "upper" does, is refused.
    temperature: 0 to 3; 1 draws as the network has learned, 0 takes the likeliest. seed: 0 to 9999, the same seed and count give the same
    endings. count: 1 to 12. lang: "en" or "zh", the language of messages.
    Returns the endings side by side as PNG, each 28 x 28 with a grey column between two, and {endings: [{pixels (28 x 28 of 0 and 1),
    p_white (28 x 28: the probability of white of each pixel when its turn came, at temperature 1), nats (-log p of the written pixels,
    each given those before it), reads: [digit, probability]}], known (28 x 28, 1 where a pixel was given), truth_nats (of the digit's own
    pixels under the cover), written (how many pixels were), surprise: {exact, iwae, elbo: nats of the whole digit by pixel-rnn, and the
    VAE's bounds}, ms, notes}.
    """
    clean = vae.upload(picture, "digits", invert=True) if picture else vae.picture("digits", number)
    begun = rnn_pixels.begin(clean, cover, seed)
    out, seen = rnn_pixels.write(begun, temperature, seed, count), rnn_pixels.surprise(begun)
    endings = [
        {"pixels": white.astype(int).tolist(), "p_white": p.astype(float).round(6).tolist(), "nats": float(nats), "reads": reads}
        for white, p, nats, reads in zip(out.white, out.p, out.nats, out.reads, strict=True)
    ]
    facts = {"endings": endings, "known": begun.known.astype(int).tolist(), "truth_nats": out.truth, "written": int((~begun.known).sum())}
    bounds = {"exact": seen.total, "iwae": seen.iwae, "elbo": seen.elbo}
    notes = [note.say(lang) for note in (*clean.notes, *rnn_pixels.notes(begun, float(temperature)))]
    return png(rnn_pixels.sheet(out)), {**facts, "surprise": bounds, "ms": out.ms, "notes": notes}
