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
    "vae_plane_yours": ("Where your pictures lie", "你的图片在哪里"),
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
        "heap, and the plane decodes to the same grey blot everywhere; then it unfolds.",
        "按“播放”，或拖动滑块：同样的 {count} 个数字，在同一次训练的不同时刻。开始时它们堆在一处，整个平面解码出同一团灰影；"
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
    # train it live
}
