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
    "vae_live_intro": (
        "Train a map of digits of your own and watch it unfold. At first all digits lie in one heap and every place of the map decodes to "
        "the same grey; then the classes drift apart. Then ask: what becomes of the map with β = 0, or with β = 4? Does a map of 4s and 9s "
        "alone pull them apart? What do more dimensions buy? Click into the map at any time: the network draws what belongs there. A "
        "training takes {cap} s at most, and nobody sees it but you.",
        "训练一张属于你自己的数字地图，看它慢慢展开。起初所有数字挤成一团，地图上处处解码出同样的灰影；"
        "随后各类渐渐分开。然后想一想：β = 0 或 β = 4 时地图会怎样？"
        "只有 4 和 9 的地图，能把它们分开吗？维数多了有什么好处？随时可以点地图，"
        "网络会画出那个位置上该有的东西。一次训练最多 {cap} 秒，只有你自己看得到。",
    ),
    "vae_live_waiting": ("Writing the digits …", "正在写数字……"),
    "vae_live_nothing_yet": (
        "Nothing is trained yet: this is the map of an untrained network. Press Train.",
        "还没有训练：这是未经训练的网络的地图。请按“训练”。",
    ),
    "vae_live_beta": ("β, the weight of the KL term", "β：KL 项的权重"),
    "vae_live_latent": ("Latent dimensions", "潜空间维数"),
    "vae_live_digits": ("Digits to learn", "要学的数字"),
    "vae_live_all": ("all ten", "全部十个"),
    "vae_live_pair": ("{a} and {b}", "{a} 和 {b}"),
    "vae_live_codes": ("Where held-out digits lie", "留出的数字落在哪里"),
    "vae_live_keys": (
        "Map of held-out digits. Click, or use the arrow keys, to choose a place and see what the network draws there.",
        "留出数字的地图。点击或用方向键选一个位置，看网络在那里画出什么。",
    ),
    "vae_live_grid": ("What each place decodes to", "每个位置解码成什么"),
    "vae_live_grid_alt": (
        "The same map as the decoder sees it: 12 × 12 decoded pictures, each drawn at its place.",
        "同一张地图在解码器眼中的样子：12 × 12 张解码图，各在自己的位置上。",
    ),
    "vae_live_place": ("At the chosen place", "所选位置"),
    "vae_live_at": (
        "({x}, {y}): drawn by the network as it is now. The nearest held-out digit is a {digit}.",
        "({x}, {y})：由网络当前的权重画出。离这里最近的留出数字是 {digit}。",
    ),
    "vae_live_returned": ("Held-out digits, and what comes back", "留出的数字（上）与还原结果（下）"),
    "vae_live_returned_alt": (
        "Above ten held-out digits, below each what encoder and decoder make of it now.",
        "上排是十个留出的数字，下排是编码再解码之后的样子。",
    ),
    "vae_live_plane": (
        "The map is the latent space itself, both axes at one scale. The dashed circle has radius 2: of the places that the prior draws, "
        "86 % lie inside it.",
        "地图就是潜空间本身，两轴比例相同。虚线圆的半径为 2：先验抽出的位置有 86 % 落在圆内。",
    ),
    "vae_live_components": (
        "The codes have {latent} dimensions; the map is the plane of the two widest of them (the first two principal components), which "
        "hold {share} % of their variance. Two digits that touch here may lie far apart in the others. Dashed: radius 2 about the prior's "
        "middle.",
        "编码有 {latent} 维；地图是其中最宽的两个方向（前两个主成分）张成的平面，占全部方差的 {share} %。在这里挨着的两个数字，"
        "在其余方向上可能相距很远。虚线：以先验中心为圆心、半径为 2 的圆。",
    ),
    "vae_live_neighbours": ("Known by 5 neighbours", "5 近邻认对"),
    "vae_live_guess": ("Blind guessing", "瞎猜"),
    "vae_live_nelbo": ("−ELBO, nats", "−ELBO（nat）"),
    "vae_live_reconstruction": ("Reconstruction, nats", "重建项（nat）"),
    "vae_live_kl": ("KL, nats", "KL 项（nat）"),
    "vae_live_line_train": ("Training digits", "训练用的数字"),
    "vae_live_line_val": ("Held-out digits", "留出的数字"),
    "vae_live_blind": ("No code, mean digit:", "没有编码，只画平均数字："),
    "vae_live_before": ("Run before: β {beta}, {latent} dimensions", "上一次：β {beta}，{latent} 维"),
    "vae_live_chart_reconstruction": ("Reconstruction, nats a picture", "重建项，每张图的 nat 数"),
    "vae_live_chart_kl": ("KL, nats a picture", "KL 项，每张图的 nat 数"),
    "vae_live_chart_neighbours": ("Digits known by their neighbours, %", "被近邻认对的数字，%"),
    "vae_live_alt_reconstruction": (
        "Reconstruction term by updates, on a logarithmic axis. After {step} updates: {value} nats on held-out digits",
        "重建项随更新次数的变化（对数轴）。{step} 次更新后，留出数字上为 {value} nat",
    ),
    "vae_live_alt_kl": (
        "KL term by updates. After {step} updates: {value} nats on held-out digits",
        "KL 项随更新次数的变化。{step} 次更新后，留出数字上为 {value} nat",
    ),
    "vae_live_alt_neighbours": (
        "Share of held-out digits that their five nearest neighbours name rightly, by updates. After {step} updates: {value} percent",
        "被五个近邻认对的留出数字所占比例随更新次数的变化。{step} 次更新后为 {value} %",
    ),
    "vae_live_apart": (
        "After {step} updates ({seconds} s) the five nearest neighbours in the latent space name {share} % of the {count} held-out digits "
        "rightly; blind guessing would name {guess} %.",
        "{step} 次更新（{seconds} 秒）后，{count} 个留出数字中有 {share} % 能由潜空间里最近的五个邻居认对；瞎猜只能认对 {guess} %。",
    ),
    "vae_live_passed": (
        " They named {enough} % from update {at} on ({after} s).",
        "从第 {at} 次更新（{after} 秒）起，就认对了 {enough} %。",
    ),
    "vae_live_unused": (
        "The decoder makes no use of the code: {nats} nats, where drawing the mean digit every time costs {blind}. After few updates that "
        "is as it should be; after many, the learning rate or β is too large.",
        "解码器没有用上编码：{nats} nat，而每次都画平均数字是 {blind} nat。更新次数很少时本该如此；次数已多，则是学习率或 β 太大。",
    ),
    "vae_live_mixed": (
        "Most mixed up: {a} and {b}. Of the {both} held-out ones, {count} lie among the other class.",
        "最容易混的是 {a} 和 {b}：{both} 个留出数字中，有 {count} 个落在对方那一类里。",
    ),
    "vae_live_unmixed": ("No class lies in another one's region.", "没有哪一类落进别的类的区域。"),
    "vae_live_active": (
        "Dimensions that carry something (more than 0.01 nats): {active} of {latent}. On average the code of a digit holds {kl} "
        "nats about it. With β = {beta} the codes have a standard deviation of {spread}; the prior has 1.",
        "真正携带信息（超过 0.01 nat）的维度：{active} / {latent}。一个数字的编码平均含有 {kl} nat 的信息。"
        "β = {beta} 时，编码的标准差为 {spread}，先验为 1。",
    ),
    "vae_live_plain": (
        "With β = 0 nothing keeps the codes near the prior: their standard deviation is {spread}, the prior's is 1. Between the clouds the "
        "decoder was never asked for anything: click there.",
        "β = 0 时没有什么把编码拉向先验：编码的标准差为 {spread}，先验为 1。各团之间的地方，解码器从未被问过：点一点看看。",
    ),
    "vae_live_this": ("This run", "这一次"),
    "vae_live_last": ("The run before", "上一次"),
    "vae_live_settings": ("Settings", "设置"),
    "vae_live_set": (
        "β {beta}, {latent} dimensions, rate {lr}, digits {digits}, {step} updates",
        "β {beta}，{latent} 维，学习率 {lr}，数字 {digits}，{step} 次更新",
    ),
    "vae_live_dimensions": ("Dimensions that carry something", "携带信息的维度"),
    "vae_live_spread": ("Standard deviation of the codes", "编码的标准差"),
    "vae_live_table": (
        "On held-out digits. Nats a picture; −ELBO is reconstruction plus KL, and is a bound on −log p(x), whatever β was trained with.",
        "均在留出的数字上。单位为每张图的 nat；−ELBO 是重建项加 KL 项，无论训练时 β 取多少，它都是 −log p(x) 的上界。",
    ),
    "vae_live_data": (
        "The digits are written by this program, those to learn and the {count} held out by different hands; in training each pixel is "
        "white with the probability that its grey says. What is shown and scored is the moving average of the weights.",
        "这些数字由本程序书写，训练用的和留出的 {count} 个出自不同的“手”；"
        "训练时每个像素按其灰度的概率取白。显示和评分用的都是权重的滑动平均。",
    ),
    "vae_live_beta_zero": (
        "β = 0 is a plain autoencoder: no noise is added to the codes, and the KL term is only measured, not trained.",
        "β = 0 就是普通的自编码器：不给编码加噪声，KL 项只测量、不参与训练。",
    ),
}
