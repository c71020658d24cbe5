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
    "model_auto": ("The network trained for this damage", "为这种损坏训练的网络（自动）"),
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
}


def say(key: str, lang: str, **values) -> str:
    return TEXT[key][list(LANGUAGES).index(lang)].format(**values)
