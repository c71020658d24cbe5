"""The words of the panel 'A picture as a sentence': key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    "pixels": ("Write", "书写"),
    "pixels_title": ("A picture as a sentence", "把图片当作一句话"),
    "pixels_intro": (
        "Cover a part of a digit and watch a recurrent network write the rest: row by row, from left to right, each pixel guessed "
        "from those "
        "before it, then drawn like a loaded coin. Six writers begin alike and end as chance has it. What they write is invented.",
        "遮住数字的一部分，看循环网络把其余部分写出来：逐行、从左到右，每个像素先由它前面的像素猜出概率，再像掷一枚不均匀的硬币那样抽"
        "取。六位"
        "书写者开头相同，结尾各凭运气。写出来的都是编造的。",
    ),
    # settings
    "pixels_digit": ("Digit", "数字"),
    "pixels_draw": ("Draw your own digit", "自己写一个数字"),
    "pixels_board": ("Board to draw a digit on", "书写数字的画板"),
    "pixels_wipe": ("Wipe", "擦除"),
    "pixels_cover": ("Cover", "遮住"),
    "pixels_cover_lower": ("lower half", "下半部"),
    "pixels_cover_right": ("right half", "右半部"),
    "pixels_cover_block": ("a block", "一个方块"),
    "pixels_cover_scattered": ("scattered", "零散像素"),
    "pixels_cover_upper": ("upper half", "上半部"),
    "pixels_cover_own": ("paint it", "自己涂"),
    "pixels_cover_nothing": ("everything", "全部"),
    "pixels_paint": (
        "Paint what shall be covered. By keyboard: arrow keys move, space covers a pixel or uncovers it.",
        "涂抹要遮住的部分。用键盘：方向键移动，空格键遮住或露出一个像素。",
    ),
    "pixels_clear": ("Clear", "清除"),
    "pixels_temperature": ("Temperature", "温度"),
    "pixels_temperature_is": ("{t}: {how}", "{t}：{how}"),
    "pixels_cold": ("the likeliest every time", "每次取最可能的"),
    "pixels_cool": ("more careful than it has learned", "比学到的更谨慎"),
    "pixels_as_learned": ("as it has learned", "与学到的一致"),
    "pixels_hot": ("wilder than it has learned", "比学到的更随意"),
    "pixels_seed": ("Seed", "种子"),
    "pixels_others": ("Six others", "换六个结尾"),
    "pixels_nothing": ("Write from nothing", "从空白写起"),
    "pixels_kept": ("What is shown below is the last that could be written.", "下面显示的仍是上一次能写出的结果。"),
    # the play
    "pixels_play": ("Write", "书写"),
    "pixels_pause": ("Pause", "暂停"),
    "pixels_back_row": ("Row back", "退一行"),
    "pixels_back": ("Pixel back", "退一像素"),
    "pixels_on": ("Next pixel", "下一像素"),
    "pixels_on_row": ("Next row", "下一行"),
    "pixels_slide": ("How many of the 784 pixels stand", "784 个像素中已有多少个就位"),
    "pixels_stand": ("{n} of 784 pixels stand", "784 个像素中已有 {n} 个就位"),
    "pixels_endings": ("Six endings", "六个结尾"),
    "pixels_ending": ("Ending {n}", "结尾 {n}"),
    "pixels_legend_given": ("given", "给定"),
    "pixels_legend_made": ("invented (dotted)", "编造（带点）"),
    "pixels_legend_missing": ("not yet written", "尚未写出"),
    "pixels_now": ("Ending {n}, large", "放大的结尾 {n}"),
    "pixels_hint": (
        "Point at a pixel, or come here by keyboard and move with the arrow keys.", "指向某个像素；或用键盘移到这里，再用方向键移动。"
    ),
    "pixels_p": ("Probability of white when its turn came", "轮到它时，白色的概率"),
    "pixels_p_scale": (
        "In the map of probabilities black is 0 and white is 1; they are those at temperature 1, before anything was drawn.",
        "概率图中黑为 0，白为 1；都是温度为 1 时、抽取之前的概率。",
    ),
    "pixels_before": ("What stood before it: all that the network knew", "排在它前面的内容：网络知道的全部"),
    "pixels_at": (
        "Row {row}, column {column}: pixel {n} of 784. Before it stand {given} given and {made} invented pixels. Probability of "
        "white: {p}.",
        "第 {row} 行第 {column} 列：第 {n} 个像素（共 784 个）。它前面有 {given} 个给定像素和 {made} 个编造像素。白色的概率：{p}。",
    ),
    "pixels_was_given": (" It was given, {value}: −ln {q} = {nats} nats.", "它是给定的，{value}：−ln {q} = {nats} 奈特。"),
    "pixels_was_drawn": (" It was drawn, {value}: −ln {q} = {nats} nats.", "它是抽取的，{value}：−ln {q} = {nats} 奈特。"),
    "pixels_not_yet": ("Row {row}, column {column}: not yet written.", "第 {row} 行第 {column} 列：尚未写出。"),
    "pixels_white": ("white", "白"),
    "pixels_black": ("black", "黑"),
    "pixels_wildest": ("The least expected of what was drawn. ", "抽取的像素中最出人意料的一个。"),
    "pixels_cost": ("{nats} nats", "{nats} 奈特"),
    # the endings in numbers
    "pixels_table": ("What was written", "写出的部分"),
    "pixels_truth": ("the digit's own pixels", "数字原来的像素"),
    "pixels_coin": ("a coin for each pixel", "每个像素抛一次硬币"),
    "pixels_nats": ("−log p / nats", "−log p / 奈特"),
    "pixels_per": ("per pixel", "每像素"),
    "pixels_share": ("white", "白色占比"),
    "pixels_reads": ("read as", "读作"),
    "pixels_caption": (
        "Of the {count} covered pixels alone, each given all that stands before it, at temperature 1. Read by a classifier of digits, "
        "whole.",
        "只算被遮住的 {count} 个像素，每个都以排在它前面的全部内容为条件，温度为 1。由数字分类器读整张图。",
    ),
    "pixels_said": (
        "{count} of 784 pixels are invented in each ending. The six cost {low} to {high} nats; what really stood there costs {truth}. "
        "By this "
        "network {likelier} of the six are likelier than the truth: likely is not the same as right.",
        "每个结尾有 {count} 个像素（共 784 个）是编造的。六个结尾各需 {low} 到 {high} 奈特，原来的内容需 {truth} 奈特。"
        "按这个网络，六个里有 {likelier} 个比真相更可能：可能不等于正确。",
    ),
    "pixels_said_nothing": (
        "All 784 pixels are invented in each ending, from nothing but a seed. The six cost {low} to {high} nats; the digit that is chosen "
        "above costs {truth}.",
        "每个结尾的 784 个像素全是编造的，只凭一个种子。六个结尾各需 {low} 到 {high} 奈特，上面选的数字需 {truth} 奈特。",
    ),
    # surprise
    "pixels_surprise": ("How surprised is the network by the digit itself?", "数字本身让网络有多意外？"),
    "pixels_surprise_intro": (
        "Now nothing is covered and nothing drawn: the network reads the digit in the same order and says of each pixel, before it "
        "sees it, "
        "how likely white is. What it did not expect is bright. The sum is −log p of the whole picture.",
        "现在什么也不遮、什么也不抽：网络按同样的顺序读这个数字，在看到每个像素之前先说出白色有多可能。没料到的地方发亮。总和就是整张"
        "图片的 "
        "−log p。",
    ),
    "pixels_whole": ("The digit, black and white", "黑白的数字"),
    "pixels_map": ("Nats per pixel", "每个像素的奈特数"),
    "pixels_map_scale": ("0 to {hot:g} nats and more", "0 到 {hot:g} 奈特及以上"),
    "pixels_map_at": ("Row {row}, column {column}, {value}: {nats} nats", "第 {row} 行第 {column} 列，{value}：{nats} 奈特"),
    "pixels_map_hint": (
        "Point at a pixel, or use the arrow keys. The brightest: row {row}, column {column}, {nats} nats.",
        "指向某个像素，或使用方向键。最亮的是第 {row} 行第 {column} 列：{nats} 奈特。",
    ),
    "pixels_model": ("Network", "网络"),
    "pixels_this": ("this digit", "这个数字"),
    "pixels_many": ("{count} test digits", "{count} 个测试数字"),
    "pixels_row_exact": ("pixel-rnn: −log p, exact", "pixel-rnn：−log p，精确值"),
    "pixels_row_iwae": ("VAE, bound from {draws} draws (IWAE): at most", "VAE，{draws} 次抽取的界（IWAE）：至多"),
    "pixels_row_elbo": ("VAE, negative ELBO: at most", "VAE，负 ELBO：至多"),
    "pixels_row_pixels": ("each pixel alone, its mean", "每个像素单独取均值"),
    "pixels_compare_caption": (
        "In nats per digit; fewer is better. Mean and standard error over test digits of MNIST that no network has seen, made black and "
        "white once.",
        "单位：每个数字的奈特数，越少越好。右列是任何网络都没见过的 MNIST 测试数字（只二值化一次）的均值与标准误差。",
    ),
    "pixels_compare_caption_alone": ("In nats; fewer is better.", "单位：奈特，越少越好。"),
    "pixels_compare": (
        "Why they compare: each network gives a probability to the same black and white picture. The RNN multiplies 784 of them, one a "
        "pixel, and so knows −log p exactly. The VAE would have to add up over every place of its map; it can only say that its −log p is "
        "at most the bound (of IWAE: on average). So a bound below the RNN's number shows that the VAE finds the digit likelier, but a "
        "bound above it does not yet prove that the VAE finds it less likely.",
        "为什么可以比较：两个网络都给同一张黑白图片一个概率。RNN 把每个像素一个、共 784 个概率相乘，所以 −log p 是精确的。VAE "
        "本该对地图上每一处求和，它只能说自己的 −log p 至多是这个界（IWAE 则是平均而言）。所以，界比 RNN 的数小，说明 VAE "
        "认为这个数字更可能；界比它大，却还不能证明 VAE 认为它更不可能。",
    ),
    "pixels_by_class": ("By digit", "按数字分"),
    "pixels_by_class_caption": ("Means over the same test digits, in nats.", "同一批测试数字的均值，单位奈特。"),
}
