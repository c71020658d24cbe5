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
        "这里的损失 L 是第一项 −log p(x|z)，单位 nat。固定 ε 之后，z 只是 μ 和 σ 的四则运算，链式法则直接穿过：∂z/∂μ = 1，∂z/∂σ = ε。如"
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
        "这次抽取的 L 为 {loss} nat。按梯度推算，第 {n} 维的 μ 移动 {by}，L 变化 {told}；保持同一个 ε 真的移动并重新解码，变化为 {found}。",
    ),
    "vae_draw_empty": (
        "L is {loss} nats in this draw too, but nothing of it reaches μ and σ: autograd finds no path, and the encoder would learn "
        "nothing from this term.",
        "这次抽取的 L 同样是 {loss} nat，却一点也传不到 μ 和 σ：自动求导找不到通路，编码器从这一项学不到任何东西。",
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
        "VAE 的损失像一张有两行的账单，单位都是 nat。重构：解码器对这张图片有多意外。KL：这张图片的云比先验（标准正态分布）多说了多少。"
        "β 是第二行的单价：拖动它，看四个以不同 β 训练出来的网络。",
    ),
    "vae_term_network": ("Network", "网络"),
    "vae_term_own": ("this picture's own network", "这张图片自己的网络"),
    "vae_term_plane": ("2 latent numbers", "2 个潜变量"),
    "vae_term_wide": ("16 latent numbers", "16 个潜变量"),
    "vae_term_conv": ("16, with convolutions", "16 个，用卷积"),
    "vae_term_beta": ("β, the weight of the KL", "β，KL 的权重"),
    "vae_term_beta_is": ("β = {beta}", "β = {beta}"),
    "vae_term_bars": ("KL of each dimension, in nats", "每一维的 KL（nat）"),
    "vae_term_bars_alt": (
        "Bars: the KL of each latent dimension; the numbers of the largest stand below",
        "柱状图：每个潜变量的 KL，最大的几个数值列在下面",
    ),
    "vae_term_legend_picture": ("the picture", "图片"),
    "vae_term_legend_again": ("its reconstruction, encoded again", "它的重构，再次编码"),
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
    "vae_term_reconstruction": ("reconstruction / nats", "重构 / nat"),
    "vae_term_kl": ("KL / nats", "KL / nat"),
    "vae_term_total": ("sum (−ELBO)", "合计（−ELBO）"),
    "vae_term_psnr": ("PSNR / dB", "PSNR / dB"),
    "vae_term_active": ("active: by KL / by variance", "活跃维数：按 KL / 按方差"),
    "vae_term_overlap": ("overlap", "重叠"),
    "vae_term_holes": ("holes", "空洞"),
    "vae_term_legible": ("legible samples", "可辨认的样本"),
    "vae_term_row_picture": ("The picture", "图片"),
    "vae_term_row_again": ("Its reconstruction", "它的重构"),
    "vae_term_bill": (
        "Reconstruction: mean of {draws} draws of z. The density of a colour picture can exceed 1, so its term may be negative.",
        "重构：对 z 抽取 {draws} 次取平均。彩色图片的概率密度可以大于 1，所以这一项可能为负。",
    ),
    "vae_term_dim": ("Dimension {n}", "第 {n} 维"),
    "vae_term_dim_alone": ("latent dimension", "潜变量的维"),
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
        "{size} 维中有 {by_kl} 维平均携带超过 {least} nat；按均值的方差判断（Burda 等，2015），有 {by_variance} 维活跃。不活跃的维塌缩到"
        "先验上，什么也不说。",
    ),
    "vae_term_say_active_plain": (
        "The KL is not counted here; by the variance of the means (Burda et al. 2015) {by_variance} of {size} dimensions are active.",
        "这里不计 KL；按均值的方差判断（Burda 等，2015），{size} 维中有 {by_variance} 维活跃。",
    ),
    "vae_term_say_better": (
        "Its reconstruction costs {nats} nats less than that of two numbers at β = 1 ({psnr} dB against {one} dB).",
        "它的重构比“2 个潜变量、β = 1”少 {nats} nat（{psnr} dB 对 {one} dB）。",
    ),
    "vae_term_say_worse": (
        "Its reconstruction costs {nats} nats more than that of two numbers at β = 1 ({psnr} dB against {one} dB).",
        "它的重构比“2 个潜变量、β = 1”多 {nats} nat（{psnr} dB 对 {one} dB）。",
    ),
    "vae_term_say_legible": (
        "Of 1000 samples from the prior, the digit classifier is sure (above {sure} %) of {share} %; of the digits themselves it is "
        "sure of {real} %.",
        "从先验抽取 1000 个样本，数字分类器有把握（超过 {sure} %）的占 {share} %；对数字本身，有把握的占 {real} %。",
    ),
    "vae_term_say_own": (
        "{used} of {size} dimensions carry more than {least} nats about this picture, {kl} nats in all: so much of it is told beyond "
        "the prior.",
        "{size} 维中有 {used} 维为这张图片携带超过 {least} nat，合计 {kl} nat：这就是先验之外说出的信息量。",
    ),
    "vae_term_caption": (
        "{count} digits written by this lab. Active: dimensions above {least} nats, and above {least} in the variance of their means. "
        "Holes: draws from the prior with no code within {near}. Legible: samples that the classifier is sure of.",
        "本实验台书写的 {count} 个数字。活跃：超过 {least} nat 的维数，以及均值方差超过 {least} 的维数。空洞：先验中 {near} 以内没有编码"
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
        "The reconstruction costs less than the picture: what came back has lost what the decoder finds surprising.",
        "重构图的账单比图片便宜：解码器觉得意外的东西，已经丢掉了。",
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
    # train it live
}
