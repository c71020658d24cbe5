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
    "vae_running": ("Searching the map …", "正在地图上搜索……"),
    "vae_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "vae_not_yet": ("This picture has not been mended yet.", "这张图片还没有修复。"),
    "vae_survived": ("What survived; hatched: no evidence", "残存部分；斜线处毫无线索"),
    "vae_reads": ("reads {digit} ({sure})", "读作 {digit}（{sure}）"),
    "vae_look": (
        "After {step} updates: {fit} nats for what survived (less is a better fit), {prior} nats for being far from the middle of the map.",
        "更新 {step} 次后：与残存部分不符 {fit} 奈特（越小越吻合），离地图中心太远 {prior} 奈特。",
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
    "vae_meter_error": ("Off from the truth where nothing survived", "毫无线索之处，与真值相差"),
    "vae_meter_unseen": ("Share of the picture that is invented", "图片中编造部分所占比例"),
    "vae_method": ("Method", "方法"),
    "vae_read_as": ("A classifier reads", "分类器读作"),
    "vae_ms": ("Time / ms", "耗时 / 毫秒"),
    "vae_table_caption": (
        "PSNR over the whole picture, rounded to 8 bits; surviving pixels are put back in every repair of missing parts. ★: "
        "the best that did "
        "not need the truth to be chosen.",
        "PSNR 按整张图片、舍入到 8 位计算；修补缺失时所有方法都放回残存像素。★：不必借助真值挑选的最佳结果。",
    ),
    "vae_row_damaged": ("Damaged", "损坏的图片"),
    "vae_row_mean_fill": ("Mean of what survived", "用残存部分的平均值填充"),
    "vae_row_cnn": ("CNN, trained on photos", "CNN（用照片训练）"),
    "vae_row_pass": ("One pass: encode, decode", "一遍：编码再解码"),
    "vae_row_search": ("Search of the map", "在地图上搜索"),
    "vae_row_draw": ("One of the ten (average score)", "十种之一（平均得分）"),
    "vae_row_best": ("Best of the ten, chosen by the truth", "十种中最好的（借助真值挑选）"),
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
        "让网络走一遍比搜索高 {gain} dB：与残存部分相符的，不一定更接近真值。",
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
        "图片的 {share} 毫无线索，是编造的：那里的修复与真值相差 {error}（满值 255）。",
    ),
    "vae_said_read_one": ("The classifier reads all ten as {digit}.", "分类器把十张都读作 {digit}。"),
    "vae_said_read": (
        "The classifier reads {listed}: what survived fits more than one digit.",
        "分类器的读法：{listed}。残存部分不止符合一个数字。",
    ),
    "vae_said_read_times": ("{digit} ({times} times)", "{digit}（{times} 次）"),
    # look inside
    "vae_in_intro": (
        "Four machines taken apart, with the picture that is in the lab: choose another under Restore, and they show that one.",
        "用实验台上的图片，把四个机制拆开来看：在“修复”里换一张图片，这里就跟着换。",
    ),
    "vae_in_look": ("What to look at", "看点"),
    "vae_in_draws": ("Drawing z", "抽取 z"),
    "vae_in_terms": ("Two terms", "两项损失"),
    "vae_in_compress": ("Compression", "压缩"),
    "vae_in_average": ("Why blurred?", "为什么模糊？"),
    "vae_net_vae_digits_2d": ("2 latent numbers", "2 个潜变量"),
    "vae_net_vae_digits": ("16 latent numbers", "16 个潜变量"),
    "vae_net_vae_emoji": ("emoji", "表情符号"),
    "vae_net_vae_flowers": ("flowers", "花"),
    # drawing z
    "vae_in_draws_title": ("Reparameterisation: dice, stretched and shifted", "重参数化：把骰子拉伸再平移"),
    "vae_in_draws_intro": (
        "The encoder does not answer with a point of the latent space but with a small cloud: a mean μ and a width σ for every "
        "dimension. Training needs a point z from that cloud. It is drawn in two steps: throw dice ε that know nothing of the picture, "
        "then stretch them by σ and shift them to μ.",
        "编码器给出的不是潜空间中的一个点，而是一小团云：每一维有一个均值 μ 和一个宽度 σ。训练时要从这团云里取一个点 z，分两步来取：先掷"
        "一次与图片毫无关系的骰子 ε，再按 σ 拉伸、平移到 μ。",
    ),
    "vae_draw_network": ("Network", "网络"),
    "vae_draw_draw": ("Draw", "抽一次"),
    "vae_draw_many": ("Draw 16", "抽 16 次"),
    "vae_draw_again": ("Start again", "重新开始"),
    "vae_draw_stage": ("From the dice to the picture", "从骰子到图片"),
    "vae_draw_dice": ("1 The dice: ε from N(0, 1)", "1 骰子：ε 取自 N(0, 1)"),
    "vae_draw_cloud": ("2 This picture's cloud: z = μ + σ · ε", "2 这张图片的云：z = μ + σ · ε"),
    "vae_draw_decoded": ("3 What z decodes to", "3 由 z 解码得到"),
    "vae_draw_original": ("Picture in the lab", "实验台上的图片"),
    "vae_draw_middle": ("Decoded from μ itself", "直接由 μ 解码"),
    "vae_draw_dice_note": (
        "The bell curves along the edges are the two distributions; the ellipses are one and two σ wide. The small inset shows where "
        "the window of the cloud lies in the prior, whose circles have the radii 1 and 2.",
        "边上的钟形曲线是两维各自的分布，椭圆半径为 1 倍和 2 倍 σ。小插图标出这个窗口在先验中的位置，其中两个圆的半径为 1 和 2。",
    ),
    "vae_draw_formula": ("The numbers of this draw", "这一次抽取的数"),
    "vae_draw_all": ("All draws side by side", "所有抽取结果"),
    "vae_draw_gradient": ("Why gradients pass", "梯度为什么能传回来"),
    "vae_draw_gradient_intro": (
        "The loss L here is the first term, −log p(x|z) in nats. With ε held fixed, z is plain arithmetic in μ and σ, so the chain rule "
        "goes straight through it: ∂z/∂μ = 1 and ∂z/∂σ = ε. A sampler that hands out a finished z has no such path.",
        "这里的损失 L 是第一项 −log p(x|z)，单位奈特。固定 ε 之后，z 只是 μ 和 σ 的四则运算，链式法则直接穿过：∂z/∂μ = 1，∂z/∂σ = ε。如"
        "果采样器直接给出一个现成的 z，这条路就断了。",
    ),
    "vae_draw_with_trick": ("z = μ + σ · ε", "z = μ + σ · ε"),
    "vae_draw_without": ("a sampler in between", "中间隔着采样器"),
    "vae_draw_whole_path": (
        "Diagram: the mean, sigma and the noise give z, z gives the picture and the loss; the gradient goes the other way.",
        "示意图：均值、σ 与噪声得到 z，z 得到图片和损失；梯度沿反方向传回。",
    ),
    "vae_draw_axis": ("dimension {n}", "第 {n} 维"),
    "vae_draw_dim": ("Dimension {n}", "第 {n} 维"),
    "vae_draw_drawn": ("Draw number {n}.", "第 {n} 次抽取。"),
    "vae_draw_seed": ("The dice start from the lab's seed, {seed}.", "骰子从实验台的随机种子 {seed} 开始。"),
    "vae_draw_loss": ("Gradient of L|∂L/∂z × ∂z/∂…|autograd", "L 的梯度|∂L/∂z × ∂z/∂…|自动求导"),
    "vae_draw_row_mean": ("∂L/∂μ, dimension {n}", "∂L/∂μ，第 {n} 维"),
    "vae_draw_row_sigma": ("∂L/∂σ, dimension {n}", "∂L/∂σ，第 {n} 维"),
    "vae_draw_no_path": ("no path", "无通路"),
    "vae_draw_checked": (
        "L is {loss} nats in this draw. By the gradient, moving μ of dimension {n} by {by} changes L by {told}; done with the same ε "
        "and decoded again, it changes by {found}.",
        "这次抽取的 L 为 {loss} 奈特。按梯度推算，第 {n} 维的 μ 移动 {by}，L 变化 {told}；"
        "保持同一个 ε 真的移动并重新解码，变化为 {found}。",
    ),
    "vae_draw_empty": (
        "L is {loss} nats in this draw too, but nothing of it reaches μ and σ: autograd finds no path, and the encoder would learn "
        "nothing from this term.",
        "这次抽取的 L 同样是 {loss} 奈特，却一点也传不到 μ 和 σ：自动求导找不到通路，编码器从这一项学不到任何东西。",
    ),
    "vae_draw_alt": ("Decoded from draw number {n}", "第 {n} 次抽取的解码结果"),
    "vae_draw_note_plane": (
        "This network has {size} latent numbers: the planes show all of them.",
        "这个网络有 {size} 个潜变量，平面上全部画出。",
    ),
    "vae_draw_note_strong": (
        "This network has {size} latent numbers, and all are drawn; the planes show the two that say most about this picture (largest "
        "KL).",
        "这个网络有 {size} 个潜变量，每个都会抽取；平面上只画出对这张图片最重要的两个（KL 最大）。",
    ),
    "vae_draw_look_1": (
        "Draw several times: the dice on the left fall anywhere, yet the pictures hardly differ. Where σ is small, the encoder is sure "
        "of the place.",
        "多抽几次：左边的骰子落在哪里都可能，图片却相差很小。σ 小，说明编码器对位置很有把握。",
    ),
    "vae_draw_look_2": (
        "The gradient of σ changes its sign with ε: a wider cloud helps in one draw and hurts in the next. Over many draws it tells how "
        "wide is best.",
        "∂L/∂σ 的正负随 ε 而变：云更宽，这一次有利，下一次有害。平均许多次，才知道多宽最好。",
    ),
    "vae_draw_look_3": (
        "Put a sampler in between: the same loss, the same numbers forward, and a gradient of 0. That is all the trick is for.",
        "把采样器放在中间：前向的数和损失都一样，梯度却是 0。这个技巧要解决的就是这一点。",
    ),
    # two terms
    "vae_in_terms_title": ("Two terms that pull against each other", "互相拉扯的两项"),
    "vae_in_terms_intro": (
        "The loss of a VAE is a bill with two lines, both in nats. Reconstruction: how surprised the decoder is by the picture. KL: how "
        "much the picture's cloud says that the prior, a standard normal distribution, did not say already. β is the price of the "
        "second line: move it through four networks that were trained with it.",
        "VAE 的损失像一张有两行的账单，单位都是奈特。重建：解码器对这张图片有多意外。KL：这张图片的云比先验（标准正态分布）多说了多少。"
        "β 是第二行的单价：拖动它，看四个以不同 β 训练出来的网络。",
    ),
    "vae_term_network": ("Network", "网络"),
    "vae_term_own": ("this picture's own network", "这张图片自己的网络"),
    "vae_term_plane": ("2 latent numbers", "2 个潜变量"),
    "vae_term_wide": ("16 latent numbers", "16 个潜变量"),
    "vae_term_conv": ("16, with convolutions", "16 个，用卷积"),
    "vae_term_beta": ("β, the weight of the KL", "β，KL 的权重"),
    "vae_term_beta_is": ("β = {beta}", "β = {beta}"),
    "vae_term_bars": ("KL of each dimension, in nats", "每一维的 KL（奈特）"),
    "vae_term_bars_alt": (
        "Bars: the KL of each latent dimension; the numbers of the largest stand below",
        "柱状图：每个潜变量的 KL，最大的几个数值列在下面",
    ),
    "vae_term_legend_picture": ("the picture", "图片"),
    "vae_term_legend_again": ("its reconstruction, encoded again", "它的重建，再次编码"),
    "vae_term_formula": ("The KL of one dimension, filled in", "一维的 KL，代入数值"),
    "vae_term_map": ("Where the digits lie", "数字落在哪里"),
    "vae_term_map_alt": (
        "Map: the mean of 300 digits, each drawn as its digit; circles of radius 1 and 2 show the prior; a cross is the picture in the "
        "lab",
        "地图：300 个数字的均值，各以其数字标出；半径 1 和 2 的圆表示先验；十字是实验台上的图片",
    ),
    "vae_term_ring": (
        "Each digit stands where the encoder puts its mean (of 16 numbers, the two that carry most). The circles are the prior, radii 1 "
        "and 2: 39 % and 86 % of it lie inside, in two dimensions. The gold cross is the picture in the lab, the ellipse its cloud, two "
        "σ wide.",
        "每个数字画在编码器给出的均值处（16 维时取最重要的两维）。两个圆表示先验，半径 1 和 2：二维时分别包含它的 39 % 和 86 %。金色十字"
        "是实验台上的图片，椭圆是它的云，半径为 2 倍 σ。",
    ),
    "vae_term_samples": ("Decoded from the prior: pictures that nobody drew", "从先验解码：没有人画过的图片"),
    "vae_term_sample_alt": ("Sample {n} from the prior", "先验的第 {n} 个样本"),
    "vae_term_all": ("All networks beside each other", "所有网络对照"),
    "vae_term_numbers": ("What the numbers say", "数字说明了什么"),
    "vae_term_of": ("Bill", "账单"),
    "vae_term_reconstruction": ("reconstruction / nats", "重建 / 奈特"),
    "vae_term_kl": ("KL / nats", "KL / 奈特"),
    "vae_term_total": ("sum (−ELBO)", "合计（−ELBO）"),
    "vae_term_psnr": ("PSNR / dB", "PSNR / dB"),
    "vae_term_active": ("active: by KL / by variance", "活跃维数：按 KL / 按方差"),
    "vae_term_overlap": ("overlap", "重叠"),
    "vae_term_holes": ("holes", "空洞"),
    "vae_term_legible": ("legible samples", "可辨认的样本"),
    "vae_term_row_picture": ("The picture", "图片"),
    "vae_term_row_again": ("Its reconstruction", "它的重建"),
    "vae_term_bill": (
        "Reconstruction: mean of {draws} draws of z. The density of a colour picture can exceed 1, so its term may be negative.",
        "重建：对 z 抽取 {draws} 次取平均。彩色图片的概率密度可以大于 1，所以这一项可能为负。",
    ),
    "vae_term_dim": ("Dimension {n}", "第 {n} 维"),
    "vae_term_dim_alone": ("latent dimension", "潜变量的维"),
    "vae_term_nats": ("nats", "奈特"),
    "vae_term_axis": ("dimension {n}", "第 {n} 维"),
    "vae_term_no_kl": ("β = 0: no noise, no KL. This is a plain autoencoder.", "β = 0：没有噪声，也没有 KL，就是普通的自编码器。"),
    "vae_term_stand_in": (
        "The saved networks of different β know digits only. In the place of your picture ({subject}) stands digit number {number} of "
        "the lab.",
        "不同 β 的网络只认识数字。这里用实验台的第 {number} 个数字代替你的图片（{subject}）。",
    ),
    "vae_term_say_plain": (
        "Nothing keeps the codes together: they spread up to {spread} times as wide as the prior, and {holes} % of draws from the prior "
        "have no digit's code within {near} (of {count} digits): holes, of which the decoder knows nothing.",
        "没有什么把编码约束在一起：它们散布的范围达先验的 {spread} 倍；从先验抽取的点中有 {holes} % 在 {near} 以内没有任何数字的编码（共"
        " {count} 个数字）：这些空洞解码器从未见过。",
    ),
    "vae_term_say_plane": (
        "A draw from one digit's cloud lands nearer to another digit's mean in {overlap} % of cases (of {count} digits): overlap. "
        "{holes} % of draws from the prior have no digit's code within {near}: holes.",
        "从一个数字的云里抽取的点，有 {overlap} % 更靠近别的数字的均值（共 {count} 个数字）：这就是重叠。从先验抽取的点有 {holes} % 在 "
        "{near} 以内没有任何编码：这就是空洞。",
    ),
    "vae_term_say_wide": (
        "In {size} dimensions there is room: only a share of {overlap} % of draws from a digit's cloud lands nearer to another digit's "
        "mean.",
        "在 {size} 维里空间宽裕：从一个数字的云里抽取的点，只有 {overlap} % 更靠近别的数字的均值。",
    ),
    "vae_term_say_active": (
        "{by_kl} of {size} dimensions carry more than {least} nats on average; by the variance of the means (Burda et al. 2015) "
        "{by_variance} are active. A dimension that is not has collapsed onto the prior and says nothing.",
        "{size} 维中有 {by_kl} 维平均携带超过 {least} 奈特；按均值的方差判断（Burda 等，2015），有 {by_variance} 维活跃。不活跃的维塌缩到"
        "先验上，什么也不说。",
    ),
    "vae_term_say_active_plain": (
        "The KL is not counted here; by the variance of the means (Burda et al. 2015) {by_variance} of {size} dimensions are active.",
        "这里不计 KL；按均值的方差判断（Burda 等，2015），{size} 维中有 {by_variance} 维活跃。",
    ),
    "vae_term_say_better": (
        "Its reconstruction costs {nats} nats less than that of two numbers at β = 1 ({psnr} dB against {one} dB).",
        "它的重建比“2 个潜变量、β = 1”少 {nats} 奈特（{psnr} dB 对 {one} dB）。",
    ),
    "vae_term_say_worse": (
        "Its reconstruction costs {nats} nats more than that of two numbers at β = 1 ({psnr} dB against {one} dB).",
        "它的重建比“2 个潜变量、β = 1”多 {nats} 奈特（{psnr} dB 对 {one} dB）。",
    ),
    "vae_term_say_legible": (
        "Of 1000 samples from the prior, the digit classifier is sure (above {sure} %) of {share} %; of the digits themselves it is "
        "sure of {real} %.",
        "从先验抽取 1000 个样本，数字分类器有把握（超过 {sure} %）的占 {share} %；对数字本身，有把握的占 {real} %。",
    ),
    "vae_term_say_own": (
        "{used} of {size} dimensions carry more than {least} nats about this picture, {kl} nats in all: so much of it is told beyond "
        "the prior.",
        "{size} 维中有 {used} 维为这张图片携带超过 {least} 奈特，合计 {kl} 奈特：这就是先验之外说出的信息量。",
    ),
    "vae_term_caption": (
        "{count} digits written by this lab. Active: dimensions above {least} nats, and above {least} in the variance of their means. "
        "Holes: draws from the prior with no code within {near}. Legible: samples that the classifier is sure of.",
        "本实验台书写的 {count} 个数字。活跃：超过 {least} 奈特的维数，以及均值方差超过 {least} 的维数。空洞：先验中 {near} 以内没有编码"
        "的抽取点。可辨认：分类器有把握的样本。",
    ),
    "vae_term_look_1": (
        "Move β from 0 to 4 and watch the map: first scattered far outside the circles, then pulled into them, then so tight that "
        "clouds cover each other.",
        "把 β 从 0 拖到 4，看地图：先是远远散在圆外，然后被拉进圆里，最后挤得云与云互相覆盖。",
    ),
    "vae_term_look_2": (
        "Compare the samples: a plain autoencoder has a map, too, but most of the prior is a hole in it.",
        "比较样本：普通的自编码器也有一张地图，但先验的大部分落在它的空洞里。",
    ),
    "vae_term_look_3": (
        "The reconstruction usually costs less than the picture: what came back has lost what the decoder finds surprising.",
        "重建图的账单通常比图片便宜：解码器觉得意外的东西，已经丢掉了。",
    ),
    # compression
    "vae_in_compress_title": ("A picture in a handful of bytes", "几个字节装下一张图片"),
    "vae_in_compress_intro": (
        "A code is a short list of numbers. Round each to so many bits, pack the bits, and the picture is a few bytes that the decoder "
        "can turn back. How good is that, beside JPEG?",
        "编码就是一小串数。每个数取若干比特，拼在一起，图片就成了几个字节，解码器能把它还原。与 JPEG 相比，效果如何？",
    ),
    "vae_byte_size": ("Latent numbers", "潜变量个数"),
    "vae_byte_bits": ("Bits for each", "每个数的比特数"),
    "vae_byte_bits_are": ("{bits} ({levels} levels)", "{bits}（{levels} 级）"),
    "vae_byte_quality": ("JPEG quality", "JPEG 质量"),
    "vae_byte_quality_is": ("{quality} of 95", "{quality}（最高 95）"),
    "vae_byte_original": ("Original: {raw} bytes raw, {png} as PNG", "原图：未压缩 {raw} 字节，PNG {png} 字节"),
    "vae_byte_code": ("Code: {bytes} bytes ({total} bits), {psnr} dB", "编码：{bytes} 字节（{total} 比特），{psnr} dB"),
    "vae_byte_jpeg": (
        "JPEG: file {bytes} bytes, of which {payload} hold the picture, {psnr} dB",
        "JPEG：文件 {bytes} 字节，其中图像数据 {payload} 字节，{psnr} dB",
    ),
    "vae_byte_said": (
        "The code takes {code} bytes for {a} dB. The JPEG file takes {file} bytes ({times} times as many) for {b} dB; without its "
        "header and tables it is {payload} bytes ({bare} times).",
        "编码用 {code} 字节，得到 {a} dB。JPEG 文件用 {file} 字节（{times} 倍），得到 {b} dB；去掉文件头和码表后为 {payload} 字节（"
        "{bare} 倍）。",
    ),
    "vae_byte_the_bytes": ("The whole picture, as bytes", "整张图片的全部字节"),
    "vae_byte_bytes_note": (
        "These {bytes} bytes, in hexadecimal, are all that the decoded picture above is made from: besides them the decoder needs only "
        "its own weights, {weights} MB, which both sides must have and which are not counted.",
        "上面的解码结果只用到这 {bytes} 个字节（十六进制）。除此之外，解码器只需要自己的权重：{weights} MB，收发双方都要有，没有计入。",
    ),
    "vae_byte_chart": ("Quality against bytes", "质量与字节数"),
    "vae_byte_chart_alt": (
        "Chart: PSNR against bytes. Codes of each size rise with their bits and then stay level; JPEG starts at more bytes and rises "
        "above them",
        "图表：PSNR 与字节数。各种大小的编码随比特数上升，然后走平；JPEG 从更多字节开始，随后超过它们",
    ),
    "vae_byte_chart_digits": (
        "Mean of {count} digits written by this lab, grey, 28 × 28 pixels, rounded to 8 bits. Codes: the encoder's mean, each number in "
        "even steps over ±{reach}, 1 to 8 bits. JPEG: qualities 1 to 95; whole files with code tables of their own (the smallest that "
        "Pillow writes), and the picture's data alone with the standard's tables. The rings are what is shown above.",
        "本实验台书写的 {count} 个数字的平均，灰度，28 × 28 像素，取整到 8 位。编码：编码器的均值，每个数在 ±{reach} 内等间隔量化，1 到 "
        "8 比特。JPEG：质量 1 到 95；一条是带自有码表的完整文件（Pillow 能写出的最小文件），另一条只算用标准码表的图像数据。圆圈标出上面"
        "显示的图片。",
    ),
    "vae_byte_chart_own": (
        "This picture alone, RGB, rounded to 8 bits. Codes: the encoder's mean, each number in even steps over ±{reach}, 1 to 8 bits. "
        "JPEG: qualities 1 to 95. The rings are what is shown above. (Averages, below, are of {count} digits.)",
        "仅这一张图片，RGB，取整到 8 位。编码：编码器的均值，每个数在 ±{reach} 内等间隔量化，1 到 8 比特。JPEG：质量 1 到 95。圆圈标出上"
        "面显示的图片。（下面的平均值来自 {count} 个数字。）",
    ),
    "vae_byte_one_size": (
        "Of {subject} there is one network, with {size} latent numbers; for digits there are five sizes.",
        "{subject}只有一个网络，{size} 个潜变量；数字有五种大小。",
    ),
    "vae_byte_bytes_axis": ("bytes (logarithmic scale)", "字节（对数刻度）"),
    "vae_byte_psnr_axis": ("PSNR / dB", "PSNR / dB"),
    "vae_byte_sizes": ("code of {size} numbers", "{size} 个数的编码"),
    "vae_byte_jpeg_file": ("JPEG file", "JPEG 文件"),
    "vae_byte_jpeg_payload": ("JPEG without header and tables", "JPEG，不计文件头和码表"),
    "vae_byte_png": ("PNG, lossless", "PNG，无损"),
    "vae_byte_numbers": ("What the numbers say, of digits", "数字说明了什么（数字图片）"),
    "vae_byte_say_best": (
        "Codes stop at {best} dB, however many bits they get: {size} numbers at {bits} bits, {bytes} bytes, come within half a dB of it.",
        "编码最多到 {best} dB，比特再多也没用：{size} 个数、每个 {bits} 比特，共 {bytes} 字节，就已相差不到 0.5 dB。",
    ),
    "vae_byte_say_least": (
        "JPEG cannot be smaller than {file} bytes here, at {psnr} dB, and only {payload} of them ({share} %) hold the picture: so small "
        "a picture is mostly header.",
        "这里 JPEG 最小也要 {file} 字节（{psnr} dB），其中只有 {payload} 字节（{share} %）是图像数据：图片这么小，文件里大部分是文件头。",
    ),
    "vae_byte_say_wins": (
        "JPEG wins wherever quality counts: a file of {file} bytes, or {payload} without header and tables, beats the best code ({best} "
        "dB), and it goes on to {fine} dB at {large} bytes. A PNG of {png} bytes loses nothing at all.",
        "只要看重质量，JPEG 就赢：{file} 字节的文件（不计文件头和码表为 {payload} 字节）就超过最好的编码（{best} dB），到 {large} 字节可"
        "达 {fine} dB。{png} 字节的 PNG 则毫无损失。",
    ),
    "vae_byte_say_weights": (
        "And the code is not alone: decoders of {low} to {high} MB stand behind it, which know digits and nothing else. JPEG knows any "
        "picture.",
        "而且编码并不是全部：它背后有 {low} 到 {high} MB 的解码器，只认识数字。JPEG 则什么图片都能存。",
    ),
    "vae_byte_look_1": (
        "Take 8 numbers and lower the bits: the digit first loses its hand, then its class. What is left is what all digits have in "
        "common.",
        "取 8 个数，逐渐减少比特：先丢掉笔迹，再丢掉是哪个数字。剩下的是所有数字共有的样子。",
    ),
    "vae_byte_look_2": (
        "Errors differ in kind: a starved JPEG shows blocks, a starved code shows a clean digit that is somebody else's.",
        "出错的方式不同：字节不够时，JPEG 出现方块；编码给出的却是一个干净的、别人写的数字。",
    ),
    "vae_byte_look_3": (
        "On the left of the chart there is no JPEG at all; on the right there is no code. The two answer different questions.",
        "图表左边根本没有 JPEG，右边根本没有编码：两者回答的是不同的问题。",
    ),
    # why blurred
    "vae_in_average_title": ("Why blurred? The mean of all that could be", "为什么模糊？一切可能的平均"),
    "vae_in_average_intro": (
        "Lay two digits over each other and cover the half in which they differ: what is left fits both. Which one was it? Whoever must "
        "give one answer, and pays the squared error, does best to answer with neither.",
        "把两个数字叠在一起，盖住它们不同的那一半：剩下的与两者都吻合。原来是哪一个？如果只能给一个答案，又按平方误差扣分，最好的答案两"
        "个都不是。",
    ),
    "vae_mean_first": ("It could be this", "可能是这个"),
    "vae_mean_second": ("or this", "也可能是这个"),
    "vae_mean_digit": ("A {digit}, digit number {n} of the lab", "{digit}，实验台的第 {n} 个数字"),
    "vae_mean_own": ("The picture in the lab", "实验台上的图片"),
    "vae_mean_half": ("Covered", "盖住"),
    "vae_mean_half_left": ("left half", "左半"),
    "vae_mean_half_right": ("right half", "右半"),
    "vae_mean_half_upper": ("upper half", "上半"),
    "vae_mean_half_lower": ("lower half", "下半"),
    "vae_mean_digits_only": (
        "This exhibit is made of digits, whatever is in the lab: of two flowers nobody could say that both fit.",
        "不论实验台上是什么，这里都用数字：两朵花就很难说两者都吻合了。",
    ),
    "vae_mean_two": ("What is seen, and three answers", "看到的部分，和三种答案"),
    "vae_mean_is_seen": ("What is seen: one half, the mean of both there", "看到的：半张图，取两者在那里的平均"),
    "vae_mean_is_first": ("Answer: the first", "答案：第一个"),
    "vae_mean_is_second": ("Answer: the second", "答案：第二个"),
    "vae_mean_is_mean": ("Answer: the mean of both", "答案：两者的平均"),
    "vae_mean_is_drawn_mean": ("Mean of {draws} draws", "{draws} 次抽取的平均"),
    "vae_mean_errors": ("What each answer costs", "每种答案的代价"),
    "vae_mean_answer": ("Answer", "答案"),
    "vae_mean_if_first": ("error if it was the first", "若是第一个，误差"),
    "vae_mean_if_second": ("if it was the second", "若是第二个"),
    "vae_mean_expected": ("expected", "期望"),
    "vae_mean_psnr": ("PSNR / dB", "PSNR / dB"),
    "vae_mean_unsure": ("grey of the ink", "墨迹中的灰色"),
    "vae_mean_row_first": ("The first", "第一个"),
    "vae_mean_row_second": ("The second", "第二个"),
    "vae_mean_row_mean": ("The mean of both", "两者的平均"),
    "vae_mean_row_drawn_mean": ("The network: mean of {draws} draws", "网络：{draws} 次抽取的平均"),
    "vae_mean_caption": (
        "Squared error, summed over the {pixels} covered pixels (values from 0 to 1); both digits are equally likely. PSNR: of the "
        "expected error. Grey: of the pixels brighter than a quarter, those that are not brighter than three quarters.",
        "平方误差，对被盖住的 {pixels} 个像素求和（取值 0 到 1）；两个数字可能性相同。PSNR 由期望误差算出。灰色：亮度超过 1/4 的像素中，"
        "不到 3/4 的比例。",
    ),
    "vae_mean_say_half": (
        "Choosing one of the two costs {one} on average, right half the time. Their mean, which is never right, costs {mean}: half as "
        "much. Squared error pays for hedging, and hedging looks grey.",
        "二选一平均代价 {one}，一半的时候是对的。两者的平均从来不对，代价却只有 {mean}，正好一半。平方误差奖励两边下注，而两边下注看起来"
        "就是灰的。",
    ),
    "vae_mean_say_same": (
        "The two are the same in the covered half: there is nothing to be unsure of. Choose two that differ.",
        "两个数字在被盖住的一半里完全相同，没有什么可犹豫的。请选择两个不同的数字。",
    ),
    "vae_mean_decoder": ("What the network answers", "网络的回答"),
    "vae_mean_decoder_note": (
        "The conditional VAE sees the same half. Each draw of z is one answer that fits; the large picture is the mean of all of them, "
        "what a network that may give one answer only is taught to give.",
        "条件 VAE 看到同样的半张图。每抽取一次 z 就得到一个吻合的答案；大图是所有答案的平均，只许给一个答案的网络学到的就是它。",
    ),
    "vae_mean_read": ("{digit}: {count}", "{digit}：{count} 个"),
    "vae_mean_say_psnr": (
        "The mean of {draws} draws scores {mean} dB, single draws {single} dB on average: {more} dB more for a picture that nobody "
        "would call sharper.",
        "{draws} 次抽取的平均得 {mean} dB，单次抽取平均 {single} dB：高出 {more} dB，可没有人会说它更清晰。",
    ),
    "vae_mean_say_grey": (
        "Of the ink in the covered half, {mean} % is grey in the mean and {single} % in single draws: the mean is where the blur comes "
        "from.",
        "被盖住的一半里，平均图的墨迹有 {mean} % 是灰的，单次抽取只有 {single} %：模糊就来自求平均。",
    ),
    "vae_mean_say_grey_less": (
        "Of the ink in the covered half, {mean} % is grey in the mean and {single} % in single draws: here the draws agree, or each is "
        "blurred itself.",
        "被盖住的一半里，平均图的墨迹有 {mean} % 是灰的，单次抽取为 {single} %：这里各次抽取彼此一致，或者每一次本身就是模糊的。",
    ),
    "vae_mean_say_read": ("A classifier reads the {draws} draws as {counts}.", "分类器把这 {draws} 次抽取读作：{counts}。"),
    "vae_mean_look_1": (
        "Single draws commit themselves: a 3 here, an 8 there. Only their mean shows both at once.",
        "单次抽取各自拿定主意：这个是 3，那个是 8。只有平均图同时显出两者。",
    ),
    "vae_mean_look_2": (
        "Cover the half in which the two agree: nothing is left to guess, and the blur is gone.",
        "改为盖住两者相同的那一半：没有什么可猜，模糊也就消失了。",
    ),
    "vae_mean_look_3": (
        "A VAE's decoder answers with the mean of p(x|z) for every z. Whatever z does not say, it must average over; a small latent "
        "space says little.",
        "VAE 的解码器对每个 z 都回答 p(x|z) 的均值。z 没有说的，它只能取平均；潜空间越小，说出的就越少。",
    ),
    # latent space
    "vae_plane_title": ("A map of digits", "数字地图"),
    "vae_plane_intro": (
        "Click anywhere on the map: the decoder paints the picture that lies there. Hold and drag, and the picture follows your finger. "
        "Every point has only two numbers, z₁ and z₂, and they are all that the decoder is told. Each coloured numeral is one of {count} "
        "written digits, at the place where the encoder put it.",
        "点击地图上任意位置：解码器会画出那里的图片。按住并拖动，图片就跟着手指变化。每个点只有两个数 z₁ 和 z₂，解码器知道的就只有这两个"
        "数。"
        "每个彩色数字代表 {count} 个手写数字中的一个，位置由编码器决定。",
    ),
    "vae_plane_map": (
        "Map of digits in two dimensions. Arrow keys move the point, with Shift five times as far.",
        "二维的数字地图。用方向键移动点，按住 Shift 时移动五倍距离。",
    ),
    "vae_plane_show": ("What the map shows", "地图上显示什么"),
    "vae_plane_points": ("Digits", "手写数字"),
    "vae_plane_grid": ("Decoded everywhere", "处处解码"),
    "vae_plane_legend": ("Show one class alone", "只看一个类别"),
    "vae_plane_class": ("Show the digits {digit} alone", "只看数字 {digit}"),
    "vae_plane_here": ("Decoded at z = {z}", "解码 z = {z}"),
    "vae_plane_seen": (
        "The picture decoded at z = {z}; the nearest written digit is a {digit}.",
        "在 z = {z} 处解码出的图片；最近的手写数字是 {digit}。",
    ),
    "vae_plane_nearest": (
        "The nearest written digit is a {digit}, {away} away. The encoder says of it: mean {mean}, log-variance {logvar}, which is "
        "σ = {sigma}. The ellipses about it are 1 and 2 σ.",
        "最近的手写数字是 {digit}，距离 {away}。编码器对它给出：均值 {mean}，对数方差 {logvar}，即 σ = {sigma}。它周围的椭圆是 1 σ 和 2 "
        "σ。",
    ),
    "vae_plane_nearest_plain": (
        "The nearest written digit is a {digit}, {away} away, at {mean}.",
        "最近的手写数字是 {digit}，距离 {away}，位于 {mean}。",
    ),
    "vae_plane_edge": (
        "The map ends at ±{limit}. The point was put at its edge: further out lies next to no digit, and the decoder was never asked.",
        "地图到 ±{limit} 为止，点已放到边缘：再往外几乎没有数字，解码器也从未在那里训练过。",
    ),
    "vae_plane_near": ("Nearest written digit", "最近的手写数字"),
    "vae_plane_path": ("Your way, picture by picture", "你走过的路，一张张图片"),
    "vae_plane_beta": ("Weight of the KL term", "KL 项的权重"),
    "vae_plane_b": ("β = {beta}", "β = {beta}"),
    "vae_plane_yours": ("Where your pictures lie (press one to go there)", "你的图片在哪里（按一下就过去）"),
    "vae_plane_board": ("Draw a digit here", "在这里写一个数字"),
    "vae_plane_board_label": (
        "Drawing board: draw a digit with the mouse or a finger; it lands on the map.",
        "画板：用鼠标或手指写一个数字，它会落到地图上。",
    ),
    "vae_plane_wipe": ("Wipe", "擦除"),
    "vae_plane_clean": ("The lab's digit", "实验台上的数字"),
    "vae_plane_damaged": ("The same, damaged", "损坏后的同一张"),
    "vae_plane_drawn": ("Your drawing", "你写的数字"),
    "vae_plane_says": (
        "mean {mean}, log-variance {logvar}, σ = {sigma}",
        "均值 {mean}，对数方差 {logvar}，σ = {sigma}",
    ),
    "vae_plane_says_plain": ("at {mean}", "位于 {mean}"),
    "vae_plane_beyond": ("outside the map, marked at its edge", "在地图之外，标在边缘上"),
    "vae_plane_no_digit": (
        "The lab holds another kind of picture. Choose digits in Restore, and yours lands here too.",
        "实验台上是另一类图片。在“修复”中选择数字，它也会落到这里。",
    ),
    "vae_plane_centred": (
        "Your drawing was made 20 pixels high or wide and moved to the middle, like the digits that the network learned from.",
        "你的数字已缩放到 20 像素高或宽，并移到中央，与网络学习用的数字一样。",
    ),
    "vae_plane_numbers": ("What β does", "β 的作用"),
    "vae_plane_caption": (
        "Measured on the {count} written digits. Reconstruction and KL in nats a digit. Spread: standard deviation of the codes; the prior "
        "has 1. Mixed: digits whose nearest neighbour is of another class. Empty: points drawn from the prior with no digit within "
        "{radius}; for {count} draws from the prior itself it would be {ideal} %. With β = 0 no variance is learned, so there is no KL.",
        "在 {count} 个手写数字上测量。重建与 KL 的单位是每个数字的奈特数。分散：编码的标准差，先验为 1。混杂：最近邻属于另一类别的数字。"
        "空白：从先验抽取的点中，{radius} 以内没有数字的比例；若 {count} 个编码本身就来自先验，则为 {ideal} %。β = 0 时没有学习方差，"
        "也就没有 KL。",
    ),
    "vae_plane_c_beta": ("β", "β"),
    "vae_plane_c_reconstruction": ("Reconstruction", "重建"),
    "vae_plane_c_kl": ("KL", "KL"),
    "vae_plane_c_spread": ("Spread", "分散"),
    "vae_plane_c_overlap": ("Mixed", "混杂"),
    "vae_plane_c_holes": ("Empty", "空白"),
    "vae_look_holes": (
        "β = {beta}: look for holes. {holes} of 100 points drawn from the prior have no digit near them, and the codes spread {spread} "
        "times as wide as the prior. Click between the clouds and see what is decoded where no digit lies.",
        "β = {beta}：看空白。从先验抽取的 100 个点中，有 {holes} 个附近没有数字；编码的分散程度是先验的 {spread} 倍。"
        "点一点各团之间，看看没有数字的地方会解码出什么。",
    ),
    "vae_look_overlap": (
        "β = {beta}: look for overlap. The codes spread {spread} (the prior 1), and {overlap} of 100 digits have a neighbour of another "
        "class, the most of the four maps.",
        "β = {beta}：看重叠。编码的分散程度为 {spread}（先验为 1），100 个数字里有 {overlap} 个的最近邻属于另一类别，是四张地图中最多的。",
    ),
    "vae_look_even": (
        "β = {beta}: look how evenly the plane is filled. The codes spread {spread} (the prior 1); {holes} of 100 points drawn from the "
        "prior have no digit near them, and {overlap} of 100 digits have a neighbour of another class.",
        "β = {beta}：看平面填得多均匀。编码的分散程度为 {spread}（先验为 1）；从先验抽取的 100 个点中有 {holes} 个附近没有数字；"
        "100 个数字里有 {overlap} 个的最近邻属于另一类别。",
    ),
    "vae_look_price": (
        "A digit costs {reconstruction} nats to paint when its code is known and {kl} nats to say the code, {sum} together.",
        "已知编码时，画出一个数字要 {reconstruction} 奈特；说出编码要 {kl} 奈特；合计 {sum} 奈特。",
    ),
    "vae_look_point": (
        "A plain autoencoder: each digit is a point, not a cloud, and nothing asks the points to lie close together.",
        "这是普通的自编码器：每个数字是一个点，而不是一团云，也没有什么要求这些点靠在一起。",
    ),
    "vae_film_title": ("How the map was learned", "地图是怎样学出来的"),
    "vae_film_intro": (
        "Press Play, or pull the slider: the same {count} digits at saved moments of one training run. In the beginning all lie on one "
        "heap, and the plane decodes to the same grey everywhere; then it unfolds.",
        "按“播放”，或拖动滑块：同样的 {count} 个数字，在同一次训练的不同时刻。开始时它们堆在一处，整个平面解码出同一片灰色；"
        "然后地图慢慢展开。",
    ),
    "vae_film_play": ("Play", "播放"),
    "vae_film_pause": ("Pause", "暂停"),
    "vae_film_moment": ("Moment of training", "训练时刻"),
    "vae_film_step": ("after {step} updates", "更新 {step} 次后"),
    "vae_film_map": ("The digits on the map at the chosen moment of training", "所选训练时刻地图上的数字"),
    "vae_film_decoded": (
        "What the plane decodes to at that moment, from −{reach} to {reach}",
        "那一时刻平面解码出的图片，从 −{reach} 到 {reach}",
    ),
    "vae_film_said": (
        "After {step} updates: reconstruction {reconstruction} nats, KL {kl} nats; {overlap} of 100 digits have a neighbour of another "
        "class.",
        "更新 {step} 次后：重建 {reconstruction} 奈特，KL {kl} 奈特；100 个数字里有 {overlap} 个的最近邻属于另一类别。",
    ),
    "vae_kinds": ("Kind of picture", "图片种类"),
    "vae_slide_title": ("Eight directions", "八个方向"),
    "vae_slide_intro": (
        "Pull a slider. Two dimensions hold little; these maps have many more. Nobody can draw such a map, but one can find "
        "the eight directions in which the codes of pictures spread most (principal components) and move the picture in the lab along "
        "them.",
        "拖动滑块。两个维度装不下多少东西；这里的地图维度多得多，没人画得出来，但可以找出图片的编码散得最开的八个方向"
        "（主成分），让实验台上的图片沿着它们移动。",
    ),
    "vae_slide_picture": ("Picture", "图片"),
    "vae_slide_start": ("Encoded and decoded", "编码再解码"),
    "vae_slide_moved": ("Moved", "移动后"),
    "vae_slide_zero": ("All to 0", "全部归零"),
    "vae_slide_name": ("Direction {n}, {share} % of the spread", "方向 {n}，占分散的 {share} %"),
    "vae_slide_from_lab": ("It starts at the picture in the lab.", "从实验台上的图片出发。"),
    "vae_slide_from_first": (
        "The lab holds another kind of picture, so it starts at the first that comes with Kintsugi.",
        "实验台上是另一类图片，因此从 Kintsugi 自带的第一张出发。",
    ),
    "vae_slide_unit": (
        "A slider's unit is the standard deviation of the codes along its direction; the little pictures are 2 of them down and up.",
        "滑块的单位是编码在该方向上的标准差；两端的小图是向下和向上移动 2 个标准差。",
    ),
    "vae_slide_said": (
        "This map has {dimensions} dimensions. The eight directions hold {share} % of the spread of {count} codes.",
        "这张地图有 {dimensions} 维。八个方向占了 {count} 个编码总分散的 {share} %。",
    ),
    "vae_slide_meaning": (
        "A direction is where codes spread most. Nobody gave it a meaning, and it often changes several things at once: say what you see.",
        "方向只是编码散得最开的地方，没有人赋予它含义，它往往同时改变好几样东西：说说你看到了什么。",
    ),
    "vae_slide_few": (
        "They were found from only {count} pictures, mirror images counted: another set would give others.",
        "它们只由 {count} 张图片（含镜像）得出：换一批图片，方向也会不同。",
    ),
    "vae_walk_title": ("A walk between two pictures", "在两张图片之间漫步"),
    "vae_walk_intro": (
        "Choose two pictures. Nine codes on the way from one to the other are decoded: along the straight line, and along the arc that "
        "keeps its distance from 0. Below them, for contrast, the two pictures faded into one another pixel by pixel.",
        "选两张图片。从一张到另一张的路上取九个编码来解码：一条走直线，一条走与原点保持距离的弧线。下面是对照：两张图片逐像素淡入淡出。",
    ),
    "vae_walk_first": ("From", "从"),
    "vae_walk_last": ("To", "到"),
    "vae_walk_line": ("Line", "直线"),
    "vae_walk_sphere": ("Sphere", "球面"),
    "vae_walk_blend": ("Pixel average", "像素平均"),
    "vae_walk_alt": ("{row}: nine pictures from {kind} {first} to {kind} {last}", "{row}：从{kind} {first} 到{kind} {last} 的九张图片"),
    "vae_walk_lengths": (
        "Half way, the line is {line} from 0 and the sphere {sphere}; the two ends are {first} and {last}, and codes in general about "
        "{radius}.",
        "走到一半时，直线离原点 {line}，球面离原点 {sphere}；两端分别为 {first} 和 {last}，编码一般约为 {radius}。",
    ),
    "vae_walk_inside": (
        "The line takes a short cut: half way it is {share} % as far out as the sphere, where hardly any code lies. Compare the middle "
        "pictures of the two rows.",
        "直线抄了近路：半路上它离原点只有球面的 {share} %，那里几乎没有编码。比较两行正中间的图片。",
    ),
    "vae_walk_alike": (
        "These two lie in nearly the same direction: half way, the line is {share} % as far out as the sphere, and the rows hardly differ.",
        "这两张的编码方向接近：半路上直线离原点是球面的 {share} %，两行几乎一样。",
    ),
    "vae_walk_double": (
        "The pixel average has both pictures in it at half strength, a double exposure. Each picture above it was decoded from one code.",
        "像素平均里两张图片各占一半，像二次曝光。上面两行的每一张都由一个编码解码而来。",
    ),
    "vae_sums_title": ("Arithmetic with codes", "编码的加减"),
    "vae_sums_intro": (
        "Take a digit's code, subtract the mean code of one class and add that of another. Does the hand stay and the digit change? "
        "(16 dimensions; the means are those of the written digits.)",
        "取一个数字的编码，减去一个类别的平均编码，再加上另一个类别的平均编码。笔迹会保留、数字会改变吗？（16 维；平均值来自手写数字。）",
    ),
    "vae_sums_digit": ("Digit", "数字"),
    "vae_sums_mean": ("Mean of the {select}", "{select} 的平均"),
    "vae_sums_minus": ("Class to subtract", "要减去的类别"),
    "vae_sums_plus": ("Class to add", "要加上的类别"),
    "vae_sums_result": ("Result", "结果"),
    "vae_sums_read": (
        "A digit classifier takes the result for a {read}, with a probability of {sure} %.",
        "数字分类器认为结果是 {read}，概率 {sure} %。",
    ),
    "vae_sums_share": (
        "Of all written {minus}s, {share} % are taken for a {plus} after this sum.",
        "在所有手写的 {minus} 中，{share} % 经过这样的加减后被认作 {plus}。",
    ),
    "vae_sums_same": (
        "Nothing is added: {share} % of the written {minus}s are still taken for one after encoding and decoding.",
        "什么也没有加：手写的 {minus} 经过编码和解码后，仍有 {share} % 被认作 {minus}。",
    ),
    "vae_sums_other": (
        "The chosen digit is a {digit}, not a {minus}: what is subtracted is not what it has.",
        "所选的数字是 {digit}，不是 {minus}：减去的并不是它所具有的。",
    ),
    # loss curves
    "vae_curves_intro": (
        "The run that made a network, point for point as it was recorded. A VAE has one loss with two terms, and both are drawn: what it "
        "costs to describe the picture once its place on the map is known (reconstruction), and what it costs to say the place (KL). "
        "Together they are the negative ELBO. Less is better.",
        "训练出一个网络的过程，逐点按实际记录绘制。VAE 的损失是一个，由两项组成，这里都画了出来："
        "已知图片在地图上的位置之后，描述图片的代价（重建）；说出这个位置的代价（KL）。两者相加就是负的 ELBO，越小越好。",
    ),
    "vae_curves_choose": ("Network", "网络"),
    "vae_curves_waiting": ("Reading the recorded run …", "正在读取训练记录……"),
    "vae_runs_sizes": ("Digits: how many dimensions", "数字：维数不同"),
    "vae_runs_betas": ("Digits: how much the KL term weighs", "数字：KL 项的权重不同"),
    "vae_runs_colour": ("Emoji and flowers", "表情符号与花"),
    "vae_runs_holes": ("Conditional: for missing parts", "条件 VAE：用于补全缺失部分"),
    "vae_runs_judge": ("Not a VAE", "不是 VAE"),
    "vae_run_label": ("{latent} dimensions, β = {beta}", "{latent} 维，β = {beta}"),
    "vae_run_judge": ("the classifier that reads digits", "识别数字的分类器"),
    "vae_chart_nelbo": ("Negative ELBO: both terms together", "负 ELBO：两项之和"),
    "vae_chart_reconstruction": ("Reconstruction: the picture, given its place", "重建：已知位置时描述图片的代价"),
    "vae_chart_kl": ("KL: the place on the map", "KL：说出地图上位置的代价"),
    "vae_chart_entropy": ("Cross-entropy (logarithmic axis)", "交叉熵（对数轴）"),
    "vae_chart_error": ("Held-out digits read wrong (logarithmic axis)", "留出数字的误读率（对数轴）"),
    "vae_chart_alt_nelbo": (
        "Chart of the negative ELBO of training and held-out pictures: it falls fast, then slowly; a dashed line is the yardstick",
        "负 ELBO 曲线图：训练图片与留出图片的负 ELBO 先快后慢地下降，虚线是参照",
    ),
    "vae_chart_alt_reconstruction": (
        "Chart of the reconstruction term of training and held-out pictures: it falls fast, then slowly",
        "重建项曲线图：训练图片与留出图片的重建项先快后慢地下降",
    ),
    "vae_chart_alt_kl": (
        "Chart of the KL term of training and held-out pictures over the run",
        "KL 项曲线图：训练图片与留出图片的 KL 项随训练的变化",
    ),
    "vae_chart_alt_entropy": (
        "Chart of the cross-entropy of training and held-out digits: both fall, the held-out one lies lower",
        "交叉熵曲线图：训练数字与留出数字的交叉熵都在下降，留出的更低",
    ),
    "vae_chart_alt_error": (
        "Chart of the share of held-out digits that is read wrong, far below guessing",
        "留出数字误读率曲线图，远低于瞎猜",
    ),
    "vae_says_nats": (
        "On held-out pictures it ended at {nelbo} nats per picture: {reconstruction} for the picture and {kl} for its place on the "
        "map (training pictures: {trained}). A model that knows only the mean of each pixel needs {yardstick}.",
        "在留出图片上，最终为每张 {nelbo} 奈特：其中描述图片 {reconstruction}，说出地图上的位置 {kl}（训练图片：{trained}）。"
        "只知道每个像素平均值的模型需要 {yardstick}。",
    ),
    "vae_says_active": (
        "{active} of {latent} dimensions are in use: each carries more than 0.01 nats.",
        "{latent} 个维度中有 {active} 个在使用：各自承载超过 0.01 奈特的信息。",
    ),
    "vae_says_points": (
        "On held-out pictures the reconstruction ended at {reconstruction} nats per picture; a model that knows only the mean of "
        "each pixel needs {yardstick}.",
        "在留出图片上，重建项最终为每张 {reconstruction} 奈特；只知道每个像素平均值的模型需要 {yardstick}。",
    ),
    "vae_says_judge": (
        "The judge of repaired digits. It is no VAE: it has no map, and its loss is the cross-entropy of ten classes.",
        "评判修复结果的裁判。它不是 VAE：没有地图，损失是十个类别的交叉熵。",
    ),
    "vae_note_points": (
        "β = 0 is a plain autoencoder: every picture gets a point and no noise is added, so there is no distribution in the middle "
        "and the sum of the two terms is no bound on anything. KL is drawn all the same: nothing holds it back, and the points drift "
        "apart.",
        "β = 0 就是普通的自编码器：每张图片对应一个点，不加噪声，中间没有分布，所以两项之和不是任何量的界。KL 仍然画了出来："
        "没有什么约束它，各点便越散越开。",
    ),
    "vae_note_beta": (
        "Training made reconstruction + {beta} × KL small (the dash-dotted line). The negative ELBO counts KL once, whatever β is, "
        "and is still an upper bound on −log p(x): a fair number to compare, though not what this run was after.",
        "训练所减小的是 重建 + {beta} × KL（点划线）。无论 β 是多少，负 ELBO 只计一次 KL，仍是 −log p(x) 的上界：用它比较是公平的，"
        "尽管这次训练追求的并不是它。",
    ),
    "vae_note_holes": (
        "Only missing pixels are counted, given the known ones, over holes of random shapes; the KL is the distance from what the "
        "prior network expects after seeing what survived. Whole pictures cost more, so do not compare these nats with theirs.",
        "这里只计缺失像素（已知其余像素），缺口形状随机；KL 是与先验网络看过残存部分后所作预期的差距。描述整张图片的代价更高，"
        "所以这里的奈特数不能与它们相比。",
    ),
    "vae_note_density": (
        "Nats below zero are no mistake. For colours the likelihood is a Gaussian with one learned σ ({sigma}, where 1 is white), "
        "and that is a density, not a probability: it may be as large as {density} here, its logarithm above zero, and {values} "
        "values add up. Counted in steps of 1/255 instead, every value would cost ln 255 = 5.54 nats more. Compare only with runs on "
        "the same pictures in the same units.",
        "奈特数为负并没有错。彩色图片的似然是高斯分布，只有一个学出来的 σ（{sigma}，白色为 1），它是概率密度而不是概率："
        "这里最大可达 {density}，对数便大于零，{values} 个值加起来就很可观。若改以 1/255 为单位，每个值要多 ln 255 = 5.54 奈特。"
        "所以只能与相同图片、相同单位的训练比较。",
    ),
    "vae_note_bits": (
        "Digits are black or white here: each pixel was drawn once, white with the probability that its grey says, and the "
        "likelihood is Bernoulli's. Then nats are a length: divided by ln 2 they are the bits that a perfect code built on this "
        "model would need.",
        "这里的数字只有黑白两色：每个像素以其灰度为概率抽成白色，只抽一次，似然是伯努利分布。这样奈特就是长度：除以 ln 2，"
        "便是按此模型做理想编码所需的比特数。",
    ),
    "vae_note_judge": (
        "The training line lies higher than the held-out one for two reasons: its answers are softened (5 % of the probability is "
        "shared by all classes), which keeps the loss from reaching zero, and it trains with parts of itself switched off (dropout).",
        "训练曲线高于留出曲线，原因有二：训练用的答案被软化（5% 的概率分给所有类别），损失到不了零；"
        "训练时网络还会随机关掉一部分（dropout）。",
    ),
    "vae_note_early": (
        "The first updates lie above the frame: they would make everything else look flat. Held-out pictures are scored with the "
        "running average of the weights, training pictures with the weights of the moment.",
        "最初的更新超出了图框：若全画进来，其余部分就看不出起伏了。留出图片用权重的滑动平均来评分，训练图片用当时的权重。",
    ),
    "vae_compare_title": ("Which numbers can be compared?", "哪些数字可以相互比较？"),
    "vae_compare_intro": (
        "These can: all were asked about the same 1,000 held-out digits, made black and white in the same way. More dimensions help "
        "until the extra ones find nothing to say; and a number also depends on how long, and with which layers, a network was "
        "trained.",
        "下面这些可以：问的都是同样 1,000 个留出数字，黑白化的方式也相同。维数增加会有帮助，直到多出来的维度无话可说；"
        "数字的大小也取决于训练时间和层的种类。",
    ),
    "vae_head_latent": ("Dimensions", "维数"),
    "vae_head_beta": ("β", "β"),
    "vae_head_layers": ("Layers", "层"),
    "vae_head_minutes": ("Minutes", "分钟"),
    "vae_head_reconstruction": ("Reconstruction", "重建"),
    "vae_head_kl": ("KL", "KL"),
    "vae_head_nelbo": ("Nats, at most", "奈特（上界）"),
    "vae_head_bits": ("Bits, at most", "比特（上界）"),
    "vae_layers_dense": ("fully connected", "全连接"),
    "vae_layers_conv": ("convolutions", "卷积"),
    "vae_row_pixel": ("Mean of each pixel", "每个像素的平均值"),
    "vae_row_coin": ("A coin for each pixel", "每个像素抛硬币"),
    "vae_compare_caption": (
        "Held-out digits, at the end of training, fewest nats first; in nats per picture, and bits per picture of 784 pixels.",
        "训练结束时在留出数字上的结果，奈特少者在前；单位为每张图片的奈特与比特，每张 784 像素。",
    ),
    "vae_compare_beta": (
        "With another β the network aimed at something else, yet its number is a bound on the same quantity, −log p(x), and may "
        "stand in the table. With β = 0 there is no bound: its last row shows the reconstruction only.",
        "β 不为 1 时，网络追求的目标不同，但它的数字仍是同一个量 −log p(x) 的上界，可以列入表中。β = 0 时没有上界："
        "最后一行只列出重建项。",
    ),
    "vae_compare_not": (
        "These cannot: emoji and flowers (densities of colours), the conditional VAEs (only the missing pixels), and the CNN's "
        "decibels. A restorer trained on pixel errors gives one answer and no probability, so it has no nats; its PSNR says nothing "
        "of how likely a picture is.",
        "下面这些不可以：表情符号和花（颜色的概率密度）、条件 VAE（只计缺失像素），以及 CNN 的分贝数。"
        "按像素误差训练的修复网络只给出一个答案，不给概率，所以没有奈特；它的 PSNR 也不说明一张图片有多大可能出现。",
    ),
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
    "vae_live_nelbo": ("−ELBO, nats", "−ELBO（奈特）"),
    "vae_live_reconstruction": ("Reconstruction, nats", "重建项（奈特）"),
    "vae_live_kl": ("KL, nats", "KL 项（奈特）"),
    "vae_live_line_train": ("Training digits", "训练用的数字"),
    "vae_live_line_val": ("Held-out digits", "留出的数字"),
    "vae_live_blind": ("No code, mean digit:", "没有编码，只画平均数字："),
    "vae_live_before": ("Run before: β {beta}, {latent} dimensions", "上一次：β {beta}，{latent} 维"),
    "vae_live_chart_reconstruction": ("Reconstruction, nats a picture", "重建项，每张图的奈特数"),
    "vae_live_chart_kl": ("KL, nats a picture", "KL 项，每张图的奈特数"),
    "vae_live_chart_neighbours": ("Digits known by their neighbours, %", "被近邻认对的数字，%"),
    "vae_live_alt_reconstruction": (
        "Reconstruction term by updates, on a logarithmic axis. After {step} updates: {value} nats on held-out digits",
        "重建项随更新次数的变化（对数轴）。{step} 次更新后，留出数字上为 {value} 奈特",
    ),
    "vae_live_alt_kl": (
        "KL term by updates. After {step} updates: {value} nats on held-out digits",
        "KL 项随更新次数的变化。{step} 次更新后，留出数字上为 {value} 奈特",
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
        "解码器没有用上编码：{nats} 奈特，而每次都画平均数字是 {blind} 奈特。更新次数很少时本该如此；次数已多，则是学习率或 β 太大。",
    ),
    "vae_live_mixed": (
        "Most mixed up: {a} and {b}. Of the {both} held-out ones, {count} lie among the other class.",
        "最容易混的是 {a} 和 {b}：{both} 个留出数字中，有 {count} 个落在对方那一类里。",
    ),
    "vae_live_unmixed": ("No class lies in another one's region.", "没有哪一类落进别的类的区域。"),
    "vae_live_active": (
        "Dimensions that carry something (more than 0.01 nats): {active} of {latent}. On average the code of a digit holds {kl} "
        "nats about it. With β = {beta} the codes have a standard deviation of {spread}; the prior has 1.",
        "真正携带信息（超过 0.01 奈特）的维度：{active} / {latent}。一个数字的编码平均含有 {kl} 奈特的信息。"
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
        "均在留出的数字上。单位为每张图的奈特；−ELBO 是重建项加 KL 项，无论训练时 β 取多少，它都是 −log p(x) 的上界。",
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
