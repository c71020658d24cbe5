"""The words of the GAN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "gan_own_info": (
        "Its middle square is taken, at most 256 × 256 pixels. It must have at least {least} pixels a side.",
        "取图片中间的正方形，最大 256 × 256 像素；每边至少 {least} 像素。",
    ),
    "gan_small": ("Made {scale} times smaller", "缩小到 1/{scale}"),
    "gan_running": (
        "Mending … {done} of {of} networks between CNN and GAN are done.",
        "正在修复……从 CNN 到 GAN 的 {of} 个网络已完成 {done} 个。",
    ),
    "gan_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "gan_not_yet": ("This picture has not been mended yet.", "这张图片还没有修复。"),
    # the board: pictures and slider
    "gan_b_cnn": ("CNN", "CNN"),
    "gan_b_gan": ("GAN", "GAN"),
    "gan_b_truth": ("Original", "原图"),
    "gan_b_damaged": ("Damaged", "损坏"),
    "gan_b_alt": ("{what}: {name}", "{what}：{name}"),
    "gan_b_shows": ("Picture that is shown", "显示哪一张"),
    "gan_b_lens_alt": (
        "The picture, with a lens. Click to move the lens, or use the arrow keys; with Shift, by one pixel.",
        "图片与放大镜。点击可移动放大镜，也可用方向键；按住 Shift 每次移动一个像素。",
    ),
    "gan_b_faithful": ("Faithful (CNN)", "忠实（CNN）"),
    "gan_b_sharp": ("Sharp (GAN)", "锐利（GAN）"),
    "gan_b_mix": ("How much of the network's weights is the GAN's", "网络权重中 GAN 所占的比例"),
    "gan_b_mixed": ("Mix {mix}", "混合 {mix}"),
    "gan_b_small": ("Small photo", "小图"),
    "gan_b_wait": ("is being computed; the nearest one is shown", "正在计算；先显示最接近的一个"),
    "gan_b_shade": ("Shade what is invented", "标出编造的部分"),
    "gan_b_shade_on": (
        "Hatched orange: in a hole, everything. In an enlarged photo, what the critic had added to the CNN's answer: strongest where the "
        "two differ by 16 of 255 or more, so nothing at the CNN's end, although its fine detail is a guess too.",
        "橙色斜线：缺口里的一切；放大的照片里，则是判别器促使网络在 CNN 的答案上添加的内容，"
        "两者相差达到 16（满值 255）时最浓。所以滑到 CNN 一端时没有斜线，尽管它的细节同样是猜的。",
    ),
    "gan_b_lens": ("The same spot in every picture", "各张图片的同一处"),
    "gan_b_lens_hint": (
        "Click into the picture above to move the lens. It begins where CNN and GAN differ most, or in the hole.",
        "点击上面的图片即可移动放大镜。它最初停在 CNN 与 GAN 差别最大的地方，或停在缺口上。",
    ),
    # the board: charts
    "gan_b_slide": ("Sharp or faithful?", "锐利还是忠实？"),
    "gan_b_slide_note": (
        "The slider mixes the weights of the two networks, number by number, into one network that then mends the photo. It does not lay "
        "their pictures over each other.",
        "滑块把两个网络的权重逐个混合成一个网络，再由它修复照片；并不是把两张图叠在一起。",
    ),
    "gan_b_plane": ("Distortion against looks", "失真与观感"),
    "gan_b_plane_alt": (
        "Chart: root mean square error to the right, NIQE upwards, for original, classical method, CNN, GAN and the path between them",
        "图表：横轴为均方根误差，纵轴为 NIQE；标出原图、经典方法、CNN、GAN 及两者之间的路径",
    ),
    "gan_b_plane_note": (
        "Left: nearer to the truth. The nearer to the dashed line, the original's NIQE, the more photo-like. The ring is the slider.",
        "越靠左，越接近真值；越靠近虚线（原图的 NIQE），越像照片。圆环是滑块的位置。",
    ),
    "gan_b_axis_x": ("error (RMSE, of 255)", "误差（RMSE，满值 255）"),
    "gan_b_axis_y": ("NIQE", "NIQE"),
    "gan_b_no_niqe": (
        "NIQE cannot judge this picture: it needs 192 pixels a side, and some detail.",
        "NIQE 无法评判这张图片：每边至少要有 192 像素，并且要有细节。",
    ),
    "gan_b_spectrum": ("Power at every fineness of detail", "各种细节尺度上的功率"),
    "gan_b_spectrum_alt": (
        "Chart: power of luma against the original's, in decades, from coarse detail on the left to fine on the right",
        "图表：亮度功率与原图之比（以数量级计），从左边的粗略细节到右边的精细细节",
    ),
    "gan_b_spectrum_note": (
        "Luma; 0 is the original's power, −1 a tenth of it. The right power does not mean that detail is in the right place.",
        "亮度；0 表示与原图功率相同，−1 表示只有十分之一。功率对了，不等于细节的位置也对。",
    ),
    "gan_b_axis_f": ("fineness (cycles per pixel)", "细节尺度（周期/像素）"),
    "gan_b_axis_p": ("power, decades", "功率（数量级）"),
    "gan_b_lost": ("finer: lost", "更细：已丢失"),
    # the board: what the numbers say
    "gan_b_nothing_lost": ("Nothing was damaged, so there is nothing to mend.", "图片没有损坏，无需修复。"),
    "gan_b_nearer_cnn": ("The CNN is nearer to the original, by {db} dB.", "CNN 更接近原图，领先 {db} dB。"),
    "gan_b_nearer_gan": ("The GAN is nearer to the original, by {db} dB.", "GAN 更接近原图，领先 {db} dB。"),
    "gan_b_looks_gan": (
        "The GAN's NIQE ({gan}) is nearer to the original's ({truth}) than the CNN's ({cnn}).",
        "GAN 的 NIQE（{gan}）比 CNN 的（{cnn}）更接近原图（{truth}）。",
    ),
    "gan_b_looks_cnn": (
        "The CNN's NIQE ({cnn}) is nearer to the original's ({truth}) than the GAN's ({gan}).",
        "CNN 的 NIQE（{cnn}）比 GAN 的（{gan}）更接近原图（{truth}）。",
    ),
    "gan_b_unseen_small": (
        "Of either picture, {share} % is inferred from the small photo, not seen in it; fine detail is invented.",
        "两张图都有 {share} % 是由小图推断的，并非所见；精细的细节是编造的。",
    ),
    "gan_b_unseen_hole": (
        "{share} % of the pixels are missing: what either network put there is invented.",
        "有 {share} % 的像素缺失：两个网络填进去的内容都是编造的。",
    ),
    "gan_b_scores": ("Scores", "分数"),
    "gan_b_caption": (
        "PSNR and SSIM: RGB, whole picture, no border cropped, after rounding to 8 bits; higher is nearer. NIQE: luma, from 0 up, without "
        "the original; the one nearest to the original's is marked. Differences of less than 1 in one picture's NIQE mean little. Time: on "
        "this machine.",
        "PSNR 与 SSIM：RGB，整张图，不裁边，取整到 8 位之后；越高越接近。NIQE：亮度，从 0 起，不看原图；最接近原图 NIQE 的带有标记。"
        "单张图的 NIQE 相差不到 1 时说明不了什么。耗时：在本机上。",
    ),
    # the board: invention meter
    "gan_b_meter": ("Seen, or invented?", "是看到的，还是编造的？"),
    "gan_b_meter_of": ("Root mean square, of 255", "均方根（满值 255）"),
    "gan_b_fit_small": ("Off from the small photo, when shrunk again", "再次缩小后，与小图相差"),
    "gan_b_fit_hole": ("Off from the known pixels", "与已知像素相差"),
    "gan_b_amount_small": ("Detail that the small photo cannot show: how much", "小图显示不了的细节：有多少"),
    "gan_b_amount_hole": ("Filling, apart from the mean colour: how much", "填充内容（除去平均颜色）：有多少"),
    "gan_b_wrong": ("How far that is from the original's", "与原图的相应内容相差多少"),
    "gan_b_nothing": ("For comparison: had nothing been invented", "对照：如果什么都不编造"),
    "gan_b_meter_note": (
        "The first line can be checked without the original. The others cannot: only the lab, which made the damage, knows them.",
        "第一行不需要原图就能核对；其余各行不行，只有自己制造损坏的实验台才知道。",
    ),
    "gan_b_worse_than_nothing": (
        "What the GAN invented is further from the original ({made}) than inventing nothing would be ({nothing}); the CNN's guess: {cnn}. "
        "It was not asked to be right, but to be likely.",
        "GAN 编造的内容与原图相差 {made}，比什么都不编造（{nothing}）还远；CNN 的猜测相差 {cnn}。它要做到的不是正确，而是可信。",
    ),
    "gan_b_better_than_nothing": (
        "What the GAN invented is nearer to the original ({made}) than inventing nothing would be ({nothing}); the CNN's guess: {cnn}.",
        "GAN 编造的内容与原图相差 {made}，比什么都不编造（{nothing}）要近；CNN 的猜测相差 {cnn}。",
    ),
    # inside
    "gan_in_intro": (
        "Play the game of two networks, look through the critic's eye, or find the faults in a program.",
        "玩一玩两个网络的对局，透过判别器的眼睛看图片，或者在一段程序里找错。",
    ),
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
    "gan_runs_photos": ("Restorers with a critic", "带判别器的修复网络"),
    "gan_run_dcgan_digits": ("digits", "数字"),
    "gan_run_dcgan_emoji": ("emoji", "表情符号"),
    "gan_run_gan_sr4": ("photos four times larger", "照片放大四倍"),
    "gan_run_gan_inpaint": ("large holes filled", "填补大块缺失"),
    "gan_axis_log": ("Updates, logarithmic", "更新次数（对数）"),
    "gan_x_log": ("updates, logarithmic", "更新次数（对数）"),
    "gan_x_step": ("updates", "更新次数"),
    "gan_x_time": ("minutes", "分钟"),
    "gan_chart_losses": ("Losses of both players", "两个玩家的损失"),
    "gan_chart_losses_y": ("cross-entropy, nats", "交叉熵，奈特"),
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
        "结束时：留出照片上 {psnr} dB；判别器对真实照片答 {real}，对修复图答 {fake}。",
    ),
    "gan_says_lower": (
        "At the end: {psnr} dB on held-out photos, {gap} dB less than {start}, as which it began. That is the price of looking real; the "
        "critic says {real} of real photos and {fake} of repairs.",
        "结束时：留出照片上 {psnr} dB，比它的起点 {start} 低 {gap} dB。这是看起来真实的代价；判别器对真实照片答 {real}，对修复图答 "
        "{fake}。",
    ),
    "gan_says_higher": (
        "At the end: {psnr} dB on held-out photos, {gap} dB more than {start}, as which it began; the critic says {real} of real photos "
        "and {fake} of repairs.",
        "结束时：留出照片上 {psnr} dB，比它的起点 {start} 高 {gap} dB；判别器对真实照片答 {real}，对修复图答 {fake}。",
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
    # the game on points
    "game_tab": ("Game", "对局"),
    "game_title": ("Two players on a plane", "平面上的两个玩家"),
    "game_intro": (
        "G makes points of noise and wants them taken for real ones. D tells real from made. Each learns from the other: press Play, and "
        "watch the diamonds look for the green dots.",
        "G 用噪声生成点，想让它们被当成真点；D 负责分辨真假。两个玩家互相学习：按“开始”，看菱形怎样去找绿点。",
    ),
    "game_preset": ("A game to begin with", "选一局"),
    "game_preset_works": ("It works", "顺利"),
    "game_preset_collapse": ("Mode collapse", "模式坍塌"),
    "game_preset_strong": ("D too strong", "D 太强"),
    "game_preset_swing": ("No rest", "摇摆不定"),
    "game_watch_works": (
        "Watch G's grid: it unfolds until there are diamonds on all eight heaps. D's line has less and less to hold on to, and the arrows "
        "shrink.",
        "看 G 的网格：它慢慢展开，直到八堆点上都有菱形。D 的分界线越来越无处可划，箭头也越来越短。",
    ),
    "game_watch_collapse": (
        "G learns three times as fast as D. Watch the diamonds: they crowd where D was last deceived, D learns that, and the crowd moves "
        "on. How many of the eight heaps are covered at once?",
        "G 学得比 D 快三倍。看菱形：它们挤到 D 刚刚上当的地方，D 学会之后，又一起挤到别处。同一时刻能覆盖八堆中的几堆？",
    ),
    "game_watch_strong": (
        "D learns faster, plays ten times for each turn of G, and G minimises log(1 − D). Watch the arrows: where D is sure, they vanish, "
        "and G is told nothing. Then choose the non-saturating loss under Change the rules.",
        "D 学得快，G 每走一步它走十步，而 G 最小化的是 log(1 − D)。看箭头：D 有十足把握之处，箭头消失，G 什么也得不到。"
        "然后在“修改规则”里换成非饱和损失。",
    ),
    "game_watch_swing": (
        "Both learn fast. Watch the distance in the second chart: it does not settle, for each player chases where the other was.",
        "两个玩家都学得很快。看第二张图里的距离：它停不下来，因为每个玩家追的都是对方刚才的位置。",
    ),
    "game_target": ("Points to imitate", "要模仿的点"),
    "game_target_gaussians": ("Eight heaps", "八堆"),
    "game_target_ring": ("Ring", "圆环"),
    "game_target_moons": ("Two moons", "双月"),
    "game_target_line": ("Line", "线段"),
    "game_target_drawn": ("Draw your own", "自己画"),
    "game_rules": ("Change the rules: loss, learning rates, noise, seed", "修改规则：损失、学习率、噪声、种子"),
    "game_loss": ("Loss", "损失"),
    "game_loss_saturating": ("Saturating: log(1 − D)", "饱和：log(1 − D)"),
    "game_loss_non_saturating": ("Non-saturating: −log D", "非饱和：−log D"),
    "game_loss_least_squares": ("Least squares", "最小二乘"),
    "game_loss_wasserstein": ("Wasserstein, gradient penalty", "Wasserstein，梯度惩罚"),
    "game_steps_d": ("Turns of D to one of G", "G 每走一步，D 走几步"),
    "game_lr_d": ("Learning rate of D", "D 的学习率"),
    "game_own_lr_d": ("D: or type one", "D：或自己输入"),
    "game_lr_g": ("Learning rate of G", "G 的学习率"),
    "game_own_lr_g": ("G: or type one", "G：或自己输入"),
    "game_noise": ("Noise z", "噪声 z"),
    "game_noise_normal_2d": ("Normal, 2 numbers", "正态，2 个数"),
    "game_noise_normal_1d": ("Normal, 1 number", "正态，1 个数"),
    "game_noise_uniform_2d": ("Uniform, 2 numbers", "均匀，2 个数"),
    "game_noise_uniform_1d": ("Uniform, 1 number", "均匀，1 个数"),
    "game_play": ("Play", "开始"),
    "game_turn_d": ("One turn of D", "D 走一步"),
    "game_turn_g": ("One turn of G", "G 走一步"),
    "game_reset": ("Start over", "从头再来"),
    "game_slow": ("Slow motion", "慢动作"),
    "game_is_new": (
        "Nobody has learned anything yet. Press Play, or let D and G take a turn each.",
        "还没有谁学过什么。按“开始”，或让 D 和 G 各走一步。",
    ),
    "game_is_running": ("Playing …", "对局进行中……"),
    "game_is_paused": ("Paused after {turns} turns.", "已暂停：共走 {turns} 步。"),
    "game_is_capped": (
        "A game lasts {cap} seconds of learning; this one is over after {turns} turns. Play begins the same one anew.",
        "一局最多学习 {cap} 秒；这一局共走 {turns} 步，已结束。按“开始”重来同一局。",
    ),
    "game_says_covered": (
        "Made points cover {covered} of 8 heaps; {near} % of them lie on one.",
        "生成的点覆盖 8 堆中的 {covered} 堆；{near} % 的点落在某一堆上。",
    ),
    "game_says_distance": (
        "They are {distance} from the real ones; two sets of real points are {least} apart.",
        "它们与真点的距离为 {distance}；两组真点之间的距离为 {least}。",
    ),
    "game_says_apart": (
        "D ranks a real point above a made one in {share} % of all pairs (50 %: it cannot tell).",
        "在所有真假点对中，D 有 {share} % 把真点排在前面（50 % 表示分不出）。",
    ),
    "game_says_not_apart": (
        "D cannot tell them apart, or is wrong: it ranks a real point above a made one in {share} % of all pairs (chance: 50 %).",
        "D 分不出真假，或者判反了：在所有真假点对中，它有 {share} % 把真点排在前面（瞎猜为 50 %）。",
    ),
    "game_says_arrow": (
        "G is told where to go: half of its points stand on a slope steeper than {arrow}.",
        "G 知道该往哪走：一半的点所在处坡度大于 {arrow}。",
    ),
    "game_says_faint": (
        "G is told almost nothing: half of its points stand on a slope of less than {arrow}.",
        "G 几乎得不到指引：一半的点所在处坡度小于 {arrow}。",
    ),
    "game_says_still": (
        "The learning rate of {player} is 0: it takes its turns and learns nothing.", "{player} 的学习率为 0：轮到它也学不到东西。"
    ),
    "game_says_nobody": (
        "Both learning rates are 0: turns are taken, and nobody learns anything.", "两个学习率都为 0：双方照常走步，谁也学不到东西。"
    ),
    "game_word_by_hand": (
        "Draw: click or drag on the plane; or move the cross with the arrow keys, Enter adds a point, Backspace takes one back. "
        "A new game begins.",
        "画点：在平面上点击或拖动；也可用方向键移动十字，回车加一个点，退格撤销。每次改动都会开始新的一局。",
    ),
    "game_word_undo": ("Take one back", "撤销一个"),
    "game_word_clear": ("Remove all", "全部清除"),
    "game_word_legend": ("What is drawn", "图例"),
    "game_word_real": ("real points", "真点"),
    "game_word_made": ("points made by G", "G 生成的点"),
    "game_word_arrows": ("where D's slope tells G to move them", "D 的坡度让 G 把点移向哪里"),
    "game_word_grid": ("G's grid: a regular grid of noise, bent by G", "G 的网格：规则的噪声网格，被 G 弯到平面上"),
    "game_word_surface": ("what D says of each place; the line: undecided", "D 对每处的判断；线上：难分真假"),
    "game_key_probability_low": ("D = 0: made", "D = 0：生成的"),
    "game_key_probability_high": ("D = 1: real", "D = 1：真的"),
    "game_key_least_squares_low": ("D says 0 or less: made", "D 答 0 或更小：生成的"),
    "game_key_least_squares_high": ("1 or more: real", "1 或更大：真的"),
    "game_key_wasserstein_low": ("lowest on the plane", "平面上最低"),
    "game_key_wasserstein_high": ("highest: where G should go", "最高：G 该去的地方"),
    "game_plane": ("The plane, with real and made points.", "平面，上面有真点和生成的点。"),
    "game_count": ("Points drawn: {count}", "已画 {count} 个点"),
    "game_turns_d": ("D: {count} turns", "D：{count} 步"),
    "game_turns_g": ("G: {count} turns", "G：{count} 步"),
    "game_loss_of_d": ("Loss of D", "D 的损失"),
    "game_loss_of_g": ("Loss of G", "G 的损失"),
    "game_distance": ("Distance", "距离"),
    "game_yardstick": ("Between two real sets", "两组真点之间"),
    "game_speed": ("Rounds / s", "每秒轮数"),
    "game_parameters": ("Weights of G + D", "G + D 的权重数"),
    "game_axis": ("Turns of both together", "双方总步数"),
    "game_line_d": ("D", "D"),
    "game_line_g": ("G", "G"),
    "game_even_d": ("D, if it cannot tell: {level}", "D 分不出真假时：{level}"),
    "game_even_g": ("G, then: {level}", "此时 G 的损失：{level}"),
    "game_chart_losses": ("What each player minimises", "每个玩家最小化的损失"),
    "game_alt_losses": ("Curves of both losses against turns.", "双方损失随步数的曲线。"),
    "game_chart_distance": ("How far made points are from real ones", "生成的点离真点有多远"),
    "game_line_distance": ("this game", "这一局"),
    "game_line_before": ("game before", "上一局"),
    "game_line_least": ("two real sets: {least}", "两组真点：{least}"),
    "game_alt_distance": (
        "The distance is {distance} now; between two real sets {least}.",
        "现在距离为 {distance}；两组真点之间为 {least}。",
    ),
    "game_note_distance": (
        "Distance: sliced Wasserstein, the mean over {directions} fixed directions, of {points} made and {points} real points that neither "
        "player learns from; in units of the plane, which is 3.2 wide. Each turn shows a player {batch} points of each kind; a value of "
        "the charts is a mean over {row} turns or the state after them.",
        "距离：切片 Wasserstein 距离，对 {directions} 个固定方向取平均，用 {points} 个生成的点和 {points} 个真点，双方都没有用它们学习；"
        "单位与平面相同，平面宽 3.2。"
        "每一步给玩家看两类点各 {batch} 个；曲线上的值是 {row} 步的平均，或其后的状态。",
    ),
    "game_note_covered": (
        "Covered: at least {due} % of {points} made points (a quarter of a heap's due) lie within {sd:g} standard deviations of its "
        "centre.",
        "覆盖：{points} 个生成的点中至少有 {due} %（一堆应得份额的四分之一）落在该堆中心的 {sd:g} 个标准差以内。",
    ),
    "game_note_drawn": (
        "Real points are drawn from yours at random, each moved by a little (standard deviation {jitter}).",
        "真点从你画的点中随机抽取，每个都略有移动（标准差 {jitter}）。",
    ),
    # inside: a listing mended
    "listing": ("Listing", "修代码"),
    "listing_title": ("Fourteen faults", "十四处错误"),
    "listing_intro": (
        "Listings like this one are copied from page to page, and cannot run. We wrote this one, in Keras, with the faults that "
        "such listings have. Find them: click a line that you do not trust. There is no penalty for a wrong guess.",
        "这类代码在网上被一再转抄，却根本不能运行。下面这段是我们用 Keras 写的，带有这类代码常见的错误。来找找看：点击你不放心的那一"
        "行。点错了也没关系。",
    ),
    "listing_count": ("{found} of {count} found", "找到 {found} / {count}"),
    "listing_shown": ("{found} of {count} found, {shown} shown", "找到 {found} / {count}，显示 {shown}"),
    "listing_hint": ("Hint", "提示"),
    "listing_hint_lines": ("Look at lines {low} to {high}.", "看第 {low} 至 {high} 行。"),
    "listing_no_hint": ("There is nothing left to hint at: all faults are found or shown.", "没有什么可提示的了：错误都已找到或显示。"),
    "listing_all": ("Show all", "全部显示"),
    "listing_shows_at": (
        "All faults are marked now. Click a marked line, or a name in the list.",
        "所有错误都已标出。点击有标记的行，或列表中的名称。",
    ),
    "listing_over": ("Start over", "重新开始"),
    "listing_mended": ("Show the mended program", "显示修好的程序"),
    "listing_hide": ("Hide the mended program", "隐藏修好的程序"),
    "listing_code": ("The listing, line by line", "逐行的代码"),
    "listing_keys": (
        "Click a line. With the keyboard: ↑ ↓ to a line, Enter to choose it. ✓: found; ✓?: found, but this line has one more.",
        "点击一行。用键盘：↑ ↓ 移动，Enter 选定。✓：已找到；✓?：已找到，但这一行还有别的错误。",
    ),
    "listing_line": ("Line {number}: {code}", "第 {number} 行：{code}"),
    "listing_board": ("What is said of the line", "对这一行的说明"),
    "listing_start": (
        "Begin anywhere, or at the top. Some lines have two faults, some faults show on several lines. Does every name exist? Do "
        "the shapes fit? Where does the gradient go?",
        "从哪里开始都行。有的行有两处错误，有的错误出现在好几行。每个名字都存在吗？形状对得上吗？梯度流向哪里？",
    ),
    "listing_found": ("Line {number}: a fault.", "第 {number} 行：有错。"),
    "listing_found_more": ("Line {number}: {count} faults at once.", "第 {number} 行：一次找到 {count} 处错误。"),
    "listing_again": ("Line {number}: you have this one already.", "第 {number} 行：这处你已经知道了。"),
    "listing_was": ("As it stands", "原样"),
    "listing_now": ("Mended", "改正后"),
    "listing_fine": ("Line {number} is fine.", "第 {number} 行没有问题。"),
    "listing_found_title": ("Found so far", "已找到"),
    "listing_done": (
        "All fourteen, by yourself. Below is the same idea as a program that runs.",
        "十四处全部由你找到。下面是同一想法、可以运行的程序。",
    ),
    "listing_mended_title": ("The same idea, in a program that runs", "同一想法，可以运行的程序"),
    "listing_about_mended": (
        "Not the listing patched line by line, but what it wanted to be, in PyTorch: noise, two players, a turn each, binary "
        "cross-entropy on logits. This is the whole file restoration/exhibits/mended.py; below the lab runs its own functions.",
        "这不是逐行打补丁，而是用 PyTorch 写出它本来的意图：噪声、两个玩家、轮流更新、对 logit 的二元交叉熵。这里是 restoration/exhi"
        "bits/mended.py 的全文；下面运行的就是其中的函数。",
    ),
    "listing_copy": ("Copy", "复制"),
    "listing_copied": ("Copied.", "已复制。"),
    "listing_not_copied": (
        "The browser does not allow it: the program is marked, press Ctrl+C.",
        "浏览器不允许复制：程序已选中，请按 Ctrl+C。",
    ),
    "listing_title_imports": ("Three layers are used and never imported", "三个层用了，却没有导入"),
    "listing_why_imports": (
        "LeakyReLU, Reshape and UpSampling2D stand in no import. Python stops at the first of them with a NameError, before any "
        "network exists.",
        "LeakyReLU、Reshape 和 UpSampling2D 都没有出现在导入语句里。Python 一遇到其中第一个就报 NameError 停下，网络还一个都没有建成。",
    ),
    "listing_hint_imports": (
        "Compare the names of the layers that are used with the names that are imported.",
        "把用到的层的名字与导入的名字对照一遍。",
    ),
    "listing_title_input": ("The generator is fed a picture, not noise", "给生成器的输入是图片，不是噪声"),
    "listing_why_input": (
        "A generator turns noise into a picture: here 100 random numbers, as the loop draws them. This input asks for 100 × 100 "
        "pixels of 3 colours, and the noise of shape (32, 100) does not fit it. Somebody took the 100 for a side.",
        "生成器把噪声变成图片：这里的噪声是循环里抽取的 100 个随机数。可这个输入要的是 100 × 100 像素、3 种颜色的图片，形状为 (32, 1"
        "00) 的噪声放不进去。显然有人把 100 当成了边长。",
    ),
    "listing_hint_input": (
        "What does a generator make its pictures of? Compare its first line with what the loop gives to it.",
        "生成器用什么来造图片？把它的第一行与循环里给它的东西比一比。",
    ),
    "listing_title_reshape": ("Reshape cannot fit", "Reshape 放不下"),
    "listing_why_reshape": (
        "A Dense layer acts on the last axis alone. From (100, 100, 3) it makes (100, 100, 12544): 125,440,000 numbers a picture. "
        "Reshape((7, 7, 256)) has room for 12,544. With 100 numbers of noise as the input, Dense gives 12,544, and they fit.",
        "Dense 层只作用于最后一个轴。输入 (100, 100, 3)，输出就是 (100, 100, 12544)：每张图片 125,440,000 个数。而 Reshape((7, 7, 25"
        "6)) 只容得下 12,544 个。把输入换成 100 个噪声数，Dense 给出 12,544 个，正好放下。",
    ),
    "listing_hint_reshape": (
        "A Dense layer acts on the last axis alone. How many numbers leave it, and how many go into 7 × 7 × 256?",
        "Dense 层只作用于最后一个轴。它输出多少个数？7 × 7 × 256 又装得下多少个？",
    ),
    "listing_title_sizes": ("The two players do not speak of the same picture", "两个玩家说的不是同一种图片"),
    "listing_why_sizes": (
        "From 7 × 7, three doublings lead to 14, 28 and 56, and the last layer makes 3 colours: the generator ends at 56 × 56 × 3. "
        "The discriminator takes 28 × 28 × 1, the size of a grey digit, and refuses.",
        "从 7 × 7 开始，翻倍三次是 14、28、56，最后一层又输出 3 种颜色：生成器的结果是 56 × 56 × 3。判别器要的却是 28 × 28 × 1，即一"
        "张灰度数字的大小，于是拒收。",
    ),
    "listing_hint_sizes": (
        "Follow the size of the picture: 7, then doubled, then doubled … What does the other player expect?",
        "跟着图片的尺寸走：7，翻倍，再翻倍……另一个玩家要的是多大？",
    ),
    "listing_title_sigmoid": ("Two sigmoids, one after the other", "sigmoid 用了两次"),
    "listing_why_sigmoid": (
        "from_logits=True says: I am given logits, and apply the sigmoid myself. But the last layer has applied one already. Its "
        "answers lie between 0 and 1, and a second sigmoid squeezes them into 0.5 to 0.73: D can never say “surely made”, and its "
        "slopes shrink. (With some backends Keras notices, and warns.) Either is right alone; logits are safer, for no logarithm of "
        "0 can arise.",
        "from_logits=True 的意思是：给我的是 logit，sigmoid 由我来做。可最后一层已经做过一次，输出在 0 与 1 之间；再做一次，就被挤到"
        " 0.5 至 0.73：D 永远说不出“肯定是假的”，梯度也变小了。（有些后端下 Keras 会察觉并警告。）两种写法单用都对；用 logit 更稳妥"
        "，因为不会出现 0 的对数。",
    ),
    "listing_hint_sigmoid": (
        "What does from_logits=True promise about the last layer of the discriminator?",
        "from_logits=True 对判别器的最后一层作了什么保证？",
    ),
    "listing_title_frozen": ("The discriminator is frozen, and never trained", "判别器被冻结，从未训练"),
    "listing_why_frozen": (
        "Its weights are set to be left alone, its loss is computed and then used by nothing: no step of the loop changes it. So "
        "the generator would play against an opponent of random weights. Freezing D is right while G has its turn, and only then.",
        "它的权重被设为不更新；它的损失算出来之后也没有人用：循环里没有一步改变它。生成器的对手于是只是一堆随机权重。轮到 G 时冻结 D"
        " 是对的，但也只在那时才对。",
    ),
    "listing_hint_frozen": (
        "Both players must learn. Which lines change the discriminator's weights?",
        "两个玩家都得学习。哪几行改变了判别器的权重？",
    ),
    "listing_title_unasked": ("The generator's loss never asks the discriminator", "生成器的损失没有问过判别器"),
    "listing_why_unasked": (
        "What G wants is that D takes its pictures for real, so its loss needs D's answer on them. Here it is given the pictures "
        "themselves, and compares pixels with something. Then nobody plays against anybody: this is no GAN.",
        "G 想要的是让 D 把它的图片当成真的，所以它的损失需要 D 对这些图片的回答。这里交给损失的却是图片本身，拿像素去和别的东西比较"
        "。谁也没有和谁对抗：这不是 GAN。",
    ),
    "listing_hint_unasked": (
        "Whom does the generator want to convince? Look for that answer in its loss.",
        "生成器想说服谁？在它的损失里找找对方的回答。",
    ),
    "listing_title_y_true": ("y_true does not exist", "y_true 不存在"),
    "listing_why_y_true": (
        "The name was copied from code in which somebody hands labels in. Here nobody does: NameError. The generator needs no "
        "labels: it wants D to say 1 of everything that it makes.",
        "这个名字抄自别处，那里有人把标签传进来。这里没有：NameError。生成器不需要标签：它要 D 对它造的一切都回答 1。",
    ),
    "listing_hint_y_true": ("One name in the losses is defined nowhere.", "损失里有一个名字，哪儿都没有定义。"),
    "listing_title_lr": ("The argument lr is gone", "参数 lr 已被移除"),
    "listing_why_lr": (
        "Keras calls it learning_rate. The old name lr was deprecated for years and is refused now. The value 2e-4 and the 0.5 are "
        "DCGAN's, and good ones.",
        "Keras 里它叫 learning_rate。旧名 lr 弃用多年，现在会被拒绝。至于 2e-4 和 0.5，则是 DCGAN 的取值，没有问题。",
    ),
    "listing_hint_lr": ("One argument has another name today.", "有一个参数如今换了名字。"),
    "listing_title_images": ("images does not exist", "images 不存在"),
    "listing_why_images": (
        "No line loads a training set. It has to be loaded, brought into the range of tanh, from −1 to 1, and cut into batches. "
        "Left in 0 to 255, D would tell real from made by the range alone.",
        "没有一行加载训练集。应当先加载，再换算到 tanh 的范围 −1 至 1，然后分成批次。若留在 0 至 255，D 单凭数值范围就能分辨真假。",
    ),
    "listing_hint_images": ("Where do the real pictures come from?", "真实图片是从哪里来的？"),
    "listing_title_numpy": ("numpy is not imported", "没有导入 numpy"),
    "listing_why_numpy": (
        "np is a nickname that everybody knows, except Python: without its import it is a NameError.",
        "np 这个简称人人都认识，唯独 Python 不认识：没有导入就是 NameError。",
    ),
    "listing_hint_numpy": ("A two-letter name is used that nobody introduced.", "有一个两个字母的名字，没有人介绍过。"),
    "listing_title_predict": ("predict() cuts the gradient", "predict() 切断了梯度"),
    "listing_why_predict": (
        "predict() returns NumPy arrays. They hold numbers and no memory of how they were computed, so no gradient can flow back "
        "into the generator. It also runs batch norm as in use, not as in training. Call the network instead.",
        "predict() 返回 NumPy 数组：里面只有数，没有计算过程的记录，梯度无法流回生成器。而且它按使用时而不是训练时的方式运行批归一化"
        "。应当直接调用网络。",
    ),
    "listing_hint_predict": (
        "Through which line would the generator's gradient have to flow back? What does that line return?",
        "生成器的梯度要经过哪一行流回来？那一行返回的是什么？",
    ),
    "listing_title_optimizer": ("discriminator_optimizer does not exist", "discriminator_optimizer 不存在"),
    "listing_why_optimizer": (
        "Only one optimiser was made. Two players need one each: Adam keeps means of the gradients of the weights that it moves, "
        "and each player moves on its own turn.",
        "只建了一个优化器。两个玩家各需要一个：Adam 会为它所更新的权重保存梯度的均值，而两个玩家轮流更新。",
    ),
    "listing_hint_optimizer": ("How many optimisers are made, and how many are used?", "建了几个优化器？用了几个？"),
    "listing_title_foreign": ("These calls belong to PyTorch", "这几个调用属于 PyTorch"),
    "listing_why_foreign": (
        "zero_grad(), backward() and step() are PyTorch's. A Keras optimiser has none of them, nor has its loss: AttributeError. In "
        "TensorFlow a tape records the computation and is asked for gradients, and the optimiser applies them.",
        "zero_grad()、backward() 和 step() 是 PyTorch 的。Keras 的优化器和损失都没有：AttributeError。在 TensorFlow 里，由 tape 记录"
        "计算过程，再向它要梯度，最后由优化器应用。",
    ),
    "listing_hint_foreign": ("Which calls come from another framework?", "哪些调用来自另一个框架？"),
    "listing_fine_comment": ("A comment: it changes nothing, and this one is true.", "这是注释：不影响运行，说的也没错。"),
    "listing_fine_import": ("These names exist, and are imported from where they live.", "这些名字都存在，导入的位置也对。"),
    "listing_fine_norm": ("Batch norm in the generator is what DCGAN recommends.", "在生成器里用批归一化，正是 DCGAN 的建议。"),
    "listing_fine_dense": (
        "7 × 7 × 256 numbers are the right start for a small picture. Ask what comes in before it, and what is made of it after.",
        "以 7 × 7 × 256 个数作为小图的起点是对的。要问的是：它前面输入了什么，后面又怎样使用。",
    ),
    "listing_fine_strides": ("A convolution of stride 2 halves the picture: 28, 14, 7.", "步幅为 2 的卷积把图片减半：28、14、7。"),
    "listing_fine_dropout": (
        "Dropout in the discriminator is a matter of taste: it makes D less sure of itself.",
        "判别器里的 Dropout 可用可不用：它让 D 不那么自信。",
    ),
    "listing_fine_flatten": ("Before one answer is given, all places are put in a row.", "给出一个回答之前，先把所有位置排成一行。"),
    "listing_fine_conv": (
        "A convolution after an upsampling is a good way to grow a picture: no checkerboard.",
        "先上采样再卷积，是放大图片的好办法：不会有棋盘格。",
    ),
    "listing_fine_losses": (
        "D's loss is right: real ones should be answered 1, made ones 0, both from logits.",
        "D 的损失是对的：真实的应答 1，生成的应答 0，两者都由 logit 算出。",
    ),
    "listing_fine_settings": (
        "Epochs and batch size are free to choose; 100 and 32 are common.",
        "轮数和批大小可以自由选择；100 和 32 很常见。",
    ),
    "listing_fine_asks": ("The discriminator is asked, and in training mode: right.", "询问判别器，并用训练模式：正确。"),
    "listing_fine_line": ("Nothing is wrong here.", "这里没有问题。"),
    "listing_run": ("Run it", "运行"),
    "listing_run_one": ("One update", "一次更新"),
    "listing_run_title": ("Run it", "运行它"),
    "listing_run_intro": (
        "The file above, run here: noise in, {digits} written digits to learn from, batches of 32, Adam with 2e-4 and 0.5. One run "
        "may take at most {cap} s.",
        "在这里运行上面的文件：输入噪声，从 {digits} 个手写体数字中学习，批大小 32，Adam 取 2e-4 和 0.5。一次运行最多 {cap} 秒。",
    ),
    "listing_run_waiting": ("Preparing the run …", "正在准备……"),
    "listing_run_nothing": ("Nothing has run yet. Press Run it.", "还没有运行过。请点“运行”。"),
    "listing_run_made": (
        "Made by the generator, of the same noise at each look: invented digits",
        "生成器的作品，每次都用同一组噪声：全是编造的数字",
    ),
    "listing_run_real": ("Real: ten of the written digits that D is shown", "真实：给 D 看的手写体数字中的十个"),
    "listing_run_note": (
        "An epoch is {updates} updates of each player. {epochs} epochs are the listing's setting; where the server is busy the time "
        "ends sooner. The recorded run of 100 epochs, on more digits and with DCGAN's larger networks, is dcgan-digits, under Loss "
        "curves.",
        "一轮是每个玩家更新 {updates} 次。{epochs} 轮是原代码的设定；服务器繁忙时，时间会先用完。完整 100 轮的训练记录（数字更多，网"
        "络是 DCGAN 的较大版本）是 dcgan-digits，见“损失曲线”。",
    ),
    "listing_run_epoch": ("Epoch", "轮"),
    "listing_run_loss_d": ("D's loss, nats", "D 的损失（奈特）"),
    "listing_run_loss_g": ("G's loss, nats", "G 的损失（奈特）"),
    "listing_run_parameters": ("Weights, D + G", "权重数，D + G"),
    "listing_run_sigmoid": ("Put the second sigmoid back (a fault)", "把第二个 sigmoid 放回去（错误）"),
    "listing_run_floor": ("D's lowest with two sigmoids", "两个 sigmoid 时 D 的最低值"),
    "listing_run_even_d": ("D's loss if it answers 0.5 to all", "D 一律答 0.5 时 D 的损失"),
    "listing_run_even_g": ("G's loss then", "此时 G 的损失"),
    "listing_run_chart": ("Both losses, in nats: neither says how good the digits are", "两个损失（奈特）：都不说明数字好不好"),
    "listing_run_alt": ("Thirty digits, invented after {step} updates", "更新 {step} 次后编造的三十个数字"),
    "listing_run_alt_chart": (
        "The two losses after {step} updates: D's {d}, G's {g} nats",
        "更新 {step} 次后的两个损失：D {d}，G {g} 奈特",
    ),
    "listing_run_said": (
        "After {epoch} epochs D's loss is {d} nats and G's {g} (means of {count} updates); over the first {count} they were "
        "{d_first} and {g_first}. The losses only say who is ahead: judge the digits themselves.",
        "{epoch} 轮之后，D 的损失为 {d} 奈特，G 的为 {g}（{count} 次更新的平均）；最初 {count} 次更新里是 {d_first} 和 {g_first}。损"
        "失只说明谁占上风：好不好，要看数字本身。",
    ),
    # end of: a listing mended
    # inside: the critic's eye
    "gan_in_critic": ("Critic's eye", "判别器的眼睛"),
    "gan_critic_title": ("What the critic sees in a repair", "判别器看到了什么"),
    "gan_critic_intro": (
        "While the GAN was trained, a second network, the critic (discriminator), looked at photos and at repairs and had to tell them "
        "apart, patch by patch. It is no longer needed for mending, but it was kept. Here it judges the picture of the Restore panel.",
        "训练 GAN 时，第二个网络，也就是判别器，一块一块地看照片与修复图，学习把两者分开。修复时已用不着它，"
        "但它保留了下来。这里让它来评判“修复”面板里的图片。",
    ),
    "gan_critic_map": ("Show its answers over the pictures", "在图上显示它的回答"),
    "gan_critic_board": (
        "Four pictures with the critic's answers. Click, or use the arrow keys, to choose an answer.",
        "四张图片与判别器的回答。点击或用方向键选择一个回答。",
    ),
    "gan_critic_key_repair": ("0: a repair", "0：修复图"),
    "gan_critic_key_photo": ("1: a photo", "1：照片"),
    "gan_critic_key_unsure": (
        "Each square of 8 × 8 pixels has an answer from 0 to 1; clear means one half: it cannot tell. Dark grey, if any: where nothing was "
        "missing, it was never asked.",
        "每个 8 × 8 像素的方格有一个 0 到 1 的回答；透明表示一半：它分不清。深灰色（如果有）：那里没有缺失，训练时从不问它。",
    ),
    "gan_critic_alt": ("{name}, judged by the critic", "判别器评判的图片：{name}"),
    "gan_critic_here": ("here: {belief}", "此处：{belief}"),
    "gan_critic_outside": ("not asked here", "此处不问"),
    "gan_critic_sees": ("All that the chosen answer sees", "所选的回答只看到这些"),
    "gan_critic_sees_note": (
        "A square of 40 × 40 pixels (its receptive field; beyond the border there is nothing). Click into a picture above, or use the "
        "arrow keys. It sees one picture, never the original beside it: it can ask whether this looks like a photo, not whether it is "
        "right.",
        "一个 40 × 40 像素的方块，即它的感受野（边界之外空无一物）。点击上面的图片，或用方向键选择。"
        "它只看这一张，从来没有原图在旁对照：它能问像不像照片，不能问对不对。",
    ),
    "gan_critic_numbers": ("In numbers", "用数字说"),
    "gan_critic_picture": ("Picture", "图片"),
    "gan_critic_mean": ("Mean answer", "平均回答"),
    "gan_critic_share": ("Taken for a photo", "当作照片的比例"),
    "gan_critic_caption": (
        "Over {places} answers, from 0 (a repair) to 1 (a photo). Taken for a photo: above one half.",
        "共 {places} 个回答，0 为修复图，1 为照片。超过一半即算当作照片。",
    ),
    "gan_critic_tells": (
        "It tells the original ({truth}) from the GAN's repair ({sharp}): the GAN has not caught up with it.",
        "它分得清原图（{truth}）与 GAN 的修复（{sharp}）：GAN 还没有追上它。",
    ),
    "gan_critic_unsure": (
        "It hardly tells the original ({truth}) from the GAN's repair ({sharp}). One half everywhere would mean that it has given up.",
        "它几乎分不清原图（{truth}）与 GAN 的修复（{sharp}）。如果处处都是一半，就说明它放弃了。",
    ),
    "gan_critic_fooled": (
        "It takes the GAN's repair ({sharp}) for a photo more readily than the original ({truth}).",
        "比起原图（{truth}），它反而更愿意把 GAN 的修复（{sharp}）当作照片。",
    ),
    "gan_critic_cnn_lower": (
        "It finds the CNN's repair ({faithful}) less like a photo than the GAN's ({sharp}), which was trained to please it.",
        "它觉得 CNN 的修复（{faithful}）不如 GAN 的（{sharp}）像照片；后者正是为讨好它而训练的。",
    ),
    "gan_critic_given": ("Damaged, as large as the original", "损坏（放大到原图大小）"),
    "gan_critic_cnn_alike": (
        "It finds both repairs about equally like a photo: the CNN's ({faithful}) and the GAN's ({sharp}).",
        "在它看来，CNN 的修复（{faithful}）与 GAN 的（{sharp}）差不多一样像照片。",
    ),
    "gan_critic_cnn_higher": (
        "It does not prefer the GAN's repair ({sharp}) to the CNN's ({faithful}): by the end it knew the GAN's habits, not the CNN's.",
        "它并不觉得 GAN 的修复（{sharp}）比 CNN 的（{faithful}）更像照片：训练到最后，它熟悉的是 GAN 的习惯，而不是 CNN 的。",
    ),
    "gan_critic_holes": (
        "It is told where the holes are, and judges only what lies about them.",
        "它知道缺口在哪里，只评判缺口附近的内容。",
    ),
    "gan_critic_no_hole": ("Nothing is missing, so there is nothing to judge.", "没有缺失，也就没有可评判的。"),
    "gan_critic_honest": (
        "How far to trust it: it was trained against the repairs of this one GAN only, on photos made small, or holed, in this one way. It "
        "is a sparring partner, not a measure of quality: of pictures of another kind, the CNN's among them, its answers are guesses.",
        "能信它几分？它只与这一个 GAN 的修复较量过，照片也只按这一种方式缩小或挖洞。它是陪练，不是质量的量尺："
        "对于别种图片，包括 CNN 的修复，它的回答只是猜测。",
    ),
    "gan_critic_look_1": (
        "Original against GAN: where does the critic still find the repair out? Look at what the square holds there.",
        "对比原图与 GAN：判别器在哪些地方仍能识破修复？看看那里的方块里有什么。",
    ),
    "gan_critic_look_2": (
        "Where does the original itself get low marks? A blurred patch may be a real one: a background out of focus, for example.",
        "原图自己在哪里得分低？模糊的一块也可能是真的，比如没有对上焦的背景。",
    ),
    "gan_critic_look_3": (
        "Choose a large hole in the Restore panel: now it only judges what surrounds the hole or fills it.",
        "在“修复”面板里选一个大缺口：这时它只评判缺口周围和里面的内容。",
    ),
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
        "可辨认的当中有 {part} % 是 {digit}：G 找到一个管用的答案就反复画它（模式坍塌）。",
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
