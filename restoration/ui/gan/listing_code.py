"""Lines of Python in the colours of the lessons' code, as HTML."""

import builtins
import io
import keyword
import token
import tokenize
from html import escape


def kind(piece: tokenize.TokenInfo, before: str) -> str:
    """The class of a token in style.css, "" for plain ones. before: the token before it."""
    if piece.type == token.NAME:
        if keyword.iskeyword(piece.string):
            return "keyword"
        return "function" if before in ("def", "class") or piece.string in dir(builtins) else ""
    return {token.STRING: "string", token.NUMBER: "number", tokenize.COMMENT: "comment"}.get(piece.type, "")


def coloured(source: str) -> list[str]:
    """The lines of a program, each as HTML. Of what is no whole program, in plain ink from where it breaks off."""
    lines = source.splitlines()
    pieces, before = [[] for _ in lines], ""  # a line -> (from, to, class)
    try:
        for piece in tokenize.generate_tokens(io.StringIO(source).readline):
            (first, start), (last, end) = piece.start, piece.end
            if name := kind(piece, before):
                for n in range(first, last + 1):  # a text of three quotes goes over many lines
                    pieces[n - 1].append((start if n == first else 0, end if n == last else len(lines[n - 1]), name))
            before = piece.string
    except (tokenize.TokenError, IndentationError):
        pass
    return [_painted(*both) for both in zip(lines, pieces, strict=True)]


def _painted(line: str, pieces: list) -> str:
    out, at = [], 0
    for start, end, name in pieces:
        out.append(f'{escape(line[at:start])}<span class="token {name}">{escape(line[start:end])}</span>')
        at = end
    return "".join(out) + escape(line[at:])
