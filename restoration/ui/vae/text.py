"""The words of the VAE's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "vae_subject": ("What the map knows", "地图认识什么"),
    "vae_pick": ("Pick a picture", "选一张图片"),
    "vae_pictures": ("Small pictures", "小图片"),
    "vae_own": ("Your own picture", "你自己的图片"),
    "vae_own_info": (
        "Its middle square is taken and made as small as the network needs: 28 × 28 pixels for digits, 64 × 64 for the others.",
        "取图片中间的正方形，缩小到网络所需的尺寸：数字为 28 × 28 像素，其余为 64 × 64。",
    ),
    "vae_invert": ("Dark ink on light paper (digits)", "浅色纸上的深色字迹（数字）"),
    "vae_invert_info": ("The network knows white digits on black.", "网络只认识黑底白字。"),
    # look inside
    # latent space
    # train it live
}
