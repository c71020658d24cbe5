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
    # loss curves
    "vae_curves_intro": (
        "A VAE has one loss with two terms, and both are drawn: what it costs to describe the picture once its place on the map is "
        "known (reconstruction), and what it costs to say the place (KL). Together they are the negative ELBO. Less is better.",
        "VAE 的损失是一个，由两项组成，这里都画了出来：已知图片在地图上的位置之后，描述图片的代价（重建）；说出这个位置的代价（KL）。"
        "两者相加就是负的 ELBO，越小越好。",
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
        "在留出图片上，最终为每张 {nelbo} nat：其中描述图片 {reconstruction}，说出地图上的位置 {kl}（训练图片：{trained}）。"
        "只知道每个像素平均值的模型需要 {yardstick}。",
    ),
    "vae_says_active": (
        "{active} of {latent} dimensions are in use: each carries more than 0.01 nats.",
        "{latent} 个维度中有 {active} 个在使用：各自承载超过 0.01 nat 的信息。",
    ),
    "vae_says_points": (
        "On held-out pictures the reconstruction ended at {reconstruction} nats per picture; a model that knows only the mean of "
        "each pixel needs {yardstick}.",
        "在留出图片上，重建项最终为每张 {reconstruction} nat；只知道每个像素平均值的模型需要 {yardstick}。",
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
        "所以这里的 nat 数不能与它们相比。",
    ),
    "vae_note_density": (
        "Nats below zero are no mistake. For colours the likelihood is a Gaussian with one learned σ ({sigma}, where 1 is white), "
        "and that is a density, not a probability: it may be as large as {density} here, its logarithm above zero, and {values} "
        "values add up. Counted in steps of 1/255 instead, every value would cost ln 255 = 5.54 nats more. Compare only with runs on "
        "the same pictures in the same units.",
        "nat 数为负并没有错。彩色图片的似然是高斯分布，只有一个学出来的 σ（{sigma}，白色为 1），它是概率密度而不是概率："
        "这里最大可达 {density}，对数便大于零，{values} 个值加起来就很可观。若改以 1/255 为单位，每个值要多 ln 255 = 5.54 nat。"
        "所以只能与相同图片、相同单位的训练比较。",
    ),
    "vae_note_bits": (
        "Digits are black or white here: each pixel was drawn once, white with the probability that its grey says, and the "
        "likelihood is Bernoulli's. Then nats are a length: divided by ln 2 they are the bits that a perfect code built on this "
        "model would need.",
        "这里的数字只有黑白两色：每个像素以其灰度为概率抽成白色，只抽一次，似然是伯努利分布。这样 nat 就是长度：除以 ln 2，"
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
    "vae_head_nelbo": ("Nats, at most", "nat（上界）"),
    "vae_head_bits": ("Bits, at most", "比特（上界）"),
    "vae_layers_dense": ("fully connected", "全连接"),
    "vae_layers_conv": ("convolutions", "卷积"),
    "vae_row_pixel": ("Mean of each pixel", "每个像素的平均值"),
    "vae_row_coin": ("A coin for each pixel", "每个像素抛硬币"),
    "vae_compare_caption": (
        "Held-out digits, at the end of training, fewest nats first; in nats per picture, and bits per picture of 784 pixels.",
        "训练结束时在留出数字上的结果，nat 少者在前；单位为每张图片的 nat 与比特，每张 784 像素。",
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
        "按像素误差训练的修复网络只给出一个答案，不给概率，所以没有 nat；它的 PSNR 也不说明一张图片有多大可能出现。",
    ),
    # train it live
}
