"""The theme, in the colours of a mended bowl, dark ceramic and gold, and the settings of the server. See also style.css."""

import gradio as gr
from starlette.middleware import Middleware

from restoration.ui.language import Language
from restoration.ui.pages.routes import ROUTES
from restoration.ui.picture import HERE

FONT = (
    "system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", "sans-serif",
)  # fmt: skip
MONO = ("ui-monospace", "SF Mono", "Consolas", "Menlo", "monospace")

GOLD = gr.themes.Color(
    "#fdf8ec", "#faedcb", "#f3dc9d", "#ebc86b", "#e0b04a", "#b98a1e", "#8f6610", "#74500b", "#5b3f0d", "#49330f", "#2a1d06",
    name="gold",
)  # fmt: skip
CLAY = gr.themes.Color(
    "#faf7f2", "#f2ede4", "#e4dccf", "#cfc5b5", "#a89f92", "#857c70", "#645c52", "#4b453d", "#322e29", "#211f1c", "#171614",
    name="clay",
)  # fmt: skip

THEME = gr.themes.Base(
    primary_hue=GOLD,
    secondary_hue=GOLD,
    neutral_hue=CLAY,
    font=FONT,
    font_mono=MONO,
    radius_size="md",
    spacing_size="md",
    text_size="md",
).set(
    body_background_fill="*neutral_50",
    body_background_fill_dark="*neutral_950",
    body_text_color="#23201c",
    body_text_color_dark="#efe9df",
    body_text_color_subdued="*neutral_600",
    body_text_color_subdued_dark="*neutral_400",
    background_fill_primary="#fffdf9",
    background_fill_primary_dark="*neutral_900",
    background_fill_secondary="*neutral_100",
    background_fill_secondary_dark="*neutral_800",
    block_background_fill="#fffdf9",
    block_background_fill_dark="*neutral_900",
    block_border_color="*neutral_200",
    block_border_color_dark="*neutral_800",
    border_color_primary="*neutral_200",
    border_color_primary_dark="*neutral_700",
    block_label_text_color="*neutral_700",
    block_label_text_color_dark="*neutral_300",
    block_title_text_color="*neutral_700",
    block_title_text_color_dark="*neutral_300",
    block_title_text_weight="500",
    block_info_text_color="*neutral_600",
    block_info_text_color_dark="*neutral_400",
    input_background_fill="#ffffff",
    input_background_fill_dark="*neutral_800",
    input_border_color="*neutral_300",
    input_border_color_dark="*neutral_600",
    input_border_color_focus="*primary_500",
    input_border_color_focus_dark="*primary_400",
    slider_color="*primary_500",
    slider_color_dark="*primary_400",
    checkbox_background_color_selected="*primary_600",
    checkbox_background_color_selected_dark="*primary_500",
    checkbox_border_color_selected="*primary_600",
    checkbox_border_color_selected_dark="*primary_500",
    checkbox_label_background_fill_selected="*primary_100",
    checkbox_label_background_fill_selected_dark="*primary_800",
    checkbox_label_text_color_selected="*body_text_color",
    checkbox_label_text_color_selected_dark="*body_text_color",
    button_primary_background_fill="*neutral_800",
    button_primary_background_fill_hover="*neutral_700",
    button_primary_text_color="#ffe9b8",
    button_primary_background_fill_dark="*primary_400",
    button_primary_background_fill_hover_dark="*primary_300",
    button_primary_text_color_dark="*neutral_950",
    button_secondary_background_fill="*neutral_100",
    button_secondary_background_fill_hover="*neutral_200",
    button_secondary_text_color="*neutral_800",
    button_secondary_background_fill_dark="*neutral_800",
    button_secondary_background_fill_hover_dark="*neutral_700",
    button_secondary_text_color_dark="*neutral_100",
    link_text_color="*primary_700",
    link_text_color_dark="*primary_400",
    link_text_color_hover="*primary_800",
    link_text_color_hover_dark="*primary_300",
    link_text_color_visited="*primary_700",
    link_text_color_visited_dark="*primary_400",
    block_shadow="none",
)

# What launch() needs, here and wherever the app is mounted.
LAUNCH = {
    "theme": THEME,
    "css_paths": [HERE / "style.css", *sorted(p for p in HERE.glob("*/*.css") if p.parent.name != "pages")],
    "app_kwargs": {"middleware": [Middleware(Language)], "routes": ROUTES},
    "favicon_path": HERE.parents[1] / "assets" / "icon.svg",
    "ssr_mode": False,
    "run_history": False,  # else every run, pictures too, is kept in the browser
    "max_file_size": "25mb",
    "max_threads": 100,  # a class at once; the default of 40 makes light requests wait behind heavy ones
    "state_session_capacity": 300,  # visitors whose pictures are kept; the one longest away goes first
    "footer_links": [],  # the page has its own
}
