"""Every word of the screen that is not a lesson, a damage, a method or a message: key -> (English, Chinese)."""

from restoration.ui.classroom.text import TEXT as CLASS_TEXT
from restoration.ui.course_text import TEXT as COURSE_TEXT
from restoration.ui.gan.text import TEXT as GAN_TEXT
from restoration.ui.predict_text import TEXT as PREDICT_TEXT
from restoration.ui.rnn.cell_text import TEXT as CELL_TEXT
from restoration.ui.rnn.inside_text import TEXT as RNN_INSIDE_TEXT
from restoration.ui.rnn.live_text import TEXT as RNN_LIVE_TEXT
from restoration.ui.rnn.paths_text import TEXT as PATHS_TEXT
from restoration.ui.rnn.pixels_text import TEXT as PIXELS_TEXT
from restoration.ui.rnn.text import TEXT as RNN_TEXT
from restoration.ui.teach.text import TEXT as TEACH_TEXT
from restoration.ui.vae.text import TEXT as VAE_TEXT

LANGUAGES = {"en": "English", "zh": "中文"}

TEXT = {
    # header
    "title": ("Kintsugi – mend pictures with neural networks", "金缮 Kintsugi – 用神经网络修复图片"),
    "tagline": (
        "Ruin a photo, mend it with a neural network, and see how the mending works.",
        "弄坏一张照片，用神经网络修好它，看看修复是怎样做到的。",
    ),
    "language": ("Language", "语言"),
    "line": ("In the queue: number {number}, about {seconds} s to wait.", "正在排队：第 {number} 位，约需等 {seconds} 秒。"),
    "skip": ("To the contents", "跳到正文"),
    "runs_on": ("Runs on: {device}", "运行于：{device}"),
    "copy_link": ("Copy link", "复制链接"),
    "copied": ("Link copied.", "已复制链接。"),
    "link": ("Link to this page", "此页面的链接"),
    "copy_by_hand": ("Copy this link:", "请复制此链接："),
    "own_not_in_link": ("Your own photo is not part of the link.", "你自己的照片不包含在链接中。"),
    "reset": ("Reset", "重置"),
    "notice": ("Notice", "提示"),
    "close": ("Close", "关闭"),
    "reset_now": ("Starting afresh …", "正在重新开始……"),
    "reset_waiting": (
        "The server cannot be reached now. The page will be reset as soon as it answers.", "暂时连不上服务器。一旦恢复，页面就会重置。",
    ),
    "api": ("Use the lab from a script (API)", "用脚本调用实验台（API）"),
    "api_intro": (
        "Everything the lab does can be called from Python (`pip install gradio_client`). {address} is the address of this page.",
        "实验台的一切都可以用 Python 调用（`pip install gradio_client`）。{address} 是本页面的地址。",
    ),
    "way_course": ("Course", "课程"),
    "way_teach": ("For teachers", "教师工具"),
    # tabs
    "families": ("Families of networks", "网络家族"),
    "family_cnn": ("CNN", "CNN 卷积网络"),
    "family_gan": ("GAN", "GAN 生成对抗网络"),
    "family_vae": ("VAE", "VAE 变分自编码器"),
    "family_rnn": ("RNN", "RNN 循环网络"),
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
    "undo": ("Undo", "撤销"),
    "add_damage": ("+ another damage", "+ 再加一种损坏"),
    "take_away": ("Take away", "去掉"),
    "seed": ("Random seed", "随机种子"),
    "paint": ("Paint over what shall be lost", "涂抹要丢失的部分"),
    "paint_keys": (
        "With keys: arrows move the brush, Shift and arrows paint, Space dabs", "键盘：方向键移动笔刷，Shift 加方向键涂抹，空格点一下",
    ),
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
    "model_auto": ("Fits the damage (automatic)", "适合这种损坏的网络（自动）"),
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
    "stale": ("This picture has not been mended yet.", "这张图片还没有修复。"),
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
        "Left: the loss, the mean absolute error that training makes small (logarithmic axis). Training crops are "
        "damaged at strengths drawn by chance, validation pictures at fixed ones, so the two lines need not meet. "
        "Right: PSNR on pictures that were never trained on, with the best classical method and the damaged pictures as lines to beat.",
        "左图：损失，即训练所要减小的平均绝对误差（对数轴）。训练图块的损坏强弱随机，验证图片的损坏强度固定，所以两条线不必重合。"
        "右图：在从未用于训练的图片上的 PSNR，水平线是最好的经典方法和损坏图片本身。",
    ),
    # lesson
    "lesson": ("Lesson", "课程"),
    "nav_read": ("Read", "阅读"),
    "nav_try": ("Try it", "试一试"),
    "nav_predict": ("Predict", "猜一猜"),
    "nav_check": ("Check", "自测"),
    "try_it": ("Try it", "试一试"),
    "try_it_info": (
        "Each button sets the lab. Under Restore, a step first asks what you expect; then you run it.",
        "每个按钮都会设置好实验台。在“修复”页中，先说出你的预料，再运行。",
    ),
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
    # look inside: the network that mends
    "inside": ("Look inside", "看看内部"),
    "inside_network": ("The network", "网络内部"),
    "network_waiting": ("Computing …", "正在计算……"),
    "residual_title": ("What does the network take for noise?", "网络把什么当作噪声？"),
    "residual_intro": (
        "A residual network answers with what is to be taken away: the damaged picture minus the repair.",
        "残差网络给出的答案是“该减去什么”：损坏的图片减去修复结果。",
    ),
    "residual_taken": ("What the network took away", "网络减去的部分"),
    "residual_noise": ("The true noise", "真实的噪声"),
    "residual_change": ("What the damage changed", "损坏造成的改变"),
    "residual_left": ("The difference: what the repair still gets wrong", "两者之差：修复仍然存在的误差"),
    "residual_scale": (
        "One scale for all: grey is 0, white is +{scale} of 255 or more, black is −{scale} or less; each colour channel by itself.",
        "所有图使用同一刻度：灰色为 0，白色为 +{scale}（满值 255）或更高，黑色为 −{scale} 或更低；各颜色通道分别显示。",
    ),
    "residual_alt": ("{name}: {what}", "{name}：{what}"),
    "residual_chart": (
        "Histograms of the differences: how often each value occurs",
        "差值的直方图：每个值出现的频率",
    ),
    "residual_spread": ("{name}: standard deviation, of 255", "{name}：标准差（满值 255）"),
    "residual_correlation": ("Correlation of the two", "两者的相关系数"),
    "residual_agree": (
        "What the network took away and the true noise agree with a correlation of {correlation} (1 would be perfect).",
        "网络减去的部分与真实噪声的相关系数为 {correlation}（完全一致时为 1）。",
    ),
    "residual_less": (
        "It took less than there was ({taken} against {there} of 255): where noise and texture look alike, taking less is the safer bet.",
        "它减去的比实际的少（{taken} 对 {there}，满值 255）：在噪声与纹理难以分辨的地方，少减一些更稳妥。",
    ),
    "residual_more": (
        "It took more than there was ({taken} against {there} of 255): some of what it took was picture.",
        "它减去的比实际的多（{taken} 对 {there}，满值 255）：其中有一部分本来是图片内容。",
    ),
    "residual_as_much": (
        "It took about as much as there was ({taken} against {there} of 255).",
        "它减去的与实际的差不多（{taken} 对 {there}，满值 255）。",
    ),
    "residual_other": (
        "This damage is not noise, so the residual is not noise either: it is simply what the network took away. Its standard deviation is "
        "{taken} of 255; that of the change which the damage made is {there}. {agree}",
        "这种损坏不是噪声，所以残差也不是噪声，只是网络减去的部分。它的标准差为 {taken}（满值 255），而损坏造成的改变为 {there}。{agree}",
    ),
    "residual_agree_other": (
        "The correlation of the two is {correlation}: 1 would be a perfect repair, 0 has nothing to do with it.",
        "两者的相关系数为 {correlation}：1 表示完美修复，0 表示毫不相干。",
    ),
    "residual_undamaged": (
        "Nothing was damaged: whatever the network takes away here ({taken} of 255) is picture.",
        "图片没有损坏：网络在这里减去的（{taken}，满值 255）都是图片内容。",
    ),
    "residual_unknown": (
        "Without a clean original nobody knows how much of this is noise (its standard deviation is {taken} of 255). Look for outlines "
        "of your photo in it: what you can recognise there was picture, and is lost.",
        "没有干净的原图，谁也不知道其中有多少真是噪声（标准差为 {taken}，满值 255）。请在里面找一找照片的轮廓："
        "能认出来的，就是被误删的图片内容。",
    ),
    "pixel_title": ("What did this pixel look at?", "这个像素看了哪里？"),
    "pixel_intro": (
        "Click a pixel of the repair: backpropagation finds out how much every pixel of the damaged picture has to do with it.",
        "点击修复图中的一个像素：反向传播会算出损坏图片的每个像素对它有多大影响。",
    ),
    "pixel_pick": (
        "The repair. The arrow keys move the pixel, with Shift ten at a time.",
        "修复结果。用方向键移动像素，按住 Shift 每次移动十个。",
    ),
    "pixel_hint": (
        "Click, or move with the arrow keys (Shift: ten at a time). The circle holds 90 % of the gradient; the dashed line is the "
        "theoretical field.",
        "点击选取，或用方向键移动（按住 Shift 每次十个）。圆圈：集中了 90 % 的梯度；虚线：理论感受野。",
    ),
    "pixel_where": ("Column {x}, row {y}.", "第 {x} 列，第 {y} 行。"),
    "pixel_scale": ("Colour scale", "颜色刻度"),
    "pixel_log": ("Logarithmic", "对数"),
    "pixel_linear": ("Linear", "线性"),
    "pixel_log_note": (
        "Each sixth of the scale is a factor of ten; black is a millionth of the strongest, or less.",
        "色条每六分之一相差十倍；黑色为最强处的百万分之一或更低。",
    ),
    "pixel_linear_note": ("Black is 0, pale yellow the strongest.", "黑色为 0，浅黄为最强处。"),
    "pixel_outside": (
        "The frame is the theoretical receptive field; hatched parts lie outside the picture.",
        "边框是理论感受野；斜线部分在图片之外。",
    ),
    "pixel_heat": ("Gradient", "梯度"),
    "pixel_alt": (
        "Heat map: how strongly each input pixel influences the pixel in column {x}, row {y}",
        "热图：每个输入像素对第 {x} 列、第 {y} 行像素的影响大小",
    ),
    "pixel_caption": (
        "Size of the gradient of the restored pixel (its three colours added) with respect to the damaged picture, summed over colours.",
        "修复像素（三种颜色之和）对损坏图片的梯度大小，对各颜色求和。",
    ),
    "pixel_radius": ("Within so many pixels", "距离不超过（像素）"),
    "pixel_share": ("Share of the gradient", "占梯度的比例"),
    "pixel_within": (
        "90 % of what this pixel depends on lies within {radius} pixels, although it could see {could} or more each way.",
        "这个像素所依赖的内容，90 % 在 {radius} 个像素之内，尽管它每边至少能看到 {could} 个像素。",
    ),
    "pixel_itself": (
        "90 % or more of what this pixel depends on is the pixel itself, although it could see {could} or more each way.",
        "这个像素所依赖的内容，90 % 以上就是它自己，尽管它每边至少能看到 {could} 个像素。",
    ),
    "pixel_larger": (
        " Its receptive field, {width} × {height} pixels, is larger than the whole picture ({picture_width} × {picture_height}).",
        "它的感受野为 {width} × {height} 像素，比整张图片（{picture_width} × {picture_height}）还大。",
    ),
    "pixel_cut": (
        " Its receptive field, {width} × {height} pixels, is cut off by the border of the picture.",
        "它的感受野为 {width} × {height} 像素，被图片边界截去了一部分。",
    ),
    "pixel_tiles": (
        " The repair of so large a picture is made of overlapping tiles; this is the answer for one piece.",
        "这样大的图片是分块修复的，块与块互相重叠；这里给出的是整张一次修复时的答案。",
    ),
    "maps_title": ("What goes on in between?", "中间发生了什么？"),
    "maps_intro": (
        "Every stage turns the picture into feature maps, one per kernel. Choose a stage of the U, then a map.",
        "每个阶段都把图片变成若干特征图，每个卷积核得到一张。先在 U 形图中选一个阶段，再选一张特征图。",
    ),
    "maps_diagram": ("Stages of the U-Net: channels × height × width", "U-Net 的各个阶段：通道 × 高 × 宽"),
    "maps_skip": ("skip", "跳跃"),
    "maps_kind": ("Maps of which picture", "哪张图片的特征图"),
    "maps_damaged": ("Damaged", "损坏图"),
    "maps_clean": ("Clean", "干净图"),
    "maps_difference": ("Difference (damaged − clean)", "差（损坏 − 干净）"),
    "maps_sheet": ("All maps of the stage; click one, or move with the arrow keys.", "该阶段的所有特征图；点击选取，或用方向键移动。"),
    "maps_scale": (
        "Most energy first, in the damaged picture's order. One fixed scale for the whole stage: grey is 0, white +{scale} or more, black "
        "−{scale} or less.",
        "按能量从高到低排列（以损坏图为准）。整个阶段使用同一固定刻度：灰色为 0，白色为 +{scale} 或更高，黑色为 −{scale} 或更低。",
    ),
    "maps_same_level": (" The clean picture goes through with the same noise level.", "干净图通过网络时使用相同的噪声水平。"),
    "maps_small": (
        " The network works on the small picture: 1/1 is its resolution.",
        "网络在小图片上工作：1/1 就是小图片的分辨率。",
    ),
    "maps_alt": ("{count} feature maps of {stage}, as small grey pictures: {kind}", "{stage} 的 {count} 张特征图（灰度小图）：{kind}"),
    "maps_facts": (
        "Channel {channel}, number {rank} by energy. Energy (mean square) {energy}; values from {low} to {high}.",
        "通道 {channel}，能量排第 {rank}。能量（均方）{energy}；取值从 {low} 到 {high}。",
    ),
    "maps_stretch": ("Stretch its contrast × {times}", "把对比度拉大到 {times} 倍"),
    "maps_hold": (
        "{stage}: {half} of the {count} maps hold half of the energy. It falls from {most} for the first to {least} for the last.",
        "{stage}：{count} 张特征图中，{half} 张就占了一半的能量。能量从第一张的 {most} 降到最后一张的 {least}。",
    ),
    "maps_one_holds": (
        "{stage}: one of the {count} maps holds half of the energy or more. It falls from {most} for the first to {least} for the last.",
        "{stage}：{count} 张特征图中，仅一张就占了一半以上的能量。能量从第一张的 {most} 降到最后一张的 {least}。",
    ),
    "maps_cut": (
        " Shown is the middle of the picture, {side} × {side} pixels at most.",
        "这里显示的是图片中部，最多 {side} × {side} 像素。",
    ),
    "stage_head": ("head", "head 首层"),
    "stage_down": ("down", "down 下行"),
    "stage_middle": ("middle", "middle 中间"),
    "stage_up": ("up", "up 上行"),
    "stage_tail": ("tail", "tail 末层"),
    "stage_head_about": (
        "The first convolution. Its kernels look at the picture itself: edges, colours, fine stripes, and averages of a small place.",
        "第一层卷积。它的卷积核直接看图片：边缘、颜色、细条纹，以及小范围的平均。",
    ),
    "stage_down_about": (
        "Residual blocks on the way down: maps at lower and lower resolution see more and more of the picture. These also go over the "
        "skip connection.",
        "下行的残差块：分辨率越来越低，看到的范围越来越大。这些特征图也经由跳跃连接送到另一侧。",
    ),
    "stage_middle_about": (
        "The lowest resolution: few positions, many channels. Each position sums up a wide place.",
        "分辨率最低处：位置少，通道多。每个位置概括一大片区域。",
    ),
    "stage_up_about": (
        "Residual blocks on the way up: what the deeper levels found, joined with the detail from the skip connection.",
        "上行的残差块：把深层的发现与跳跃连接送来的细节合在一起。",
    ),
    "tail_of_denoise": (
        "The last convolution: its maps are the predicted noise. Pixel shuffle weaves four of them together for each colour: channels 0 "
        "to 3 are red, 4 to 7 green, 8 to 11 blue.",
        "最后一层卷积：它的特征图就是预测的噪声。像素重排把每种颜色的四张交错拼回一张：通道 0 至 3 为红，4 至 7 为绿，8 至 11 为蓝。",
    ),
    "tail_of_deblur": (
        "The last convolution: its maps are what is to be added to the blurred picture, the lost detail. Pixel shuffle weaves four of them "
        "together for each colour: channels 0 to 3 are red, 4 to 7 green, 8 to 11 blue.",
        "最后一层卷积：它的特征图是要加到模糊图片上的东西，即失去的细节。像素重排把每种颜色的四张交错拼回一张："
        "通道 0 至 3 为红，4 至 7 为绿，8 至 11 为蓝。",
    ),
    "tail_of_jpeg": (
        "The last convolution: its maps are what is to be added to the picture to take blocks and ringing off. Pixel shuffle weaves four "
        "of them together for each colour: channels 0 to 3 are red, 4 to 7 green, 8 to 11 blue.",
        "最后一层卷积：它的特征图是为去掉块效应和振铃而要加到图片上的东西。像素重排把每种颜色的四张交错拼回一张："
        "通道 0 至 3 为红，4 至 7 为绿，8 至 11 为蓝。",
    ),
    "tail_of_inpaint": (
        "The last convolution: its maps are a whole picture, of which only the missing pixels are used. Pixel shuffle weaves four of them "
        "together for each colour: channels 0 to 3 are red, 4 to 7 green, 8 to 11 blue.",
        "最后一层卷积：它的特征图是一整张图片，但只取其中缺失的像素。像素重排把每种颜色的四张交错拼回一张："
        "通道 0 至 3 为红，4 至 7 为绿，8 至 11 为蓝。",
    ),
    "tail_of_colour": (
        "The last convolution: its maps are the guessed colours, as two differences from the brightness. Pixel shuffle weaves four of them "
        "together for each: channels 0 to 3 are blue less brightness, 4 to 7 red less brightness.",
        "最后一层卷积：它的特征图是猜测的颜色，表示为与亮度的两个差。像素重排把每个差的四张交错拼回一张："
        "通道 0 至 3 为蓝减亮度，4 至 7 为红减亮度。",
    ),
    "tail_of_upscale": (
        "The last convolution: its maps are what is to be added to the picture that bicubic interpolation enlarged. Pixel shuffle makes "
        "the pixels between: for each colour in turn a map for every place within the square that one small pixel becomes.",
        "最后一层卷积：它的特征图是要加到双三次放大结果上的东西。像素重排由它们生成中间的像素："
        "依次对每种颜色，一个小像素变成的方块里每个位置各有一张。",
    ),
    "kernel_colour": ("{height} × {width} pixels, in colour", "{height} × {width} 像素，彩色"),
    "kernel_grey": ("{height} × {width} pixels of the brightness", "{height} × {width} 像素的亮度"),
    "kernel_mask": ("on the mask (1: known)", "作用于遮罩（1 表示已知）"),
    "maps_head_kernel": (
        "The kernel of this map. Pixel unshuffle folds each 2 × 2 square of the picture into channels, so 3 × 3 positions of {channels} "
        "channels are {height} × {width} pixels; here they are laid back.",
        "这张特征图的卷积核。像素重排把图片的每个 2 × 2 小块折进通道，所以 {channels} 个通道的 3 × 3 个位置就是 {height} × {width} 个像素；"
        "这里已把它们放回原位。",
    ),
    "maps_head_kernel_whole": (
        "The kernel of this map: {height} × {width} pixels of the small picture, nothing folded.",
        "这张特征图的卷积核：小图片上的 {height} × {width} 个像素，没有折叠。",
    ),
    "maps_head_mask": (
        " Beside it, what it reads of the mask of known pixels.",
        " 旁边是它从已知像素的遮罩上读取的部分。",
    ),
    "maps_head_sigma": (
        " The noise-level map adds {sigma} × σ/255.",
        "噪声水平图贡献 {sigma} × σ/255。",
    ),
    "maps_slice": ("from {channel}", "来自 {channel}"),
    "maps_kernel": (
        "The kernel of this map in the stage's last layer: its {count} strongest 3 × 3 slices and the channels that they read. They hold "
        "{share} % of its squared weights.",
        "这张特征图在该阶段最后一层的卷积核：最强的 {count} 个 3 × 3 切片，以及它们读取的通道。它们占该卷积核权重平方和的 {share} %。",
    ),
    "maps_kernel_scale": (
        " One scale for all kernels of the stage: grey is weight 0, bright +{scale} or more, dark −{scale} or less.",
        "该阶段的所有卷积核使用同一刻度：灰色表示权重 0，亮为 +{scale} 或更大，暗为 −{scale} 或更小。",
    ),
    # look inside
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
    # train it live
    "live": ("Train it live", "现场训练"),
    "live_intro": (
        "Train a small network of your own, here and now, and watch it overtake a classical method. Then ask: what does a learning rate "
        "of 1 do? Which blocks start at once, and which are slow? What has a network that saw only the printed page learned "
        "about a cat? A training takes {cap} s at most, and nobody sees it but you.",
        "就在这里训练一个属于你自己的小网络，看它超过经典方法。然后想一想：学习率取 1 会怎样？哪些块马上起步，哪些慢吞吞？"
        "只看过印刷文字的网络，对猫懂得多少？一次训练最多 {cap} 秒，只有你自己看得到。",
    ),
    "live_block": ("Block", "块"),
    "live_block_plain": ("Plain: two 3 × 3 convolutions", "普通：两层 3 × 3 卷积"),
    "live_block_nin": ("Network in network: 3 × 3, then 1 × 1", "网中网：3 × 3 之后接 1 × 1"),
    "live_block_inception": ("Inception: 1 × 1, 3 × 3, 5 × 5 and pooling", "Inception：1 × 1、3 × 3、5 × 5 与池化并列"),
    "live_block_residual": ("Residual: what to add to the input", "残差：只学要加上什么"),
    "live_block_dense": ("Dense: each layer sees all before it", "稠密：每层看到前面所有层"),
    "live_block_se": ("Squeeze and excitation: weighs its channels", "SE：给各通道加权"),
    "live_block_depthwise": ("Depthwise separable: cheap", "深度可分离：省计算"),
    "live_block_shuffle": ("Shuffle: grouped, channels shuffled", "Shuffle：分组并打乱通道"),
    "live_block_dilated": ("Dilated: sees further", "膨胀：看得更远"),
    "live_block_instance_norm": ("Residual with instance normalisation", "残差加实例归一化"),
    "live_loss_l1": ("L1", "L1"),
    "live_loss_mse": ("MSE", "MSE"),
    "live_loss_cross_entropy": ("cross-entropy", "交叉熵"),
    "live_rate": ("Learning rate", "学习率"),
    "live_own_rate": ("… or type one", "……或自己输入"),
    "live_sigma": ("Noise σ (of 255)", "噪声 σ（满值 255）"),
    "live_steps": ("Updates", "更新次数"),
    "live_picture": ("Train on", "训练用图"),
    "live_all": ("All samples but one", "除一张外的所有示例"),
    "live_own": ("Your photo in the lab", "实验台上你的照片"),
    "live_on_all": ("the other {count} samples", "其余 {count} 张示例图片"),
    "live_train": ("Train", "训练"),
    "live_pause": ("Pause", "暂停"),
    "live_go_on": ("Go on", "继续"),
    "live_one": ("One step", "走一步"),
    "live_again": ("Restart, same seed", "同一种子重来"),
    "live_use": ("Use it in Restore", "拿去修复"),
    "live_yours": ("Your network, {steps} updates", "你的网络，{steps} 次更新"),
    "live_nothing_yet": (
        "Nothing is trained yet: an untrained network returns the picture as it is.",
        "还没有训练：未经训练的网络会原样返回图片。",
    ),
    "live_waiting": (
        "All {places} places are taken. You are number {number} in the queue; about {seconds} s. Meanwhile the other panels work.",
        "{places} 个训练名额都已占用。你排在第 {number} 位，约需等待 {seconds} 秒。等待期间其他面板照常可用。",
    ),
    "live_preparing": ("Preparing …", "正在准备……"),
    "live_is_running": ("Training …", "正在训练……"),
    "live_is_paused": ("Paused after {step} of {steps} updates.", "已暂停：完成 {step} / {steps} 次更新。"),
    "live_is_stopped": ("Stopped after {step} updates.", "已停止：完成 {step} 次更新。"),
    "live_is_done": ("Done: {step} updates in {seconds} s.", "训练完成：{step} 次更新，用时 {seconds} 秒。"),
    "live_is_capped": (
        "Stopped: the {cap} s that a training may take are over, after {step} of {steps} updates.",
        "已停止：达到每次训练 {cap} 秒的上限，完成 {step} / {steps} 次更新。",
    ),
    "live_update": ("Update", "更新"),
    "live_loss": ("Loss", "损失"),
    "live_psnr": ("PSNR, held out", "留出图 PSNR"),
    "live_seconds": ("Seconds", "秒"),
    "live_speed": ("Updates a second", "每秒更新"),
    "live_parameters": ("Parameters", "参数量"),
    "live_axis": ("updates", "更新次数"),
    "live_chart_loss": ("Loss on the training crops ({loss})", "训练图块上的损失（{loss}）"),
    "live_chart_psnr": ("PSNR on the held-out picture ({picture}), dB", "留出图片（{picture}）上的 PSNR，dB"),
    "live_line_train": ("Each batch", "每批的损失"),
    "live_line_median": ("Median filter", "中值滤波"),
    "live_line_previous": ("Run before: {block}, rate {lr}", "上一次：{block}，学习率 {lr}"),
    "live_alt_loss": (
        "Training loss by updates, on a logarithmic axis. After {step} updates: {loss}",
        "训练损失随更新次数的变化（对数轴）。{step} 次更新后为 {loss}",
    ),
    "live_alt_psnr": (
        "PSNR of the held-out picture by updates. After {step} updates: {psnr} dB; median filter {median} dB; damaged {damaged} dB",
        "留出图片的 PSNR 随更新次数的变化。{step} 次更新后为 {psnr} dB；中值滤波 {median} dB；损坏图 {damaged} dB",
    ),
    "live_alt_picture": ("{what}: {name}", "{what}：{name}"),
    "live_your_network": ("Your network", "你的网络"),
    "live_table": (
        "PSNR in dB, middle of the picture ({side} × {side} pixels at most). What counts is the picture that was never seen.",
        "PSNR（dB），取图片中部（最多 {side} × {side} 像素）。真正算数的是从未见过的那张。",
    ),
    "live_seen": ("{picture} (trained on)", "{picture}（训练用过）"),
    "live_unseen": ("{picture} (held out)", "{picture}（留出）"),
    "live_passed": (
        "After {at} updates ({seconds} s) it passed the median filter ({median} dB) on the held-out picture ({picture}). After "
        "{step} updates it is at {psnr} dB: {gain} dB against the damaged picture, {lead} dB against the median filter.",
        "经过 {at} 次更新（{seconds} 秒），它在留出的图片（{picture}）上超过了中值滤波（{median} dB）。{step} 次更新后为 {psnr} dB："
        "与损坏图相比 {gain} dB，与中值滤波相比 {lead} dB。",
    ),
    "live_not_passed": (
        "After {step} updates it has not passed the median filter ({median} dB) on the held-out picture ({picture}): it is at "
        "{psnr} dB, {gain} dB against the damaged picture.",
        "{step} 次更新后，它在留出的图片（{picture}）上还没有超过中值滤波（{median} dB）：目前为 {psnr} dB，与损坏图相比 {gain} dB。",
    ),
    "live_held_out": (
        "Held out for validation: {held}. Trained on: {trained}, in random crops of {crop} × {crop} pixels, turned and mirrored by chance, "
        "with new noise each time. The pictures show the held-out one; what is scored and used is the moving average of the weights.",
        "留出作验证：{held}。训练用图：{trained}，随机截取 {crop} × {crop} 像素的图块，随机旋转、翻转，每次加新的噪声。"
        "上面显示的是留出的图片；评分和使用的都是权重的滑动平均。",
    ),
    # look inside: ten blocks
    "blocks": ("Ten blocks", "十种块"),
    "blocks_title": ("Two blocks side by side", "两种块，并排来看"),
    "blocks_intro": (
        "Ten small denoisers, each made of one kind of block, all with about 60,000 parameters, trained on the same pictures for the same "
        "number of updates. Choose two.",
        "十个小去噪网络，各用一种块搭成，都约有 6 万个参数，用同样的图片训练同样多次。请选两种。",
    ),
    "block_first": ("First block", "第一种块"),
    "block_second": ("Second block", "第二种块"),
    "block_code": ("The code of the block", "块的代码"),
    "block_diagram": ("Diagram", "示意图"),
    "block_input": ("input", "输入"),
    "block_channels": ("{n} channels", "{n} 个通道"),
    "block_curves": ("How they learned", "学习过程"),
    "against_cpu": ("CPU time", "CPU 时间"),
    "block_and": (" and ", "、"),
    "block_runs_alt": (
        "Validation PSNR during training of {names}: they rise fast, then slowly",
        "{names} 训练期间的验证 PSNR：先快后慢地上升",
    ),
    "block_runs_step": (
        "The recorded runs, point for point: PSNR on held-out pictures at σ 25. The axis begins 2 dB below the end of the lower run. Each "
        "update saw the same pictures.",
        "按实际记录逐点绘制：未参与训练的图片在 σ 为 25 时的 PSNR。纵轴从较低一方的终点以下 2 dB 画起。每次更新看到的图片都相同。",
    ),
    "block_runs_cpu": (
        "The same points against the CPU seconds that the updates took, on one thread. The dotted line is the time that the quickest block "
        "needed for all its updates: “same time” in the tables.",
        "同样的点，横轴换成更新所用的 CPU 秒数（单线程）。点线是最快的块完成全部更新所用的时间，即表中的“同样时间”。",
    ),
    "block_width": ("Channels × blocks", "通道数 × 块数"),
    "block_parameters": ("Parameters", "参数个数"),
    "block_macs": ("MACs, billion", "乘加次数（十亿）"),
    "block_ms": ("ms (against plain)", "毫秒（相对朴素块）"),
    "block_field": ("Receptive field", "感受野"),
    "block_and_all": (" + whole picture", " + 整张图"),
    "block_psnr": ("PSNR / dB, {steps} updates", "PSNR / dB，{steps} 次更新"),
    "block_psnr_same_time": ("PSNR / dB, {seconds} s of CPU", "PSNR / dB，{seconds} 秒 CPU"),
    "block_samples": ("PSNR / SSIM, samples", "PSNR / SSIM，示例照片"),
    "block_caption": (
        "Whole network; ms and MACs for {side} × {side} pixels. A MAC is one multiplication with an addition: half of the floating-point "
        "operations counted, convolutions only. ms: median CPU time, all measured in one run ({device}, one thread). PSNR: held-out "
        "photos from the training runs; last: means over the twelve sample photos at σ {sigma}.",
        "都指整个网络；毫秒和乘加次数按 {side} × {side} 像素计。一次乘加是一次乘法加一次加法，即浮点运算次数的一半，只计卷积。"
        "毫秒为 CPU 时间的中位数，同一次运行中测得（{device}，单线程）。PSNR 来自训练记录中未参与训练的照片；"
        "最后一项是十二张示例照片在 σ 为 {sigma} 时的平均。",
    ),
    "layer_conv": ("conv {k}×{k}", "卷积 {k}×{k}"),
    "layer_dilated": ("{k}×{k}, dilation {n}", "{k}×{k}，膨胀率 {n}"),
    "layer_depthwise": ("depthwise {k}×{k}", "逐通道 {k}×{k}"),
    "layer_groups": ("{k}×{k}, {n} groups", "{k}×{k}，{n} 组"),
    "layer_relu": ("ReLU", "ReLU"),
    "layer_pool": ("max pool {k}×{k}", "最大池化 {k}×{k}"),
    "layer_norm": ("instance norm", "实例归一化"),
    "layer_shuffle": ("channel shuffle", "通道混洗"),
    "layer_mean": ("mean of picture", "全图平均"),
    "layer_sigmoid": ("sigmoid", "sigmoid"),
    "layer_concat": ("concatenate", "拼接"),
    "block_pictures_title": ("Your picture, mended by both", "两个网络修复实验台上的图片"),
    "block_pictures_intro": (
        "The picture that is in the lab now, beside the damaged one and the median filter.",
        "实验台上的当前图片，与损坏图和中值滤波放在一起。",
    ),
    "block_median": ("Median filter", "中值滤波"),
    "small_at_home": (
        "These networks were trained for noise of σ 25 and for nothing else.",
        "这些网络只学过 σ 为 25 的噪声，别的都没学过。",
    ),
    "small_abroad": (
        "These networks know only noise of σ 25. What is in the lab now is something else, so they take away what looks like such noise to "
        "them, and nothing more can be expected. Set noise of σ 25 under Restore to compare them.",
        "这些网络只认识 σ 为 25 的噪声。实验台上现在是另一种损坏，它们只会减去看起来像这种噪声的东西，不能指望更多。"
        "要比较它们，请在“修复”里设为 σ 25 的噪声。",
    ),
    "small_cut": (" The middle of the picture is used, 512 pixels a side.", "图片较大，这里只用中央部分，边长 512 像素。"),
    "block_leads": ("{best} is {lead} dB ahead of {other} on this picture.", "在这张图上，{best}比{other}高 {lead} dB。"),
    "block_even": ("On this picture the two are even: {lead} dB apart.", "在这张图上两者不相上下，只差 {lead} dB。"),
    "block_beats": ("{best} beats the median filter by {over} dB.", "{best}比中值滤波高 {over} dB。"),
    "block_loses": ("Even {best} is {over} dB below the median filter.", "连{best}也比中值滤波低 {over} dB。"),
    "block_no_truth": ("Without a clean original there is no score: judge by eye.", "没有干净的原图就无法评分，请用眼睛判断。"),
    "blocks_all_title": ("All ten: quality against cost", "十种块：质量与代价"),
    "blocks_all_intro": (
        "Up is better, left is cheaper. The names are those in the code.",
        "越高越好，越靠左越便宜。图上的名字就是代码里的名字。",
    ),
    "block_cost": ("Cost: horizontal axis", "代价：横轴"),
    "block_quality": ("Quality: vertical axis", "质量：纵轴"),
    "block_ms_axis": ("Milliseconds", "毫秒"),
    "block_macs_axis": ("MACs", "乘加次数"),
    "block_psnr_axis": ("Same updates", "同样更新次数"),
    "block_psnr_same_time_axis": ("Same training time", "同样训练时间"),
    "block_scatter_alt": (
        "Ten points, one a block: quality up, cost to the right. The table below holds the same numbers",
        "十个点，每种块一个：纵轴为质量，横轴为代价。下表是同样的数字",
    ),
    "blocks_all_say": (
        "The parameters were made equal, so the MACs are nearly equal too: the most is {macs} times the least. The milliseconds are not: "
        "{slow} takes {ms} times as long as {fast}. After {steps} updates {psnr} leads, first and last {psnr_spread} dB apart; after "
        "{seconds} CPU seconds of training {psnr_same_time} leads, {psnr_same_time_spread} dB.",
        "参数个数是调成相近的，所以乘加次数也差不多，最多的是最少的 {macs} 倍。但用时不同：{slow}所需时间是{fast}的 {ms} 倍。"
        "{steps} 次更新后{psnr}领先，首尾相差 {psnr_spread} dB；"
        "训练 {seconds} CPU 秒后{psnr_same_time}领先，首尾相差 {psnr_same_time_spread} dB。",
    ),
    # look inside: losses
    "losses": ("Losses", "损失函数"),
    "losses_title": ("One network, three losses", "一个网络，三种损失"),
    "losses_intro": (
        "The residual network of “Ten blocks”, trained three times: what differs is the loss and, for cross-entropy, the last layer.",
        "“十种块”里的残差网络训练了三遍：不同的是损失；用交叉熵时，最后一层也不同。",
    ),
    "losses_about": (
        "Where noise has drowned the detail, many answers fit. MSE, the mean squared error, is least at their mean; L1, the mean absolute "
        "error, at their median. Cross-entropy asks for something else: a probability for each of 32 levels of every value. So the "
        "whole distribution is learned, and how to read it is chosen afterwards: its mean, its median, or its mode, the most likely level.",
        "细节被噪声淹没之后，许多答案都说得通。均方误差（MSE）在它们的均值处最小，平均绝对误差（L1）在中位数处最小。"
        "交叉熵要的是另一样东西：为每个值的 32 个级别各给一个概率。"
        "这样学到的是整个分布，怎么读可以事后再定：取均值、中位数，或众数（最可能的级别）。",
    ),
    "losses_cost": (
        "Cross-entropy belongs where answers are classes, which have no order and no middle: a GAN’s real or made, the next pixel of a "
        "model that writes a picture. To it level 12 is as wrong as level 31 where 11 is right. For quantities it costs: 32 times the "
        "outputs, no noisy picture to which a correction is added (the other two have it), and "
        "the most likely level alone hardly scores above {best} dB, because 32 levels are coarse.",
        "交叉熵适合答案是类别的场合，类别没有先后，也没有中间值：GAN 的“真或假”，逐像素“写”图的模型的下一个像素。"
        "若正确的是第 11 级，在它看来答第 12 级和答第 31 级一样错。"
        "用在数量上是有代价的：输出是 32 倍；不能像另两个网络那样只在含噪图上加一个修正量；"
        "而且级别太粗，只取最可能的级别，得分很难超过 {best} dB。",
    ),
    "loss_mse": ("MSE", "MSE"),
    "loss_l1": ("L1", "L1"),
    "loss_ce_mean": ("Cross-entropy, mean", "交叉熵，取均值"),
    "loss_ce_mode": ("Cross-entropy, most likely level", "交叉熵，取最可能的级别"),
    "loss_mae": ("Mean absolute error, of 255", "平均绝对误差（满值 255）"),
    "loss_caption": (
        "This picture; ★ marks the best. Means over the twelve sample photos at σ 25, PSNR and mean absolute error: {numbers}.",
        "这张图片的结果，★ 表示最佳。十二张示例照片在 σ 为 25 时的平均 PSNR 与平均绝对误差：{numbers}。",
    ),
    "losses_say": (
        "Reading the same probabilities by the most likely level costs {lost} dB against their mean. MSE and L1 lie {apart} dB apart. The "
        "best PSNR here: {best}, {psnr} dB.",
        "同样的概率，取最可能的级别比取均值低 {lost} dB。MSE 与 L1 相差 {apart} dB。这里 PSNR 最高的是{best}：{psnr} dB。",
    ),
    "losses_say_mode": (
        "On this picture the most likely level scores above the mean of the same probabilities. MSE and L1 lie {apart} dB apart. The best "
        "PSNR here: {best}, {psnr} dB.",
        "在这张图上，同样的概率取最可能的级别反而比取均值高。MSE 与 L1 相差 {apart} dB。这里 PSNR 最高的是{best}：{psnr} dB。",
    ),
    "loss_pixel_title": ("What might this pixel be?", "这个像素可能是什么？"),
    "loss_pixel_intro": (
        "Click a pixel: the bars are the probabilities of its 32 levels, the marks below what each network and each reading answers.",
        "点击一个像素：柱子是它 32 个级别的概率，下面的标记是各个网络、各种读法给出的答案。",
    ),
    "level_pick": (
        "The damaged picture. The arrow keys move the pixel, with Shift ten at a time.",
        "损坏的图片。用方向键移动像素，按住 Shift 每次移动十个。",
    ),
    "level_hint": (
        "Click, or move with the arrow keys (Shift: ten at a time). The scale of each chart runs from 0 to 255.",
        "点击选取，或用方向键移动（按住 Shift 每次十个）。每张图的刻度为 0 到 255。",
    ),
    "level_go_most": ("Where it doubts most", "最没把握处"),
    "level_go_least": ("Where it is surest", "最有把握处"),
    "level_red": ("Red", "红"),
    "level_green": ("Green", "绿"),
    "level_blue": ("Blue", "蓝"),
    "answer_truth": ("truth", "真值"),
    "answer_damaged": ("damaged", "损坏"),
    "answer_mse": ("MSE network", "MSE 网络"),
    "answer_l1": ("L1 network", "L1 网络"),
    "answer_mean": ("mean", "均值"),
    "answer_median": ("median", "中位数"),
    "answer_mode": ("mode", "众数"),
    "level_says_wide": (
        "The network is as unsure as between {levels} equally likely levels ({bits} bits). The readings differ: in one colour, mean and "
        "most likely level lie {spread} of 255 apart.",
        "网络的不确定程度相当于在 {levels} 个同样可能的级别之间选择（{bits} 比特）。"
        "几种读法并不一致：某一颜色的均值与众数相差 {spread}（满值 255）。",
    ),
    "level_says_narrow": (
        "The network is as unsure as between {levels} equally likely levels ({bits} bits). The readings agree: in every colour, mean and "
        "most likely level lie within {spread} of 255.",
        "网络的不确定程度相当于在 {levels} 个同样可能的级别之间选择（{bits} 比特）。"
        "几种读法一致：各颜色的均值与众数相差不超过 {spread}（满值 255）。",
    ),
    "loss_curves_title": ("How the three learned", "三者的学习过程"),
    "loss_curves_intro": (
        "Their losses are different things and cannot be drawn on one axis. PSNR and mean absolute error of what they answer can.",
        "三种损失不是同一个量，画不到一条轴上；但它们答案的 PSNR 和平均绝对误差可以。",
    ),
    "loss_curves_alt_psnr": ("Validation PSNR during the three runs", "三次训练期间的验证 PSNR"),
    "loss_curves_alt_loss": ("Validation mean absolute error during the three runs", "三次训练期间的验证平均绝对误差"),
    "loss_curves_note": (
        "The recorded runs, point for point, on held-out pictures at σ 25; cross-entropy read by the mean. The axes begin where the runs "
        "come near their end.",
        "按实际记录逐点绘制，未参与训练的图片，σ 为 25；交叉熵取均值。纵轴从接近终点处画起。",
    ),
    # studies
    "comma": (", ", "，"),
    "study_made": (
        "Measured on {date} with torch {torch} from the weights that ship: {weights}.",
        "{date} 用随附的权重测得（torch {torch}）：{weights}。",
    ),
    # look inside: wrong specialist
    "matrix": ("Wrong specialist", "专家不对口"),
    "matrix_title": ("Table of gains: damages by networks", "提高量表：各种损坏 × 各个网络"),
    "matrix_intro": (
        "All networks here are U-Nets of one kind; each was shown one kind of damage in training. What happens when it is given another? "
        "Choose a cell: the sentence says what was measured, and the button opens that very case in the lab.",
        "这里的网络都是同一类 U-Net，只是训练时各看一种损坏。换一种损坏交给它，会怎样？选一个格子：这里会说明测得的结果，"
        "按钮可在实验台打开这一例。",
    ),
    "matrix_waiting": ("Reading the table …", "正在读取表格……"),
    "matrix_caption": (
        "Mean gain in dB over {count} sample pictures (PSNR of the repair less PSNR of the damaged picture; RGB, whole picture, 256 × 256, "
        "rounded to 8 bits), and below it the range from the worst picture to the best.",
        "{count} 张示例图片上的平均提高量（dB）：修复图的 PSNR 减去损坏图的 PSNR（RGB、整张图片、256 × 256、舍入到 8 位）；"
        "下方小字是从最差到最好的图片的范围。",
    ),
    "matrix_corner": ("Damage", "损坏"),
    "matrix_legend": (
        "Framed: what the network was trained for. Blue with a plus gains, orange with a minus loses; the deeper, the more. The arrow keys "
        "move from cell to cell.",
        "带框的是网络训练过的任务。蓝色加号为提高，橙色减号为降低，颜色越深幅度越大。方向键可在格子间移动。",
    ),
    "matrix_open": ("Open in the lab", "在实验台打开"),
    "matrix_own_mark": (" (its own job)", "（本职任务）"),
    "matrix_refused": ("size", "尺寸"),
    "matrix_of": ("{network} on: {damage}.", "{network}，处理：{damage}。"),
    "matrix_gains": (
        "On average over {count} pictures the repair gains {mean} dB.",
        "在 {count} 张图片上，修复后平均提高 {mean} dB。",
    ),
    "matrix_loses": (
        "On average over {count} pictures the repair is {mean} dB worse than leaving the damage alone.",
        "在 {count} 张图片上，修复后平均比不修还低 {mean} dB。",
    ),
    "matrix_nothing": (
        "On average over {count} pictures the repair changes the score by less than 0.05 dB.",
        "在 {count} 张图片上，修复前后的得分平均相差不到 0.05 dB。",
    ),
    "matrix_range": (
        "Worst: {worst}, {low} dB; best: {best}, {high} dB.",
        "最差：{worst}，{low} dB；最好：{best}，{high} dB。",
    ),
    "matrix_here": ("The picture in the lab ({picture}): {gain} dB.", "实验台上的图片（{picture}）：{gain} dB。"),
    "matrix_left_out": (
        "{count} pictures are left out: this damage changes nothing in them.",
        "另有 {count} 张图片不计入：这种损坏对它们毫无影响。",
    ),
    "matrix_own": ("This is what it was trained for.", "这正是它训练过的任务。"),
    "matrix_why": ("Why: {why}.", "原因：{why}。"),
    "matrix_guessed_sigma": (
        "There was no noise level to tell it, so it guessed one: σ = {sigma} on average.",
        "没有噪声水平可以告诉它，只好自己估计：平均 σ = {sigma}。",
    ),
    "matrix_guessed_mask": (
        "There was no mask to tell it, so it took pixels that are exactly black for missing ones.",
        "没有遮罩可以告诉它，于是它把纯黑的像素当作缺失。",
    ),
    "specialist_cnn-denoise": ("for noise", "去噪"),
    "specialist_cnn-deblur": ("for blur", "去模糊"),
    "specialist_cnn-inpaint": ("for holes", "修补"),
    "specialist_cnn-jpeg": ("for JPEG", "去 JPEG 伪影"),
    "specialist_cnn-colour": ("for colour", "上色"),
    "specialist_cnn-sr2": ("for 2× size", "超分 2×"),
    "specialist_cnn-sr4": ("for 4× size", "超分 4×"),
    "read_about": ("Read about it: {section}", "阅读说明：{section}"),
    # latent space
    "latent": ("Latent space", "潜空间"),
    "latent_intro": (
        "At its narrowest place a network describes every 16 × 16 pixels with 128 numbers. Averaged over a patch of 64 × 64 pixels they "
        "are one point in a space of 128 dimensions. The map shows a cloud of such points from its widest sides (principal component "
        "analysis): the same patches of the sample photos, clean and under every damage. The large golden marks are the picture in the "
        "lab.",
        "在最窄的地方，网络用 128 个数描述每 16 × 16 个像素。把它们在 64 × 64 的图块上取平均，就得到 128 维空间中的一个点。"
        "地图从最宽的几个方向看这团点云（主成分分析）：同一批示例图块，完好的和受各种损坏的都在其中。金色大点是实验台上的图片。",
    ),
    "latent_look": (
        "What to look for: choose a point and follow the golden line from the clean patch to the strongest damage. Then switch the "
        "network: which damage does it set far apart, and which does it hardly notice? Be careful with what the plane leaves out. Two "
        "marks that coincide here may be far apart in the dimensions that are not shown; the mean over a patch hides where in it something "
        "lies; and detail passes the bottleneck by on the skip connections. Each feature has seen far more than its patch.",
        "看什么：选一个点，顺着金线从完好的图块走到最强的损坏。再换一个网络：它把哪种损坏拉得很开，"
        "又对哪种几乎无感？也要留心这个平面略去了什么：在这里重合的两个点，在没画出的维度里可能相距很远；对图块取平均，"
        "看不出东西在块内何处；细节还会经跳跃连接绕过瓶颈。此外，每个特征看到的范围都远大于它所在的图块。",
    ),
    "latent_network": ("Network", "网络"),
    "latent_components": ("Components on the two axes", "两条坐标轴上的主成分"),
    "latent_colour": ("Colour by", "着色依据"),
    "latent_by_damage": ("Colour: damage", "颜色：损坏"),
    "latent_by_strength": ("Colour: strength", "颜色：强弱"),
    "latent_zoom": ("Zoom, about the chosen point", "以所选的点为中心缩放"),
    "latent_closer": ("Closer", "放大"),
    "latent_wider": ("Wider", "缩小"),
    "latent_whole": ("All", "全部"),
    "latent_lines": ("Lines from clean to damaged", "从完好到损坏的连线"),
    "latent_plane": (
        "Map of patches. The arrow keys move to the nearest point in that direction.",
        "图块地图。方向键移到该方向上最近的点。",
    ),
    "latent_legend": ("Damages; press one to bring it out", "各种损坏；按下可突出显示其中一种"),
    "latent_ramp": (
        "What the damage changed in the patch: root mean square, of 255. Shapes still tell the damage.",
        "损坏对图块的改变：均方根，满值 255。形状仍表示损坏的种类。",
    ),
    "latent_chosen": ("The chosen patch", "所选图块"),
    "latent_numbers": ("What the numbers say of this network", "数字如何描述这个网络"),
    "latent_moves": ("How far each damage moves a patch", "各种损坏把图块移动多远"),
    "latent_axis": ("Component {n} ({share} % of the variance)", "主成分 {n}（占方差 {share} %）"),
    "latent_at": ("{place}. {damage}.{changed}", "{place}。{damage}。{changed}"),
    "latent_own_at": (
        "The picture in the lab, damaged: row {row}, column {column} of patches.{changed}",
        "实验台上的图片（损坏）：第 {row} 行第 {column} 列图块。{changed}",
    ),
    "latent_own_clean": (
        "The picture in the lab, original: row {row}, column {column} of patches.",
        "实验台上的图片（原图）：第 {row} 行第 {column} 列图块。",
    ),
    "latent_changed": (" Changed by {rms} of 255.", "改变了 {rms}（满值 255）。"),
    "latent_clean": ("No damage", "没有损坏"),
    "latent_place": ("{picture}, row {row}, column {column} of patches", "{picture}，第 {row} 行第 {column} 列图块"),
    "latent_point": ("{place}. {damage}.", "{place}。{damage}。"),
    "latent_undamaged": ("This is the patch as it is in the photo.", "这是照片中原样的图块。"),
    "latent_change": (
        "The damage changed the patch by {rms} of 255 (root mean square). This damage moves a patch by {move}, in the median over all "
        "patches: 1 is the spread of the clean patches about their mean.",
        "损坏使图块改变了 {rms}（均方根，满值 255）。就全部图块的中位数而言，这种损坏使图块移动 {move}：以完好图块围绕其均值的分散程度为 "
        "1。",
    ),
    "latent_own_point": (
        "The picture in the lab, row {row}, column {column} of patches. {damage}: it changed the patch by {rms} of 255 (root mean square).",
        "实验台上的图片，第 {row} 行第 {column} 列图块。{damage}：图块改变了 {rms}（均方根，满值 255）。",
    ),
    "latent_own_alone": (
        "The picture in the lab, row {row}, column {column} of patches. It came damaged, so the clean patch is not known.",
        "实验台上的图片，第 {row} 行第 {column} 列图块。它来时就是坏的，所以不知道完好的图块是什么样。",
    ),
    "latent_landed": (
        "The picture in the lab has {count} patches on the map: gold is damaged, white with a dot is the original.",
        "实验台上的图片有 {count} 个图块在地图上：金色为损坏，白底黑点为原图。",
    ),
    "latent_landed_alone": (
        "The picture in the lab has {count} patches on the map, in gold.",
        "实验台上的图片有 {count} 个图块在地图上，金色。",
    ),
    "latent_cut": (
        "It is large: they are of its middle {side} × {side} pixels.",
        "图片较大，这些图块取自中央的 {side} × {side} 像素。",
    ),
    "latent_not_landed": ("The picture in the lab is not on the map. {why}", "实验台上的图片不在地图上。{why}"),
    "latent_shares": (
        "Of the variance of the {features} features, component 1 holds {first} %, component 2 holds {second} %, component 3 holds {third} "
        "%; it takes {needed} components to hold 90 %.",
        "{features} 个特征的方差中，主成分 1 占 {first} %，主成分 2 占 {second} %，主成分 3 占 {third} %；要 {needed} 个主成分才占到 90 %。"
        "",
    ),
    "latent_component": (
        "Component {n}: {setting} % of its variance goes with the damage, {patch} % with what the patch shows, {both} % with both "
        "together. Its correlation with the noise level σ is {noise}, with the size of the change {change}.",
        "主成分 {n}：其方差的 {setting} % 由损坏决定，{patch} % 由图块内容决定，{both} % 由两者共同决定。它与噪声水平 σ 的相关系数为 "
        "{noise}，与改变大小的相关系数为 {change}。",
    ),
    "latent_read_off": (
        "Can the damage be read off? For each patch, take the nearest of the {count} centres of damages: on components 1 and 2 that is "
        "right for {map} % of them, with all {features} features for {all} %; guessing would be right for {guess} %. The centres are those "
        "of other pictures.",
        "能从图上读出损坏吗？给每个图块找 {count} 种损坏的中心里最近的一个：用主成分 1 和 2，有 {map} % 是对的；用全部 {features} 个特征，"
        "有 {all} % 是对的；瞎猜则是 {guess} %。中心只由其他图片算出。",
    ),
    "latent_moved": (
        "Furthest from its clean place, by {far}: {most}. Least far, by {near}: {least}.",
        "离原位最远（{far}）：{most}。最近（{near}）：{least}。",
    ),
    "latent_moves_caption": (
        "How far a damage moves a patch from its clean place, in all dimensions: median over the patches. 1 is the spread of the clean "
        "patches about their mean. Framed: what the network was trained for.",
        "损坏使图块离开原位多远（全部维度）：各图块的中位数。以完好图块围绕其均值的分散程度为 1。带框的是网络训练过的任务。",
    ),
}

for part in (
    CLASS_TEXT, COURSE_TEXT, GAN_TEXT, CELL_TEXT, RNN_INSIDE_TEXT, RNN_LIVE_TEXT, PATHS_TEXT, PIXELS_TEXT, PREDICT_TEXT, RNN_TEXT,
    TEACH_TEXT, VAE_TEXT,
):  # fmt: skip
    TEXT |= part


def say(key: str, lang: str, **values) -> str:
    return unfilled(key, lang).format(**values)


def unfilled(key: str, lang: str) -> str:
    """The text with its {blanks}, for a page that fills them itself."""
    return TEXT[key][list(LANGUAGES).index(lang)]
