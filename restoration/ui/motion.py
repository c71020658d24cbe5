"""How a part of the page is brought into view: gliding, but for those who asked their system for less motion."""

GLIDE = "behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'"


def to(id: str, below: int) -> str:
    """JavaScript for a button: brings the element with that id into view if the window is narrower than so many pixels."""
    return f"() => {{ if (innerWidth < {below}) document.getElementById('{id}').scrollIntoView({{ {GLIDE} }}); }}"
