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
        "DCGAN 不修复受损图片：它只用噪声 z（一串随机数）生成图片。它也没有编码器，所以任何照片——哪怕是训练用过的——在这里都没有对应的位置。下面看到的一切都是编造的。",
    ),
    "gan_kinds": ("What is invented", "生成什么"),
    "gan_seed_n": ("Seed", "种子"),
    "gan_one_in": ("one in {count}", "{count} 分之一"),
    "gan_none_in": ("less than one in a million million", "不到一万亿分之一"),
    "gan_reads": ("A classifier reads a {digit} here ({sure} % sure).", "分类器在这里读出 {digit}（把握 {sure} %）。"),
    "gan_plane_title": ("A slice through the noise", "噪声空间的一个切面"),
    "gan_plane_intro": (
        "A seed stands for one z, and z for one picture. Here a flat plane is laid through the space of all z, and the network has drawn what "
        "it makes of it. Move about: the picture changes smoothly, for nearby noise makes nearby pictures.",
        "一个种子对应一个 z，一个 z 对应一张图片。这里在所有 z 构成的空间中取一个平面，画出网络在各处生成的图片。随意移动：图片平滑变化，因为相近的噪声生成相近的图片。",
    ),
    "gan_plane_through": ("The plane goes through", "平面经过"),
    "gan_plane_two": ("the middle and two seeds", "原点和两个种子"),
    "gan_plane_three": ("three seeds", "三个种子"),
    "gan_plane_seeds": ("Seeds", "种子"),
    "gan_plane_others": ("Other seeds", "换一组种子"),
    "gan_plane_how": (
        "Click or drag on the plane, or use the arrow keys there (with Shift: a whole picture further). The numbers in dark discs are the seeds.",
        "在平面上点击或拖动，也可以用方向键（按住 Shift 一次移动一整张图片）。深色圆点里的数字是种子。",
    ),
    "gan_plane_map": (
        "Plane of invented pictures. Arrow keys move the chosen place",
        "由生成图片铺成的平面。用方向键移动所选位置",
    ),
    "gan_plane_here": ("The chosen place", "所选位置"),
    "gan_plane_at": ("{z}: {length} from the middle of the space", "{z}：距空间原点 {length}"),
    "gan_plane_edge": ("The plane is shown up to ±{limit}.", "平面只显示到 ±{limit}。"),
    "gan_plane_alt": ("What the network makes of the place {z}", "网络在位置 {z} 生成的图片"),
    "gan_plane_nearer": ("Of all noise, {share} is nearer to the middle than this.", "所有噪声中，比这里更靠近原点的占 {share}。"),
    "gan_plane_said_ring": (
        "z has {count} numbers, each usually between −2 and 2. Together they put nearly all noise (95 %) between {low} and {high} from the "
        "middle: a thin shell, which this plane cuts in the dashed ring. The network was trained on the shell and nowhere else.",
        "z 有 {count} 个数，每个通常在 −2 到 2 之间。合在一起，几乎所有噪声（95 %）与原点的距离都在 {low} 到 {high} 之间：一层薄壳，它与本平面的交线就是虚线圆环。网络只在这层壳上训练过。",
    ),
    "gan_plane_said_middle": (
        "In the middle of the plane z is 0 in all its numbers, the likeliest single point and yet one near which no draw ever comes. Compare "
        "it with the ring, and with the corners, which are as far outside: which of the pictures could pass for real?",
        "平面中央的 z 全为 0：这是概率密度最高的一点，却从没有噪声落在它附近。把它与圆环上、以及同样远在壳外的四角比较：哪些图片能以假乱真？",
    ),
    "gan_plane_said_three": (
        "This plane passes the middle of the space at a distance of {foot}. The three seeds lie about on the ring, as all noise does.",
        "这个平面与空间原点的距离是 {foot}。三个种子大致都落在圆环上，所有噪声都是如此。",
    ),
    "gan_plane_said_only": (
        "No direction has a meaning of its own: nobody told the network what a digit or a face is. What lies where was decided by the random "
        "first weights and the game with D.",
        "没有哪个方向天生有含义：没人告诉网络什么是数字、什么是脸。什么图片在哪里，由随机的初始权重和与 D 的对局决定。",
    ),
    "gan_walk_title": ("A walk from seed to seed", "从一个种子走到另一个"),
    "gan_walk_intro": (
        "Two ways from one z to another: straight ahead, or along the arc that keeps its distance from the middle (spherical interpolation). "
        "Press Play, and watch the pictures and how far from the middle they are.",
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
        "Why: two random lists of {count} numbers are nearly at right angles, so the middle of the line between them is 1/√2 as far out as its "
        "ends. The shell is only {low} to {high} thick: the line leaves it, and the network has to draw what it was never asked for.",
        "原因：两串各 {count} 个的随机数几乎互相垂直，所以连线中点到原点的距离是两端的 1/√2。而薄壳只有 {low} 到 {high} 这么厚：直线离开了它，网络只能画从未练习过的东西。",
    ),
    "gan_walk_said_sure": (
        "Measured now on {pairs} pairs of seeds, the share of pictures that a classifier is sure of (> 90 %): {ends} % at the seeds "
        "themselves, {line} % half way on the line, {sphere} % half way on the arc.",
        "刚刚用 {pairs} 对种子测得：分类器有把握（> 90 %）的图片，在种子处占 {ends} %，直线中点占 {line} %，圆弧中点占 {sphere} %。",
    ),
    "gan_walk_said_smooth": (
        "That the pictures change smoothly, without a jump from one training picture to the next, is a sign (no proof) that the network did "
        "not simply store them.",
        "图片平滑变化，而不是从一张训练图片跳到另一张，这是网络没有死记硬背的迹象（但不是证明）。",
    ),
    "gan_near_title": ("Did it learn by heart?", "它是不是死记硬背？"),
    "gan_near_intro": (
        "A generator never sees a training picture; it only hears from D. Yet it might end up drawing copies. So for 40 samples the nearest "
        "of all training pictures was looked for.",
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
    "gan_near_axis": ("root mean square difference of pixels, in 1/255 (0: the same picture)", "像素的均方根差，单位 1/255（0 表示同一张图）"),
    "gan_near_own": ("● samples of the GAN: {median}", "● GAN 的样本：{median}"),
    "gan_near_held": ("■ real pictures that it never saw: {median}", "■ 它从未见过的真实图片：{median}"),
    "gan_near_moved": ("▲ copies: training pictures moved by half a pixel: {median}", "▲ 复制品：移动了半个像素的训练图片：{median}"),
    "gan_near_not": (
        "No copies: its samples lie {own} from the nearest training picture, as far as or farther than real pictures that it never saw ({held}); "
        "copies would lie at {moved} (medians).",
        "不是复制品：样本与最接近的训练图片相距 {own}，不比它从未见过的真实图片（{held}）更近；复制品只会相距 {moved}（均为中位数）。",
    ),
    "gan_near_some": (
        "Mostly no copies: the median sample lies {own} from the nearest training picture, an unseen real one {held}, a copy {moved}. But "
        "{copies} of {count} samples are as near as copies: look at them.",
        "大多不是复制品：样本的中位距离为 {own}，没见过的真实图片为 {held}，复制品为 {moved}。但 {count} 张样本中有 {copies} 张近得像复制品：请看一看。",
    ),
    "gan_near_heart": (
        "It did learn by heart: its samples lie {own} from the nearest training picture, nearer to what copies would ({moved}) than to what "
        "unseen real pictures do ({held}; medians).",
        "它确实死记硬背了：样本与最接近的训练图片相距 {own}，更接近复制品（{moved}），而不是没见过的真实图片（{held}；均为中位数）。",
    ),
    "gan_near_said_pixels": (
        "Compared were the pixels, with all {train} training pictures, at the best of nine places (up to one pixel off). Pixels are a blunt "
        "measure: a soft or plain picture is near to many, and the same digit written elsewhere is far away.",
        "比较的是像素，对象是全部 {train} 张训练图片，并取九个位置（最多偏移一个像素）中最好的。像素是粗糙的尺度：模糊或简单的图片离许多图片都近，而换个位置写的同一数字却很远。",
    ),
    "gan_near_said_held": (
        "So a distance says nothing alone. The yardsticks are {count} held-out real pictures, which are certainly no copies, and {count} "
        "training pictures moved by half a pixel, which certainly are.",
        "所以单独一个距离说明不了什么。标尺是 {count} 张留出的真实图片（肯定不是复制品），和 {count} 张移动了半个像素的训练图片（肯定是）。",
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
        "The training pictures may not be passed on, so Kintsugi stores their numbers and distances only. Who has the set can look them up.",
        "训练图片不能随软件分发，因此 Kintsugi 只保存编号和距离。拥有该数据集的人可以自行查看。",
    ),
    # latent (end)
}
