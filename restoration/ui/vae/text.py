"""The words of the VAE's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "vae_subject": ("What the map knows", "地图认识什么"),
    "vae_pick": ("Pick a picture", "选一张图片"),
    "vae_pictures": ("Small pictures", "小图片"),
    "vae_number": ("{subject}, number {number}", "{subject}，第 {number} 张"),
    "vae_own": ("Your own picture", "你自己的图片"),
    "vae_own_info": (
        "Its middle square is taken and made as small as the network needs: 28 × 28 pixels for digits, 64 × 64 for the others.",
        "取图片中间的正方形，缩小到网络所需的尺寸：数字为 28 × 28 像素，其余为 64 × 64。",
    ),
    "vae_invert": ("Dark ink on light paper (digits)", "浅色纸上的深色字迹（数字）"),
    "vae_invert_info": ("The network knows white digits on black.", "网络只认识黑底白字。"),
    "vae_running": ("Searching the map …", "正在地图上搜索……"),
    "vae_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "vae_not_yet": ("Press Restore to mend the picture.", "点“修复”来修补这张图片。"),
    "vae_survived": ("What survived; hatched: no evidence", "残存部分；斜线处毫无线索"),
    "vae_reads": ("reads {digit} ({sure})", "读作 {digit}（{sure}）"),
    "vae_look": (
        "After {step} updates: {fit} nats for what survived (less is a better fit), {prior} nats for being far from the middle of the map.",
        "更新 {step} 次后：与残存部分不符 {fit} nat（越小越吻合），离地图中心太远 {prior} nat。",
    ),
    "vae_search_title": ("The search, as it went", "搜索的过程"),
    "vae_search_intro": (
        "Which point of the map decodes to a picture that agrees with what survived? The network stays as it is; only the point moves, "
        "downhill, from six places at once. Each frame is the best so far, with the surviving pixels put back.",
        "地图上哪一点解码出来的图片与残存部分相符？网络不变，只有点在移动：从六处同时出发，沿坡而下。每一帧是当时最好的结果，残存像素已放回。",
    ),
    "vae_search_slide": ("Frame of the search", "搜索的帧"),
    "vae_ten_title": ("Ten repairs that all fit", "十种都说得通的修复"),
    "vae_ten_conditional": (
        "Each is another draw from a conditional VAE, which learned what can stand in a hole given what is around it. Where "
        "they agree, what "
        "survived decides; where they differ, it does not.",
        "每一张都是从条件 VAE 中另抽的一次：它学的是给定周围内容时缺口里可能有什么。十张一致之处由残存部分决定，不一致之处则不由它决定。",
    ),
    "vae_ten_wander": (
        "From the point that the search found, ten walkers step downhill and at random by turns, so that they visit places "
        "about as good. Where "
        "they agree, the evidence decides; where they differ, it does not.",
        "从搜索找到的点出发，十个行者交替地下坡和随机迈步，走访差不多同样好的地方。十张一致之处由证据决定，不一致之处则不由它决定。",
    ),
    "vae_repair_n": ("Repair {n}", "修复 {n}"),
    "vae_spread": ("Where they differ", "分歧之处"),
    "vae_spread_scale": (
        "standard deviation; black: none, pale yellow: 128 of 255 or more", "标准差；黑色：无，浅黄：达到或超过 128（满值 255）"
    ),
    "vae_meter_title": ("Seen or invented?", "是看到的，还是编造的？"),
    "vae_meter_fit": (
        "Off from what survived, before it is put back (root mean square of 255)", "放回残存像素之前，与残存部分相差（均方根，满值 255）"
    ),
    "vae_meter_error": ("Off from the truth where nothing survived", "毫无线索之处，与真相相差"),
    "vae_meter_unseen": ("Share of the picture that is invented", "图片中编造部分所占比例"),
    "vae_method": ("Method", "方法"),
    "vae_read_as": ("A classifier reads", "分类器读作"),
    "vae_ms": ("Time / ms", "耗时 / 毫秒"),
    "vae_table_caption": (
        "PSNR over the whole picture, rounded to 8 bits; surviving pixels are put back in every repair of missing parts. ★: "
        "the best that did "
        "not need the truth to be chosen.",
        "PSNR 按整张图片、舍入到 8 位计算；修补缺失时所有方法都放回残存像素。★：不必借助真相挑选的最佳结果。",
    ),
    "vae_row_damaged": ("Damaged", "损坏的图片"),
    "vae_row_mean_fill": ("Mean of what survived", "用残存部分的平均值填充"),
    "vae_row_cnn": ("CNN, trained on photos", "CNN（用照片训练）"),
    "vae_row_pass": ("One pass: encode, decode", "一遍：编码再解码"),
    "vae_row_search": ("Search of the map", "在地图上搜索"),
    "vae_row_draw": ("One of the ten (average score)", "十种之一（平均得分）"),
    "vae_row_best": ("Best of the ten, chosen by the truth", "十种中最好的（借助真相挑选）"),
    "vae_row_mean": ("Mean of the ten", "十种的平均"),
    "vae_said_whole": ("Nothing is damaged here, so there is nothing to mend.", "这里没有损坏，无需修复。"),
    "vae_said_nothing": (
        "Nothing survived: every pixel of every repair is invented. Cover less.",
        "什么都没有留下：每种修复的每个像素都是编造的。请少遮一些。"
    ),
    "vae_said_search": (
        "Searching the map beats one pass through the network by {gain} dB: the encoder takes the damage for part of the "
        "picture, the search "
        "looks only at what survived.",
        "在地图上搜索比让网络走一遍高 {gain} dB：编码器把损坏也当作图片的一部分，搜索则只看残存部分。",
    ),
    "vae_said_pass": (
        "One pass through the network is {gain} dB ahead of the search: what fits what survived is not always nearer to the truth.",
        "让网络走一遍比搜索高 {gain} dB：与残存部分相符的，不一定更接近真相。",
    ),
    "vae_said_ahead": (
        "The best of the VAE's single answers is {lead} dB ahead of the best yardstick ({method}).",
        "VAE 最好的单一答案领先最好的参照（{method}）{lead} dB。",
    ),
    "vae_said_behind": (
        "The best yardstick ({method}) is {lead} dB ahead of the VAE: its pictures are plausible, but soft.",
        "最好的参照（{method}）领先 VAE {lead} dB：VAE 的图片说得通，但偏糊。",
    ),
    "vae_mean_note": (
        "The mean of the ten repairs scores {mean} dB, a single one {single} dB on average, the best of them {best} dB.",
        "十种修复的平均得 {mean} dB，单张平均 {single} dB，其中最好的 {best} dB。",
    ),
    "vae_said_invented": (
        "{share} of the picture has no evidence and is invented: there the repairs are off from the truth by {error} of 255.",
        "图片的 {share} 毫无线索，是编造的：那里的修复与真相相差 {error}（满值 255）。",
    ),
    "vae_said_read_one": ("The classifier reads all ten as {digit}.", "分类器把十张都读作 {digit}。"),
    "vae_said_read": (
        "The classifier reads {listed}: what survived fits more than one digit.",
        "分类器的读法：{listed}。残存部分不止符合一个数字。",
    ),
    "vae_said_read_times": ("{digit} ({times} times)", "{digit}（{times} 次）"),
    # look inside
    # latent space
    # train it live
}
