"""Words of the teacher's tools: key -> (English, Chinese)."""

TEXT = {
    # names of controls
    "teach_picture": ("Photo", "照片"),
    "teach_clip": ("Clip", "片段"),
    "teach_upload": ("Own photo or clip", "自己的照片或片段"),
    "teach_chain": ("Add and remove damages", "增减损坏"),
    "teach_mask": ("Painted mask", "涂抹遮罩"),
    "teach_blind": ("Told or guessed noise level", "告诉或猜测噪声水平"),
    "teach_mix": ("Slider between CNN and GAN", "CNN 与 GAN 之间的滑块"),
    "teach_tabs": ("The other panels (Look inside, Train it live, …)", "其他面板（看内部、现场训练等）"),
    "teach_own": ("Own picture (not in the link)", "自己的图片（不在链接中）"),
    "teach_own_network": ("Self-trained network", "自己训练的网络"),
    # limits
    "teach_limited": ("Your teacher has limited this page.", "老师限定了本页可以改动的内容。"),
    "teach_show_all": ("Show everything", "显示全部"),
}
