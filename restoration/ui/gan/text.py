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
    # latent (begin)
    "gan_latent_intro": (
        "A DCGAN has no damaged picture to mend: it makes pictures of nothing but noise z, a list of random numbers. It has no encoder "
        "either, so no photo, not even one it was trained on, has a place here. Everything you see below is invented.",
        "DCGAN 不修复受损图片：它只用噪声 z（一串随机数）生成图片。它也没有编码器，所以任何照片——哪怕是训练用过的——在这里都没有对应的位置"
        "。下面看到的一切都是编造的。",
    ),
    "gan_kinds": ("What is invented", "生成什么"),
    "gan_seed_n": ("Seed", "种子"),
    "gan_one_in": ("one in {count}", "{count} 分之一"),
    "gan_none_in": ("less than one in a million million", "不到一万亿分之一"),
    "gan_reads": ("A classifier reads a {digit} here ({sure} % sure).", "分类器在这里读出 {digit}（把握 {sure} %）。"),
    "gan_plane_title": ("A slice through the noise", "噪声空间的一个切面"),
    "gan_plane_intro": (
        "A seed stands for one z, and z for one picture. Here a flat plane is laid through the space of all z, and the network has drawn "
        "what it makes of it. Move about: the picture changes smoothly, for nearby noise makes nearby pictures.",
        "一个种子对应一个 z，一个 z 对应一张图片。这里在所有 z 构成的空间中取一个平面，画出网络在各处生成的图片。随意移动：图片平滑变化，"
        "因为相近的噪声生成相近的图片。",
    ),
    "gan_plane_through": ("The plane goes through", "平面经过"),
    "gan_plane_two": ("the middle and two seeds", "原点和两个种子"),
    "gan_plane_three": ("three seeds", "三个种子"),
    "gan_plane_seeds": ("Seeds", "种子"),
    "gan_plane_others": ("Other seeds", "换一组种子"),
    "gan_plane_how": (
        "Click or drag on the plane, or use the arrow keys there (with Shift: a whole picture further). The numbers in dark discs are the "
        "seeds.",
        "在平面上点击或拖动，也可以用方向键（按住 Shift 一次移动一整张图片）。深色圆点里的数字是种子。",
    ),
    "gan_plane_map": ("Plane of invented pictures. Arrow keys move the chosen place", "由生成图片铺成的平面。用方向键移动所选位置"),
    "gan_plane_here": ("The chosen place", "所选位置"),
    "gan_plane_at": ("{z}: {length} from the middle of the space", "{z}：距空间原点 {length}"),
    "gan_plane_edge": ("The plane is shown up to ±{limit}.", "平面只显示到 ±{limit}。"),
    "gan_plane_alt": ("What the network makes of the place {z}", "网络在位置 {z} 生成的图片"),
    "gan_plane_nearer": ("Of all noise, {share} is nearer to the middle than this.", "所有噪声中，比这里更靠近原点的占 {share}。"),
    "gan_plane_said_ring": (
        "z has {count} numbers, each usually between −2 and 2. Together they put nearly all noise (95 %) between {low} and {high} from "
        "the middle: a thin shell, which this plane cuts in the dashed ring. The network was trained on the shell and nowhere else.",
        "z 有 {count} 个数，每个通常在 −2 到 2 之间。合在一起，几乎所有噪声（95 %）与原点的距离都在 {low} 到 {high} "
        "之间：一层薄壳，它与本平面的交线就是虚线圆环。网络只在这层壳上训练过。",
    ),
    "gan_plane_said_middle": (
        "In the middle of the plane z is 0 in all its numbers, the likeliest single point and yet one near which no draw ever comes. "
        "Compare it with the ring, and with the corners, which are as far outside: which of the pictures could pass for real?",
        "平面中央的 z 全为 0：这是概率密度最高的一点，却从没有噪声落在它附近。把它与圆环上、以及同样远在壳外的四角比较：哪些图片能以假乱真"
        "？",
    ),
    "gan_plane_said_three": (
        "This plane passes the middle of the space at a distance of {foot}. The three seeds lie about on the ring, as all noise does.",
        "这个平面与空间原点的距离是 {foot}。三个种子大致都落在圆环上，所有噪声都是如此。",
    ),
    "gan_plane_said_only": (
        "No direction has a meaning of its own: nobody told the network what a digit or a face is. What lies where was decided by the "
        "random first weights and the game with D.",
        "没有哪个方向天生有含义：没人告诉网络什么是数字、什么是脸。什么图片在哪里，由随机的初始权重和与 D 的对局决定。",
    ),
    "gan_walk_title": ("A walk from seed to seed", "从一个种子走到另一个"),
    "gan_walk_intro": (
        "Two ways from one z to another: straight ahead, or along the arc that keeps its distance from the middle (spherical "
        "interpolation). Press Play, and watch the pictures and how far from the middle they are.",
        "从一个 z 到另一个 z 有两种走法：直线，或保持与原点距离的圆弧（球面插值）。点“播放”，观察图片以及它们与原点的距离。",
    ),
    "gan_walk_first": ("From seed", "从种子"),
    "gan_walk_last": ("to seed", "到种子"),
    "gan_walk_play": ("Play", "播放"),
    "gan_walk_pause": ("Pause", "暂停"),
    "gan_walk_slide": ("Place on the way", "路上的位置"),
    "gan_walk_frame": ("picture {k} of {frames}", "第 {k} 张，共 {frames} 张"),
    "gan_walk_line": ("Straight", "直线"),
    "gan_walk_sphere": ("Along the arc", "沿圆弧"),
    "gan_walk_length": ("{length} from the middle.", "距原点 {length}。"),
    "gan_walk_alt": ("{way}: picture {k} of {frames}", "{way}：第 {k} 张，共 {frames} 张"),
    "gan_walk_along": ("along the way →", "沿途 →"),
    "gan_walk_band": ("where 95 % of all noise lies", "95 % 的噪声所在"),
    "gan_walk_lengths": ("Distance |z| from the middle of the space, all along the way", "沿途与空间原点的距离 |z|"),
    "gan_walk_said_half": (
        "Half way, the straight line is {line} from the middle; of all noise, {share} is so near. The arc is still at {sphere}.",
        "走到一半时，直线与原点的距离只有 {line}；所有噪声中这么近的占 {share}。圆弧仍在 {sphere}。",
    ),
    "gan_walk_said_shell": (
        "Why: two random lists of {count} numbers are nearly at right angles, so the middle of the line between them is 1/√2 as far out "
        "as its ends. The shell reaches from {low} to {high} only: the line leaves it, and the network has to draw what it was never "
        "asked for.",
        "原因：两串各 {count} 个的随机数几乎互相垂直，所以连线中点到原点的距离是两端的 1/√2。而薄壳只从 {low} 到 {high}：直线离开了它，网"
        "络只能画从未练习过的东西。",
    ),
    "gan_walk_said_sure": (
        "Measured now on {pairs} pairs of seeds, the share of pictures that a classifier is sure of (> 90 %): {ends} % at the seeds "
        "themselves, {line} % half way on the line, {sphere} % half way on the arc.",
        "刚刚用 {pairs} 对种子测得：分类器有把握（> 90 %）的图片，在种子处占 {ends} %，直线中点占 {line} %，圆弧中点占 {sphere} %。",
    ),
    "gan_walk_said_smooth": (
        "That the pictures change smoothly, without a jump from one training picture to the next, is a sign (no proof) that the network "
        "did not simply store them.",
        "图片平滑变化，而不是从一张训练图片跳到另一张，这是网络没有死记硬背的迹象（但不是证明）。",
    ),
    "gan_near_title": ("Did it learn by heart?", "它是不是死记硬背？"),
    "gan_near_intro": (
        "A generator never sees a training picture; it only hears from D. Yet it might end up drawing copies. So for 40 samples the "
        "nearest of all training pictures was looked for.",
        "生成器从未见过训练图片，只能听到 D 的评价。但它仍可能画出复制品。因此为 40 张样本找出了全部训练图片中最接近的一张。",
    ),
    "gan_near_samples": ("Samples: choose one", "样本：选一张"),
    "gan_near_seed": ("Sample of seed {seed}", "种子 {seed} 的样本"),
    "gan_near_sample": ("Seed {seed}: invented", "种子 {seed}：生成的"),
    "gan_near_shown": (
        "The nearest training picture (emoji no. {number}), {distance} away",
        "最接近的训练图片（第 {number} 个表情），距离 {distance}",
    ),
    "gan_near_named": (
        "The nearest training picture is MNIST's digit no. {number}, a {digit}, {distance} away. It is not shown here.",
        "最接近的训练图片是 MNIST 的第 {number} 个数字，是 {digit}，距离 {distance}。这里不展示它。",
    ),
    "gan_near_number": (
        "The nearest training picture is no. {number} of tf_flowers, {distance} away. It is not shown here.",
        "最接近的训练图片是 tf_flowers 的第 {number} 张，距离 {distance}。这里不展示它。",
    ),
    "gan_near_apart": (
        "Distance to the nearest training picture; the upright strokes are medians",
        "与最接近的训练图片的距离；竖线为中位数",
    ),
    "gan_near_axis": (
        "root mean square difference of pixels, in 1/255 (0: the same picture)",
        "像素的均方根差，单位 1/255（0 表示同一张图）",
    ),
    "gan_near_own": ("● samples of the GAN: {median}", "● GAN 的样本：{median}"),
    "gan_near_held": ("■ real pictures that it never saw: {median}", "■ 它从未见过的真实图片：{median}"),
    "gan_near_moved": ("▲ copies: training pictures moved by half a pixel: {median}", "▲ 复制品：移动了半个像素的训练图片：{median}"),
    "gan_near_not": (
        "No copies: its samples lie {own} from the nearest training picture, as far as or farther than real pictures that it never saw "
        "({held}); copies would lie at {moved} (medians).",
        "不是复制品：样本与最接近的训练图片相距 {own}，不比它从未见过的真实图片（{held}）更近；复制品只会相距 {moved}（均为中位数）。",
    ),
    "gan_near_some": (
        "Mostly no copies: the median sample lies {own} from the nearest training picture, an unseen real one {held}, a copy {moved}. But "
        "{copies} of {count} samples are as near as copies: look at them.",
        "大多不是复制品：样本的中位距离为 {own}，没见过的真实图片为 {held}，复制品为 {moved}。但 {count} 张样本中有 {copies} 张近得像复制"
        "品：请看一看。",
    ),
    "gan_near_heart": (
        "It did learn by heart: its samples lie {own} from the nearest training picture, nearer to what copies would ({moved}) than to "
        "what unseen real pictures do ({held}; medians).",
        "它确实死记硬背了：样本与最接近的训练图片相距 {own}，更接近复制品（{moved}），而不是没见过的真实图片（{held}；均为中位数）。",
    ),
    "gan_near_said_pixels": (
        "Compared were the pixels, with all {train} training pictures, at the best of nine places (up to one pixel off). Pixels are a "
        "blunt measure: a soft or plain picture is near to many, and the same digit written elsewhere is far away.",
        "比较的是像素，对象是全部 {train} 张训练图片，并取九个位置（最多偏移一个像素）中最好的。像素是粗糙的尺度：模糊或简单的图片离许多图"
        "片都近，而换个位置写的同一数字却很远。",
    ),
    "gan_near_said_held": (
        "So a distance says nothing alone. The yardsticks are {count} held-out real pictures, which are certainly no copies, and {count} "
        "training pictures moved by half a pixel, which certainly are.",
        "所以单独一个距离说明不了什么。标尺是 {count} 张留出的真实图片（肯定不是复制品），和 {count} 张移动了半个像素的训练图片（肯定是）"
        "。",
    ),
    "gan_near_said_variants": (
        "Each training picture was compared in {variants} forms, mirrored and, if training cut squares of it, cut too.",
        "每张训练图片以 {variants} 种形式参与比较：包括镜像；若训练时裁剪过，也包括裁剪。",
    ),
    "gan_near_said_ships": (
        "These emoji are published under the MIT licence, so the nearest ones themselves are shown.",
        "这些表情以 MIT 许可发布，因此可以直接展示最接近的那些。",
    ),
    "gan_near_said_not": (
        "The training pictures may not be passed on, so Kintsugi stores their numbers and distances only. Who has the set can look them "
        "up.",
        "训练图片不能随软件分发，因此 Kintsugi 只保存编号和距离。拥有该数据集的人可以自行查看。",
    ),
    # latent (end)
    # curves (begin)
    "gan_curves_intro": (
        "Recorded training runs, point for point. In a GAN no single number falls as the pictures get better: move the slider from moment "
        "to moment, and compare the samples with the curves.",
        "真实记录的训练过程，逐点画出。在 GAN 中没有哪个损失会随图片变好而一路下降：拖动滑块逐个时刻查看，把样本与曲线对照。",
    ),
    "gan_curves_choose": ("Training run of", "训练过程："),
    "gan_curves_waiting": ("Drawing …", "正在绘制……"),
    "gan_curves_charts": ("Curves of the run", "该次训练的曲线"),
    "gan_runs_pictures": ("DCGANs: pictures from noise", "DCGAN：由噪声生成图片"),
    "gan_runs_photos": ("Restorers with a critic", "带评判网络的修复网络"),
    "gan_run_dcgan_digits": ("digits", "数字"),
    "gan_run_dcgan_emoji": ("emoji", "表情符号"),
    "gan_run_dcgan_flowers": ("flowers", "花"),
    "gan_run_gan_sr4": ("photos four times larger", "照片放大四倍"),
    "gan_run_gan_inpaint": ("large holes filled", "填补大块缺失"),
    "gan_axis_log": ("Updates, logarithmic", "更新次数（对数）"),
    "gan_x_log": ("updates, logarithmic", "更新次数（对数）"),
    "gan_x_step": ("updates", "更新次数"),
    "gan_x_time": ("minutes", "分钟"),
    "gan_chart_losses": ("Losses of both players", "两个玩家的损失"),
    "gan_chart_losses_y": ("cross-entropy, nats", "交叉熵，nat"),
    "gan_chart_losses_alt": (
        "The losses of discriminator and generator during training, with the levels of an even game",
        "判别器与生成器在训练中的损失，以及势均力敌时的水平",
    ),
    "gan_chart_answers": ("What D says", "D 的回答"),
    "gan_chart_answers_y": ("probability of being real, 0 to 1", "为真的概率，0 到 1"),
    "gan_chart_answers_alt": (
        "The mean answer of the discriminator on real and on made pictures during training; one half is a coin",
        "判别器在训练中对真实图片和生成图片的平均回答；二分之一等于抛硬币",
    ),
    "gan_chart_frechet": ("Distance of the samples from real digits", "样本与真实数字的距离"),
    "gan_chart_frechet_y": ("Fréchet distance, less is better", "Fréchet 距离，越小越好"),
    "gan_chart_frechet_alt": (
        "The Fréchet distance of the samples from real digits at the moments of the film",
        "影片各时刻样本与真实数字的 Fréchet 距离",
    ),
    "gan_chart_sure": ("Digits that read as digits", "能读出来的数字"),
    "gan_chart_sure_y": ("% on which a classifier is sure (> 90 %)", "分类器有把握（> 90 %）的百分比"),
    "gan_chart_sure_alt": (
        "The share of samples that a classifier is sure of at the moments of the film",
        "影片各时刻分类器有把握的样本比例",
    ),
    "gan_chart_psnr": ("PSNR of repairs", "修复的 PSNR"),
    "gan_chart_psnr_y": ("dB, held-out photos", "dB，留出照片"),
    "gan_chart_psnr_alt": (
        "PSNR of repaired held-out photos during training, with the classical method and the network that it began as",
        "训练中修复留出照片的 PSNR，以及经典方法和它的起始网络",
    ),
    "gan_chart_parts": ("Parts of the generator's loss", "生成器损失的组成"),
    "gan_chart_parts_y": ("as weighed in the sum", "按总和中的权重"),
    "gan_chart_parts_alt": (
        "Pixel, perceptual and adversarial part of the generator's loss during training",
        "训练中生成器损失的像素、感知与对抗部分",
    ),
    "gan_line_d": ("D's loss", "D 的损失"),
    "gan_line_g": ("G's loss", "G 的损失"),
    "gan_line_real": ("D(x), on real pictures", "D(x)，对真实图片"),
    "gan_line_fake": ("D(G(z)), on made ones", "D(G(z))，对生成图片"),
    "gan_line_pixel": ("pixels (L1)", "像素（L1）"),
    "gan_line_perceptual": ("perceptual", "感知"),
    "gan_line_adversarial": ("adversarial", "对抗"),
    "gan_line_psnr": ("this network", "本网络"),
    "gan_line_frechet": ("samples of the GAN", "GAN 的样本"),
    "gan_line_sure": ("samples of the GAN", "GAN 的样本"),
    "gan_split_train": (", training", "，训练"),
    "gan_split_val": (", held out", "，留出"),
    "gan_level_even_d": ("even game, D (2 log 2)", "势均力敌时的 D（2 log 2）"),
    "gan_level_even_g": ("even game, G (log 2)", "势均力敌时的 G（log 2）"),
    "gan_level_coin": ("a coin", "抛硬币"),
    "gan_level_real": ("real digits it never saw", "它从未见过的真实数字"),
    "gan_level_vae": ("samples of vae-digits", "vae-digits 的样本"),
    "gan_film_title": ("The same noise, as training goes on", "同样的噪声，随训练推进"),
    "gan_film_play": ("Play", "播放"),
    "gan_film_pause": ("Pause", "暂停"),
    "gan_film_moment": ("Moment of the training", "训练的时刻"),
    "gan_film_samples": ("What the generator makes of the same seeds at the chosen moment", "所选时刻生成器由同样的种子生成的图片"),
    "gan_film_step": ("after {step} updates", "更新 {step} 次后"),
    "gan_film_losses": (
        "D's loss {d}, G's {g}; D says {real} of real pictures, {fake} of made ones.",
        "D 的损失 {d}，G 的损失 {g}；D 对真实图片答 {real}，对生成图片答 {fake}。",
    ),
    "gan_film_measure": (
        "A classifier is sure of {sure} % of the samples; Fréchet distance from real digits {frechet}.",
        "分类器对 {sure} % 的样本有把握；与真实数字的 Fréchet 距离为 {frechet}。",
    ),
    "gan_says_losses": (
        "From the first tenth of the run to the last, G's loss went from {g_early} to {g_late} and D's from {d_early} to {d_late} (means).",
        "从训练的前十分之一到最后十分之一，G 的损失从 {g_early} 变为 {g_late}，D 的从 {d_early} 变为 {d_late}（均值）。",
    ),
    "gan_says_better": (
        "The samples got nearer to real digits all the same: Fréchet distance {early} after {step} updates, {late} at the end. Loss is "
        "not quality.",
        "而样本却更接近真实数字：更新 {step} 次后 Fréchet 距离为 {early}，结束时为 {late}。损失不等于质量。",
    ),
    "gan_says_worse": (
        "The samples did not get nearer to real digits: Fréchet distance {early} after {step} updates, {late} at the end.",
        "样本并没有更接近真实数字：更新 {step} 次后 Fréchet 距离为 {early}，结束时为 {late}。",
    ),
    "gan_says_mends": (
        "At the end: {psnr} dB on held-out photos; the critic says {real} of real photos and {fake} of repairs.",
        "结束时：留出照片上 {psnr} dB；评判网络对真实照片答 {real}，对修复图答 {fake}。",
    ),
    "gan_says_lower": (
        "At the end: {psnr} dB on held-out photos, {gap} dB less than {start}, as which it began. That is the price of looking real; the "
        "critic says {real} of real photos and {fake} of repairs.",
        "结束时：留出照片上 {psnr} dB，比它的起点 {start} 低 {gap} dB。这是看起来真实的代价；评判网络对真实照片答 {real}，对修复图答 "
        "{fake}。",
    ),
    "gan_says_higher": (
        "At the end: {psnr} dB on held-out photos, {gap} dB more than {start}, as which it began; the critic says {real} of real photos "
        "and {fake} of repairs.",
        "结束时：留出照片上 {psnr} dB，比它的起点 {start} 高 {gap} dB；评判网络对真实照片答 {real}，对修复图答 {fake}。",
    ),
    "gan_note_even": (
        "Dotted: an even game. If D cannot tell real from made and answers 1/2 to all, its loss is 2 log 2 = 1.386 and G's is log 2 = "
        "0.693.",
        "点线：势均力敌。若 D 分不清真假、一律回答 1/2，它的损失是 2 log 2 = 1.386，G 的损失是 log 2 = 0.693。",
    ),
    "gan_note_relative": (
        "Each loss is measured by the other player. G's loss rises when D gets better, even while G draws better too; a run that goes "
        "nowhere in its losses may be going somewhere in its pictures.",
        "每个损失都由对手来衡量。D 变强时 G 的损失会上升，即使 G 也画得更好；损失原地踏步的训练，图片可能正在进步。",
    ),
    "gan_note_val": (
        "Training points are means over the updates since the point before. Held-out ones (dashed) ask the averaged weights that ship, on "
        "real pictures that D never learned from: if D(x) is lower there, D knows its training pictures by heart.",
        "训练点是上一点以来各次更新的均值。留出点（虚线）用最终发布的平均权重，在 D 没学过的真实图片上测得：若那里的 D(x) 更低，说明 D 记"
        "住了训练图片。",
    ),
    "gan_note_film": (
        "The film shows those averaged weights at saved moments, always with the same seeds, and batch norm's statistics measured anew "
        "for each moment.",
        "影片用各个保存时刻的平均权重，种子始终相同，每个时刻都重新测量批归一化的统计量。",
    ),
    "gan_note_measure": (
        "The measures of {count} samples at each moment are not used in training. They ask a classifier that was trained on real digits.",
        "每个时刻 {count} 张样本的指标不参与训练，由一个用真实数字训练的分类器给出。",
    ),
    "gan_note_parts": (
        "The generator adds up three voices: near in pixels, near in the features of another network, and D's opinion.",
        "生成器把三种声音加在一起：像素接近、另一网络的特征接近，以及 D 的意见。",
    ),
    "gan_note_psnr": (
        "PSNR is what the pixels alone would train for. It falls when detail is invented, however real that looks.",
        "PSNR 是只看像素时的目标。编造细节会让它下降，无论看起来多真实。",
    ),
    "gan_counted_title": ("What it draws, counted", "它画了什么：统计"),
    "gan_counted_intro": (
        "A generator may forget part of what it was shown and still fool D: mode collapse. So the digits it draws are read by a "
        "classifier and counted, beside a VAE's and real ones.",
        "生成器可能漏掉一部分内容，却仍骗得过 D：这叫模式坍塌。因此由分类器读出它画的数字并计数，与 VAE 的样本和真实数字对照。",
    ),
    "gan_counted_table": ("Numbers of the three sets", "三组的数值"),
    "gan_counted_all": (
        "No digit was forgotten: the rarest, {least}, has {low} % of its drawings, the most frequent, {most}, {high} %.",
        "没有漏掉任何数字：最少的是 {least}，占 {low} %；最多的是 {most}，占 {high} %。",
    ),
    "gan_counted_uneven": (
        "It draws the digits unevenly: the rarest, {least}, has {low} % of its drawings, the most frequent, {most}, {high} %. A sign of "
        "mode collapse.",
        "它画得不均匀：最少的是 {least}，只占 {low} %；最多的是 {most}，占 {high} %。这是模式坍塌的迹象。",
    ),
    "gan_counted_nearer": (
        "As a whole its digits are nearer to real ones (Fréchet distance {gan}) than the VAE's ({vae}); real ones among themselves: "
        "{real}.",
        "总体上它的数字比 VAE 的更接近真实数字（Fréchet 距离 {gan} 对 {vae}）；真实数字之间为 {real}。",
    ),
    "gan_counted_farther": (
        "As a whole its digits are farther from real ones (Fréchet distance {gan}) than the VAE's ({vae}); real ones among themselves: "
        "{real}.",
        "总体上它的数字比 VAE 的离真实数字更远（Fréchet 距离 {gan} 对 {vae}）；真实数字之间为 {real}。",
    ),
    "gan_counted_row_gan": ("dcgan-digits", "dcgan-digits"),
    "gan_counted_row_vae": ("vae-digits", "vae-digits"),
    "gan_counted_row_real": ("real digits, held out", "真实数字（留出）"),
    "gan_counted_even": ("10 % each", "各占 10 %"),
    "gan_counted_axis": ("digit that the classifier reads", "分类器读出的数字"),
    "gan_counted_alt": (
        "Share of each digit among the samples of the GAN, of the VAE, and among real digits; the table below has the ends",
        "GAN 样本、VAE 样本与真实数字中每个数字的比例；下表列出最小值和最大值",
    ),
    "gan_counted_c_count": ("digits", "数量"),
    "gan_counted_c_least": ("rarest class", "最少的类"),
    "gan_counted_c_most": ("most frequent class", "最多的类"),
    "gan_counted_c_sure": ("classifier sure (> 90 %)", "分类器有把握（> 90 %）"),
    "gan_counted_c_frechet": ("Fréchet distance", "Fréchet 距离"),
    "gan_counted_judge": (
        "The classifier is no oracle: it must name one of ten digits even for a scribble, and is not always sure of a real one either. So "
        "the row of real digits, not 100 %, is the mark to reach.",
        "分类器并非神谕：就算是涂鸦它也得说出一个数字，对真实数字也未必有把握。因此要达到的标准是真实数字那一行，而不是 100 %。",
    ),
    "gan_counted_frechet": (
        "Fréchet distance (squared): how far two clouds of classifier features lie apart, their means and spreads together; each set is "
        "held against the same {compared} real digits. 0 would be the same cloud. It is no FID, which uses another network's features.",
        "Fréchet 距离（平方）：分类器特征的两团点云相距多远，均值与离散程度一并计入；每一组都与同样的 {compared} 个真实数字比较。0 表示同"
        "一团。它不是 FID：后者用另一个网络的特征。",
    ),
    "gan_counted_classes": (
        "Even shares do not prove variety: a generator might draw the same ten digits again and again. Look at the samples, too.",
        "比例均匀并不证明多样：生成器可能反复画同样的十个数字。也要看看样本本身。",
    ),
    # curves (end)
}
