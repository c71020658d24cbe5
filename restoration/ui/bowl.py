"""The sign of the lab: a bowl that was mended with gold."""

BOWL = """<svg viewBox="0 0 48 44" width="48" height="44" aria-hidden="true">
<path class="clay" d="M3 12h42c0 16-9 28-21 28S3 28 3 12z"/>
<path class="gold" d="M14 12l4 9-4 6 7 10M34 12l-5 8 4 6-7 13M18 21l11-1"/></svg>"""
