"""Every word of the screen that is not a lesson, a damage, a method or a message: key -> (English, Chinese)."""

LANGUAGES = {"en": "English", "zh": "中文"}

TEXT = {
    # header
    "title": ("Kintsugi – mend pictures with neural networks", "金缮 Kintsugi – 用神经网络修复图片"),
    "tagline": (
        "Ruin a photo, mend it with a neural network, and see how the mending works.",
        "弄坏一张照片，用神经网络修好它，看看修复是怎样做到的。",
    ),
    "language": ("Language", "语言"),
    "runs_on": ("Runs on: {device}", "运行于：{device}"),
    "copy_link": ("Copy link", "复制链接"),
    "copied": ("Link copied.", "已复制链接。"),
    "link": ("Link to this page", "此页面的链接"),
    "copy_by_hand": ("Copy this link:", "请复制此链接："),
    "own_not_in_link": ("Your own photo is not part of the link.", "你自己的照片不包含在链接中。"),
    "reset": ("Reset", "重置"),
    "api": ("Use the lab from a script (API)", "用脚本调用实验台（API）"),
    "api_intro": (
        "Everything the lab does can be called from Python (`pip install gradio_client`). {address} is the address of this page.",
        "实验台的一切都可以用 Python 调用（`pip install gradio_client`）。{address} 是本页面的地址。",
    ),
    # tabs
    "cnn": ("CNN", "CNN 卷积网络"),
    "restore": ("Restore", "修复"),
    "curves": ("Loss curves", "损失曲线"),
    # step 1
    "step_pick": ("Pick a photo", "选一张照片"),
    "samples": ("Sample photos", "示例照片"),
    "own": ("Your photo", "你的照片"),
    "own_photo": ("Use your own photo", "使用自己的照片"),
    "intake": ("Drop, paste or take a photo", "拖入、粘贴或拍摄照片"),
    "intake_hint": ("Drop a photo here,\nor click to choose", "把照片拖到这里，\n或点击选择"),
    "intake_kinds": (
        "Any usual picture file, up to 25 MB. It stays on this server for a day at most.",
        "常见图片文件，最大 25 MB。最多在本服务器上保存一天。",
    ),
    "broken": ("My photo is already damaged: just mend it", "我的照片本来就是坏的：直接修复"),
    "broken_info": ("Without a clean original no score is possible.", "没有干净的原图就无法评分。"),
    "size": ("Size", "尺寸"),
    "size_lab": ("256 × 256 (fast)", "256 × 256（快）"),
    "size_full": ("Full size", "完整尺寸"),
    "credit": ("Photo: {credit}.", "图片来源：{credit}。"),
    # step 2
    "step_ruin": ("Ruin it", "弄坏它"),
    "damage": ("Damage", "损坏方式"),
    "damage_2": ("then", "然后"),
    "damage_3": ("and then", "再然后"),
    "add_damage": ("+ another damage", "+ 再加一种损坏"),
    "take_away": ("Take away", "去掉"),
    "seed": ("Random seed", "随机种子"),
    "paint": ("Paint over what shall be lost", "涂抹要丢失的部分"),
    "brush": ("Brush", "笔刷"),
    "clear": ("Clear", "清除"),
    "mask_file": ("… or upload a mask: black is lost", "……或上传遮罩：黑色部分丢失"),
    "broken_now": (
        "Your photo is treated as it is, because you said that it is already damaged.",
        "你说照片本来就是坏的，所以不再添加损坏。",
    ),
    # step 3
    "step_mend": ("Mend it", "修好它"),
    "model": ("Network", "网络"),
    "unavailable": ("Not available: {name}", "不可用：{name}"),
    "blind": ("What the network knows", "网络知道什么"),
    "blind_no": ("Told the noise level", "告诉它噪声水平"),
    "blind_yes": ("Must guess it (blind)", "让它自己猜（盲）"),
    "go": ("Restore", "修复"),
    "stop": ("Stop", "停止"),
    # result
    "result": ("Before and after", "修复前后"),
    "pair": ("Compare", "对比"),
    "slide": ("Slider", "滑块"),
    "side": ("Side by side", "并排"),
    "compare_range": ("Divider between the two pictures, in percent", "两张图片之间的分界线（百分比）"),
    "compare_hint": ("Drag the golden seam, or move it with the arrow keys.", "拖动金缝，或用方向键移动。"),
    "zoomed": ("each pixel shown {scale} × {scale}", "每个像素放大为 {scale} × {scale}"),
    "shrunk": ("shown smaller than it is", "显示时已缩小"),
    "scores": ("Scores", "评分"),
    "stale": (
        "This picture has not been mended yet. Press Restore.",
        "这张图片还没有修复。请按“修复”。",
    ),
    "running_network": ("The network is mending the picture …", "网络正在修复……"),
    "running_yardsticks": (
        "The network is done. Classical methods for comparison, one by one: {done} so far …",
        "网络已完成。正在逐个运行经典方法作对比：已完成 {done} 个……",
    ),
    "stopped": ("Stopped. What was finished is shown.", "已停止。已完成的部分显示如下。"),
    "method": ("Method", "方法"),
    "psnr": ("PSNR / dB", "PSNR / dB"),
    "ssim": ("SSIM", "SSIM"),
    "ms": ("Time / ms", "用时 / 毫秒"),
    "best": ("best", "最佳"),
    "scores_caption": (
        "Against the original: RGB, whole picture, rounded to 8 bits. Higher is better; ★ marks the best.",
        "与原图比较：RGB、整张图片、舍入到 8 位。越高越好；★ 表示最佳。",
    ),
    "original": ("Original", "原图"),
    "damaged": ("Damaged", "损坏"),
    "as_it_came": ("As it came", "原样"),
    "restored": ("Restored", "修复"),
    "alt_damaged": ("{what}, damaged: {damage}", "{what}，已损坏：{damage}"),
    "alt_restored": ("{what}, mended by {method}", "{what}，由{method}修复"),
    "alt_own": ("Your own photo", "你自己的照片"),
    "download": ("Download the mended picture (PNG)", "下载修复后的图片（PNG）"),
    "errors": ("Where it is wrong", "错在哪里"),
    "error_of": ("Error of: {method}", "误差：{method}"),
    "alt_error": ("Map of the error that {method} left", "{method}留下的误差图"),
    "spectrum": ("Spectrum: which detail survived", "频谱：哪些细节留了下来"),
    "alt_spectrum": (
        "Radial power spectra of the original, the damaged and the mended picture",
        "原图、损坏图与修复图的径向功率谱",
    ),
    "spectrum_caption": (
        "Power at each spatial frequency: large shapes on the left, fine detail on the right. Noise lifts the right end of "
        "the damaged line; where the restored line falls below the truth, fine detail was smoothed away. "
        "truth: the original; damaged; restored: by the network.",
        "各空间频率上的功率：左边是大的形状，右边是细节。噪声会抬高“damaged”线的右端；“restored”线低于“truth”线之处，"
        "细节已被抹平。truth：原图；damaged：损坏图；restored：网络修复的结果。",
    ),
    "definitions": ("What the numbers mean", "这些数字是什么意思"),
    "nothing_yet": ("Restore a picture first.", "请先修复一张图片。"),
    # loss curves
    "curves_intro": (
        "The run that made this network, as it was recorded: nothing is smoothed or left out.",
        "训练出这个网络的过程，按实际记录绘制：没有平滑，也没有删减。",
    ),
    "against": ("Horizontal axis", "横轴"),
    "against_time": ("Time", "时间"),
    "against_step": ("Updates", "更新次数"),
    "alt_curves": (
        "Two charts: training and validation loss falling, and validation PSNR rising past the classical method",
        "两张图：训练损失与验证损失下降；验证 PSNR 上升并超过经典方法",
    ),
    "curves_caption": (
        "Left: the loss, the mean absolute error that training makes small (logarithmic axis). Training crops have noise of "
        "every strength, validation pictures sigma 25, so the two lines need not meet. Right: PSNR on pictures that were "
        "never trained on, with the best classical method and the damaged pictures as lines to beat.",
        "左图：损失，即训练所要减小的平均绝对误差（对数轴）。训练图块的噪声强弱不一，验证图片的 sigma 为 25，所以两条线不必重合。"
        "右图：在从未用于训练的图片上的 PSNR，水平线是最好的经典方法和损坏图片本身。",
    ),
    # lesson
    "lesson": ("Lesson", "课程"),
    "nav_read": ("Read", "阅读"),
    "nav_try": ("Try it", "试一试"),
    "nav_predict": ("Predict", "猜一猜"),
    "nav_check": ("Check", "自测"),
    "try_it": ("Try it", "试一试"),
    "try_it_info": ("Each button sets the lab and runs it.", "每个按钮都会设置好实验台并运行。"),
    "predict": ("Predict, then run", "先猜，再运行"),
    "predict_run": ("Run it", "运行"),
    "predict_first": ("Choose an answer, then run", "先选答案，再运行"),
    "predict_right": ("You said so.", "你猜对了。"),
    "predict_wrong": ("You expected something else. What happened: {answer}", "和你的猜测不同。实际结果：{answer}"),
    "check": ("Check yourself", "自测"),
    "question": ("Question {n}", "问题 {n}"),
    "answers": ("Your answer", "你的答案"),
    "right": ("Right.", "正确。"),
    "wrong": ("Not quite.", "不太对。"),
    "sources": ("Sources", "参考文献"),
    # look inside
    "inside": ("Look inside", "看内部"),
    "inside_intro": (
        "What a network's layers do to a picture, on the picture that is in the lab now.",
        "网络的各种层会对图片做什么？就拿实验台上现在的这张图片来看。",
    ),
    "inside_source": ("On which picture", "用哪张图片"),
    # look inside: convolution
    "conv": ("Convolution", "卷积"),
    "conv_intro": (
        "A window slides over 12 × 12 pixels. At each place: multiply, add up, write one number.",
        "窗口在 12 × 12 个像素上滑动。每到一处：逐个相乘，加起来，写下一个数。",
    ),
    "conv_where": ("Pixels", "像素"),
    "conv_move": (
        "The picture. Drag the square, or move it with the arrow keys; with Shift, ten pixels at a time.",
        "图片。拖动方框，或用方向键移动；按住 Shift 每次移动十个像素。",
    ),
    "conv_at": ("Drag the square. Rows {top}–{bottom}, columns {left}–{right}", "拖动方框。第 {top}–{bottom} 行，第 {left}–{right} 列"),
    "conv_channel": ("Channel", "通道"),
    "conv_luma": ("brightness (luma)", "亮度"),
    "conv_red": ("red", "红"),
    "conv_green": ("green", "绿"),
    "conv_blue": ("blue", "蓝"),
    "conv_kernel": ("Kernel", "卷积核"),
    "conv_preset": ("Preset", "预设"),
    "conv_designed": ("Designed by hand", "人工设计"),
    "conv_learned": ("Learned by the denoiser (first layer)", "去噪网络学到的（第一层）"),
    "conv_slice": ("Output {output} from {colour}", "输出 {output} ← {colour}"),
    "conv_own": ("Your own numbers", "自己填的数"),
    "conv_kernel_edit": ("Numbers of the kernel", "卷积核中的数"),
    "conv_kernel_cell": ("Kernel, row {row}, column {column}", "卷积核，第 {row} 行第 {column} 列"),
    "conv_divisor": ("Divided by", "除以"),
    "conv_side": ("Side k", "边长 k"),
    "conv_flip": ("Flip the kernel (true convolution)", "翻转卷积核（数学上的卷积）"),
    "conv_layer": ("Layer", "层的设置"),
    "conv_stride": ("Stride s", "步幅 s"),
    "conv_padding": ("Padding p (zeros)", "填充 p（补零）"),
    "conv_dilation": ("Dilation d", "膨胀率 d"),
    "conv_bias": ("Bias b", "偏置 b"),
    "conv_activation": ("Activation", "激活函数"),
    "conv_none": ("none", "无"),
    "conv_relu": ("ReLU", "ReLU"),
    "conv_leaky": ("leaky ReLU, 0.1", "leaky ReLU，0.1"),
    "conv_slice_is": (
        "A real slice of the network's first layer, to three decimals: what output {output} takes from {colour}, at row {row}, "
        "column {column} of every 2 × 2 square. That layer works on the picture folded 2 × 2 (pixel unshuffle), hence stride 2 and "
        "dilation 2 here. It adds up 13 such slices and a bias; this is one of them.",
        "这是网络第一层里一个真实的切片（保留三位小数）：输出 {output} 对{colour}色、每个 2 × 2 小块中第 {row} 行第 {column} 列像素的权重。"
        "这一层处理的是按 2 × 2 折叠的图片（像素重排），所以这里步幅和膨胀率都设为 2。它会把 13 个这样的切片与偏置相加，这里只是其中一个。",
    ),
    "conv_play_bar": ("Play the steps", "播放各步"),
    "conv_restart": ("Restart", "从头"),
    "conv_back": ("Back", "上一步"),
    "conv_play": ("Play", "播放"),
    "conv_pause": ("Pause", "暂停"),
    "conv_forward": ("Step", "下一步"),
    "conv_speed": ("Speed", "速度"),
    "conv_place": ("Place", "位置"),
    "conv_input_size": ("Input: {n} × {n} pixel values, 0 to 255", "输入：{n} × {n} 个像素值，0 到 255"),
    "conv_input_padded": ("Input: {n} × {n} pixel values, {padding} wide in zeros", "输入：{n} × {n} 个像素值，外补 {padding} 圈零"),
    "conv_output_size": ("Output: {out} × {out}", "输出：{out} × {out}"),
    "conv_grid_alt": (
        ". The window is at output row {row}, column {column}; the output there is {value}.",
        "。窗口位于输出的第 {row} 行第 {column} 列，该处输出为 {value}。",
    ),
    "conv_window": ("Window", "窗口"),
    "conv_used": ("Kernel", "卷积核"),
    "conv_used_flipped": ("Kernel, flipped", "翻转后的卷积核"),
    "conv_products": ("Products", "乘积"),
    "conv_said": (
        "Output row {row}, column {column}: the products add up to {sum}; divided by {divisor}, plus bias {bias}: {total}; activation "
        "({activation}): {value}",
        "输出第 {row} 行第 {column} 列：乘积之和 {sum}；除以 {divisor}，加偏置 {bias}，得 {total}；激活函数（{activation}）：{value}",
    ),
    "conv_formula": (
        "Output size = ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1 = ⌊({n} + 2·{p} − {d}·({k} − 1) − 1) / {s}⌋ + 1 = {out}, so {out} × {out} = "
        "{places} places.",
        "输出边长 = ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1 = ⌊({n} + 2·{p} − {d}·({k} − 1) − 1) / {s}⌋ + 1 = {out}，"
        "即 {out} × {out} = {places} 个位置。",
    ),
    "conv_all": ("The whole picture under this kernel", "整张图片经过这个卷积核"),
    "conv_before": ("{name}, the chosen channel: {width} × {height}", "{name}，所选通道：{width} × {height}"),
    "conv_after": ("Output: {width} × {height}", "输出：{width} × {height}"),
    "conv_as_is": ("Shown as it is: 0 black, 255 white.", "按原值显示：0 为黑，255 为白。"),
    "conv_clipped": (
        "0 black, 255 white; {percent} % of the values lie outside and are shown as black or white.",
        "0 为黑，255 为白；{percent}% 的值超出范围，按黑或白显示。",
    ),
    "conv_signed": ("Mid-grey is 0, black −{most}, white +{most}.", "中灰为 0，黑为 −{most}，白为 +{most}。"),
    "conv_stretched": ("Black is 0, white {most}.", "黑为 0，白为 {most}。"),
    "conv_divisor_wrong": (
        "“Divided by” needs a number from −1000 to 1000 that is not 0. Type one, such as 9.",
        "“除以”需要一个 −1000 到 1000 之间、不为 0 的数。请填一个，例如 9。",
    ),
    "conv_bias_wrong": (
        "The bias needs a number from −1000 to 1000. Type one, such as 0.",
        "偏置需要一个 −1000 到 1000 之间的数。请填一个，例如 0。",
    ),
    # look inside: pooling
    "pool": ("Pooling", "池化"),
    "pool_intro": (
        "Pooling keeps one value for each square of pixels. Four ways lead back to the size, none of them to the picture.",
        "池化把每个小方块的像素合并成一个值。有四种办法恢复尺寸，但没有一种能恢复图片。",
    ),
    "pool_kind": ("Keep of each square", "每个小方块保留"),
    "pool_max": ("maximum", "最大值"),
    "pool_average": ("mean", "平均值"),
    "pool_window": ("Window and stride", "窗口与步幅"),
    "pool_kernel": ("Transposed convolution: kernel", "转置卷积的核"),
    "pool_input": ("What is pooled", "池化对象"),
    "pool_picture": ("the picture", "图片"),
    "pool_flat": ("even grey", "均匀的灰"),
    "pool_weights": ("Weights of the two layers", "后两种层的权重"),
    "pool_random": ("random, untrained", "随机，未训练"),
    "pool_equal": ("all equal", "全部相等"),
    "pool_seed": ("Seed of the weights", "权重的种子"),
    "pool_view": ("Show", "显示"),
    "pool_detail": ("the middle, pixel by pixel", "中央局部，逐像素"),
    "pool_whole": ("the whole picture", "整张图片"),
    "pool_down": ("Down", "缩小"),
    "pool_up": ("And up again", "再放大"),
    "pool_before": ("Before: {width} × {height}", "池化前：{width} × {height}"),
    "pool_pooled": ("Pooled: {width} × {height}, one value for {share}", "池化后：{width} × {height}，{share} 个值合成一个"),
    "pool_nearest": ("Nearest neighbour", "最近邻"),
    "pool_bilinear": ("Bilinear", "双线性"),
    "pool_transposed": ("Transposed convolution", "转置卷积"),
    "pool_shuffled": ("Pixel shuffle", "亚像素卷积（pixel shuffle）"),
    "pool_psnr": ("{psnr} dB", "{psnr} dB"),
    "pool_same": ("no error", "无误差"),
    "pool_untrained": ("untrained, seed {seed}; contrast stretched", "未训练，种子 {seed}；已拉满对比度"),
    "pool_overlap": ("Taps that reach each output pixel", "到达每个输出像素的权重个数"),
    "pool_uneven": (
        "Kernel {kernel}, stride {stride}: each output pixel is reached by {counts} taps, in a pattern that repeats every {period} pixels. "
        "This is the checkerboard: it is there before any training, because {stride} does not divide {kernel}.",
        "核 {kernel}、步幅 {stride}：每个输出像素由 {counts} 个权重到达，图案每 {period} 个像素重复一次。"
        "这就是棋盘格：因为 {kernel} 不能被 {stride} 整除，它在训练之前就已存在。",
    ),
    "pool_even": (
        "Kernel {kernel}, stride {stride}: every output pixel is reached by {counts} taps, so the overlap leaves no pattern.",
        "核 {kernel}、步幅 {stride}：每个输出像素都由 {counts} 个权重到达，重叠不会留下图案。",
    ),
    "pool_none": ("Pixels that no tap reaches stay empty.", "没有权重到达的像素是空的。"),
    "pool_random_too": (
        "Random weights add a pattern of period {stride} of their own, in both layers, whatever the kernel: each place of a {stride} × "
        "{stride} square has its own weights. Choose equal weights to see the overlap alone.",
        "随机权重本身还会带来周期为 {stride} 的图案，两种层都有，与核的大小无关：{stride} × {stride} 小方块里的每个位置各有一套权重。"
        "改选“全部相等”，就只剩重叠造成的图案。",
    ),
    "pool_equal_too": (
        "Pixel shuffle shows no pattern here: all {places} places of a square share one kernel. ICNR initialisation starts it that way; "
        "training may still pull the kernels apart.",
        "这里的亚像素卷积没有图案：小方块的 {places} 个位置共用一个卷积核。ICNR 初始化就是这样开始的，但训练仍可能让它们变得不同。",
    ),
    "pool_comma": (", ", "、"),
    "pool_or": (" or ", " 或 "),
    "pool_alt": ("{what}: {name}", "{what}：{name}"),
}


def say(key: str, lang: str, **values) -> str:
    return unfilled(key, lang).format(**values)


def unfilled(key: str, lang: str) -> str:
    """The text with its {blanks}, for a page that fills them itself."""
    return TEXT[key][list(LANGUAGES).index(lang)]
