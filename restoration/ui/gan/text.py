"""The words of the GAN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "gan_own_info": (
        "Its middle square is taken, at most 256 × 256 pixels. It must have at least {least} pixels a side.",
        "取图片中间的正方形，最大 256 × 256 像素；每边至少 {least} 像素。",
    ),
    "gan_small": ("Made {scale} times smaller", "缩小到 1/{scale}"),
    "gan_mix": ("0: faithful (the CNN) … 1: sharp (the GAN)", "0：忠实（CNN）……1：锐利（GAN）"),
    "gan_running": ("Mending …", "正在修复……"),
    "gan_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "gan_not_yet": ("Press Restore to mend the picture.", "点“修复”来修补这张图片。"),
    "gan_cnn": ("CNN, told to be near", "CNN：只求接近"),
    "gan_gan": ("GAN, told to look real too", "GAN：还要看起来真实"),
    # inside
    "gan_in_intro": ("Two players, seen at work.", "两个玩家的对局过程。"),
}
