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
    # train it live
    "gan_live_intro": (
        "Train a GAN of your own. Each of the 36 pictures below is made of its own random numbers z, and these stay the same to the end: "
        "what changes is G alone. First comes noise, then ink in the middle, then strokes. Then break it: what do D and G do at a learning "
        "rate of 0.1? Does the saturating loss learn as fast? What does Adam's usual beta1 of 0.9 do? And what can a GAN learn from 24 "
        "emoji? A training takes {cap} s at most, and nobody sees it but you.",
        "训练一个属于你自己的 GAN。下面 36 张图片各由一组随机数 z 生成，z 自始至终不变，变的只有 G。"
        "先是噪声，然后墨迹聚到中间，再长出笔画。接着把它弄坏：学习率 0.1 时 D 和 G 会怎样？饱和损失学得一样快吗？"
        "Adam 常用的 beta1 = 0.9 会带来什么？只有 24 个表情符号，GAN 又能学到什么？一次训练最多 {cap} 秒，只有你自己看得到。",
    ),
    "gan_live_waiting": ("Writing the digits …", "正在写数字……"),
    "gan_live_nothing_yet": (
        "Nothing is trained yet: this is what an untrained generator makes. Press Train.",
        "还没有训练：这是未经训练的生成器画出来的。请按“训练”。",
    ),
    "gan_live_pictures": ("Pictures to learn from", "学习用的图片"),
    "gan_live_of_digits": ("digits", "数字"),
    "gan_live_of_emoji": ("24 emoji", "24 个表情符号"),
    "gan_live_loss": ("Loss", "损失"),
    "gan_live_loss_saturating": ("saturating", "饱和"),
    "gan_live_loss_non_saturating": ("non-saturating", "非饱和"),
    "gan_live_loss_least_squares": ("least squares", "最小二乘"),
    "gan_live_loss_wasserstein": ("Wasserstein", "Wasserstein"),
    "gan_live_rate": ("Learning rate of both players", "两个玩家的学习率"),
    "gan_live_beta1": ("Adam's beta1", "Adam 的 beta1"),
    "gan_live_made": ("Made by G, each from its own z", "G 生成的图片，每张对应一个 z"),
    "gan_live_made_alt": (
        "36 pictures that the generator makes now, always of the same random numbers.",
        "生成器现在画出的 36 张图片，所用的随机数始终不变。",
    ),
    "gan_live_real": ("Real: what it learns from", "真实图片：它的学习材料"),
    "gan_live_real_alt": ("Some of the real pictures that the two players are trained on.", "用来训练两个玩家的一部分真实图片。"),
    "gan_live_loss_d": ("Loss of D", "D 的损失"),
    "gan_live_loss_g": ("Loss of G", "G 的损失"),
    "gan_live_told": ("D picks the real one", "D 挑对真图"),
    "gan_live_sure": ("Legible", "可辨认"),
    "gan_live_classes": ("Digits covered", "覆盖的数字"),
    "gan_live_near": ("To the nearest training picture (of 255)", "与最近训练图的距离（满值 255）"),
    "gan_live_line_d": ("D", "D"),
    "gan_live_line_g": ("G", "G"),
    "gan_live_level_d": ("D, if it can only guess: {level}", "D 只能瞎猜时：{level}"),
    "gan_live_level_g": ("G, against such a D: {level}", "面对这样的 D 时 G 的损失：{level}"),
    "gan_live_chart_losses": ("What each player minimises", "两个玩家各自最小化的损失"),
    "gan_live_alt_losses": (
        "Losses of D and G by updates. After {step} updates: D {d}, G {g}",
        "D 和 G 的损失随更新次数的变化。{step} 次更新后：D 为 {d}，G 为 {g}",
    ),
    "gan_live_chart_answers": ("How real D takes pictures to be, %", "D 认为图片有多真，%"),
    "gan_live_chart_outputs": ("D's answer (no probability)", "D 的回答（不是概率）"),
    "gan_live_line_real": ("D(x), held out", "D(x)，留出的真图"),
    "gan_live_line_seen": ("D(x), trained on", "D(x)，训练用的真图"),
    "gan_live_line_fake": ("D(G(z)), made", "D(G(z))，生成的图"),
    "gan_live_level_half": ("Cannot tell: 50 %", "分不清：50 %"),
    "gan_live_alt_answers": (
        "D's mean answers by updates. After {step} updates: held-out pictures {real}, training pictures {seen}, made ones {fake}",
        "D 的平均回答随更新次数的变化。{step} 次更新后：留出的真图 {real}，训练用的真图 {seen}，生成的图 {fake}",
    ),
    "gan_live_chart_judged": ("Who is ahead, %", "谁占上风，%"),
    "gan_live_line_told": ("Of pairs, D picks the real one", "成对比较中 D 挑对真图"),
    "gan_live_line_sure": ("Made digits that are legible", "生成的数字中可辨认的"),
    "gan_live_level_guess": ("D guesses: 50 %", "D 瞎猜：50 %"),
    "gan_live_level_sure": ("Real digits that are legible: {share} %", "真实数字中可辨认的：{share} %"),
    "gan_live_alt_judged": (
        "By updates. After {step} updates D picks the real one of a pair in {told} percent of cases; guessing is 50",
        "随更新次数的变化。{step} 次更新后，一真一假摆在一起，D 有 {told} % 挑对真图；瞎猜是 50 %",
    ),
    "gan_live_alt_sure": (
        "; the classifier is sure of {sure} percent of the made digits, and of {share} percent of real ones",
        "；分类器对 {sure} % 的生成数字有把握，对真实数字则是 {share} %",
    ),
    "gan_live_said_nothing": (
        "With a learning rate of 0 nothing is learned: after {step} updates both players are as they were, and each curve only shows how "
        "much one batch differs from the next.",
        "学习率为 0 时什么也学不到：{step} 次更新后，两个玩家原封不动，曲线的起伏只反映各批图片之间的差别。",
    ),
    "gan_live_said_winning": (
        "After {step} updates ({seconds} s) D is winning: shown a real picture and a made one, it picks the real one in {told} % of cases "
        "(guessing: 50 %).",
        "{step} 次更新（{seconds} 秒）后，D 占上风：一真一假摆在面前，它有 {told} % 挑对真图（瞎猜为 50 %）。",
    ),
    "gan_live_said_even": (
        "After {step} updates ({seconds} s) the players are close: shown a real picture and a made one, D picks the real one in {told} % "
        "of cases (guessing: 50 %).",
        "{step} 次更新（{seconds} 秒）后，双方势均力敌：一真一假摆在面前，D 有 {told} % 挑对真图（瞎猜为 50 %）。",
    ),
    "gan_live_said_guessing": (
        "After {step} updates ({seconds} s) G fools D: shown a real picture and a made one, D picks the real one in only {told} % of cases "
        "(guessing: 50 %). That says that G beats this D, not that its pictures are good.",
        "{step} 次更新（{seconds} 秒）后，G 骗过了 D：一真一假摆在面前，D 只有 {told} % 挑对真图（瞎猜为 50 %）。"
        "这只说明 G 胜过了这个 D，并不说明画得好。",
    ),
    "gan_live_said_flat": (
        "The saturating loss has become flat: its slope at D's answer is D(G(z)), {fake} on average here, where the non-saturating loss "
        "would have {other}. G hardly hears what to change.",
        "饱和损失已经变平：它对 D 输出的斜率就是 D(G(z))，这里平均只有 {fake}，而非饱和损失有 {other}。G 几乎听不到该往哪里改。",
    ),
    "gan_live_said_none": (
        "The classifier is sure of none of {count} made digits; of real ones it is sure of {share} %.",
        "{count} 个生成的数字中，分类器对哪一个都没有把握；对真实数字，它对 {share} % 有把握。",
    ),
    "gan_live_said_read": (
        "Of {count} made digits the classifier is sure of {sure} % (of real ones: {share} %), and reads {classes} of the ten digits in "
        "them.",
        "{count} 个生成的数字中，分类器对 {sure} % 有把握（真实数字为 {share} %），从中读出了十个数字里的 {classes} 个。",
    ),
    "gan_live_said_missing": (" It reads no {digits}.", "没有读到：{digits}。"),
    "gan_live_said_collapse": (
        " {part} % of the legible ones are a {digit}: G has found one answer that works and repeats it (mode collapse).",
        "可辨认的当中有 {part} % 是 {digit}：G 找到一个管用的答案就反复画它（模式崩溃）。",
    ),
    "gan_live_said_copies": (
        "From a made picture to the nearest training picture it is {near} of 255 on average; from a held-out emoji it is {held}. Made ones "
        "lie nearer: G draws on the training pictures, and copies more of them the longer it trains.",
        "生成的图片到最近的训练图平均相差 {near}（满值 255），留出的表情符号则是 {held}。生成的更近："
        "G 画的是训练图的翻版，训练越久抄得越多。",
    ),
    "gan_live_said_apart": (
        "From a made picture to the nearest training picture it is {near} of 255 on average; from a held-out emoji it is {held}. So G "
        "copies nothing yet; it is not even near.",
        "生成的图片到最近的训练图平均相差 {near}（满值 255），留出的表情符号则是 {held}。所以 G 还谈不上抄袭，它连接近都没有做到。",
    ),
    "gan_live_said_heart": (
        "D knows its training pictures by heart: it takes them to be real with {seen}, held-out ones of the same kind with only {real}. "
        "Such a D teaches G to copy, not to draw.",
        "D 把训练图背下来了：它给训练图的平均概率是 {seen}，给同类的留出图只有 {real}。这样的 D 教给 G 的是照抄，而不是作画。",
    ),
    "gan_live_said_both": (
        "D believes training pictures ({seen}) and held-out ones ({real}) about equally: it has not learned them by heart.",
        "D 对训练图（{seen}）和留出图（{real}）的信任差不多：它没有死记硬背。",
    ),
    "gan_live_before_sure": ("Legible, run before: {loss}, rate {lr}", "上一次的可辨认比例：{loss}，学习率 {lr}"),
    "gan_live_before_told": ("D, run before: {loss}, rate {lr}", "上一次的 D：{loss}，学习率 {lr}"),
    "gan_live_this": ("This run", "这一次"),
    "gan_live_last": ("The run before", "上一次"),
    "gan_live_settings": ("Settings", "设置"),
    "gan_live_set": (
        "{pictures}, {loss}, rate {lr}, beta1 {beta1}, {step} updates",
        "{pictures}，{loss}，学习率 {lr}，beta1 {beta1}，{step} 次更新",
    ),
    "gan_live_table": (
        "What counts is what can be read or lies near, not the losses: each is measured against an opponent that changes too.",
        "算数的是能不能辨认、离得近不近，而不是损失：损失是面对一个同样在变的对手量出来的。",
    ),
    "gan_live_data_digits": (
        "The digits are written by this program, 4,000 to learn from; the {held} held-out ones that D is asked about are of other hands.",
        "这些数字由本程序书写，4,000 个用来学习；拿来问 D 的 {held} 个留出数字出自不同的“手”。",
    ),
    "gan_live_data_emoji": (
        "24 of the emoji that ship, at 32 × 32 pixels and mirrored by chance, are far too few for a GAN: D can learn them by heart. The "
        "{held} others are held out, and D is asked about them too.",
        "用来学习的是随本程序附带的 24 个表情符号（32 × 32 像素，随机左右翻转），对 GAN 来说实在太少：D 可以把它们背下来。"
        "其余 {held} 个留出不用，也拿去问 D。",
    ),
    "gan_live_shown": (
        "The pictures come from the moving average of G's weights, with batch norm measured anew. Legible: the shipped classifier of "
        "digits is sure of them (above 0.9); {judged} made pictures are judged. D is asked as it is at that update, by equally many "
        "pictures of each kind, for its batch norm compares within a batch.",
        "图片由 G 权重的滑动平均画出，批归一化重新统计。可辨认：自带的数字分类器对它有把握（概率大于 0.9）；"
        "每次评判 {judged} 张生成的图片。"
        "问的是当时的 D，每种图片数量相同，因为 D 的批归一化会在一批之内互相比较。",
    ),
    "gan_live_output_least_squares": (
        "With least squares D is told to answer 1 for real and 0 for made; its answer is no probability.",
        "最小二乘损失要求 D 对真图回答 1、对生成图回答 0；它的回答不是概率。",
    ),
    "gan_live_output_wasserstein": (
        "With the Wasserstein loss D's answer is a height of no fixed zero: only the distance between real and made counts. D's loss "
        "includes the gradient penalty.",
        "用 Wasserstein 损失时，D 的回答是一个没有固定零点的高度：只有真图与生成图之间的差距才有意义。"
        "D 的损失包含梯度惩罚项。",
    ),
}
