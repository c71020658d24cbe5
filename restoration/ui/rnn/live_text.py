"""The words of the panel Train it live of the RNN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    "rnn_live_intro": (
        "Train a recurrent network of your own and watch what its memory is good for. It learns from {digits} digits that the lab writes "
        "itself; a training takes {cap} s at most, and nobody sees it but you.",
        "训练一个属于你自己的循环网络，看看记忆有什么用。训练用的是实验台自己写的 {digits} 个数字；一次训练最多 {cap} 秒，"
        "除你之外没有人看得到。",
    ),
    "rnn_live_clips": ("A memory for clips", "给视频一份记忆"),
    "rnn_live_clips_intro": (
        "Two networks that are the same at the start learn to take noise off the same clips. One carries its memory from frame to frame, "
        "the other has it wiped before every frame. Then ask: what is the memory worth when nothing moves (speed 0), and when all moves "
        "fast? When there is little noise? Why are both equally good in frame 1?",
        "两个起点完全相同的网络，在同样的视频上学习去噪。一个把记忆从一帧带到下一帧，另一个在每一帧之前都被清空记忆。然后想一想："
        "物体不动（速度 0）时记忆值多少？动得很快时呢？噪声很小时呢？为什么第 1 帧上两者一样好？",
    ),
    "rnn_live_pixels": ("A writer of digits", "写数字的网络"),
    "rnn_live_pixels_intro": (
        "The network reads digits pixel by pixel, row by row, and learns to say how likely white is for the next one. Below it writes with "
        "what it knows so far. Its score is its surprise at digits it has not seen, in nats: the fewer, the better it has learned what "
        "digits look like.",
        "网络逐行、逐像素地读数字，学着说出下一个像素是白色的概率。下面是它凭目前所学写出来的图。它的成绩是对没见过的数字感到的意外程度，"
        "单位是奈特：越少，说明越懂得数字的样子。",
    ),
    "rnn_live_waiting": ("Writing the digits …", "正在写数字……"),
    "rnn_live_clips_nothing": (
        "Nothing is trained yet: these are the clips as untrained networks leave them. Press Train.",
        "还没有训练：这是未经训练的网络处理的视频。请按“训练”。",
    ),
    "rnn_live_pixels_nothing": (
        "Nothing is trained yet: to an untrained network each pixel is the toss of a coin. Press Train.",
        "还没有训练：对未经训练的网络来说，每个像素都像抛硬币。请按“训练”。",
    ),
    # settings
    "rnn_live_shapes": ("What moves", "移动的东西"),
    "rnn_live_of_digits": ("digits", "数字"),
    "rnn_live_of_bars": ("bars", "短棒"),
    "rnn_live_speed": ("Speed, pixels a frame", "速度（像素/帧）"),
    "rnn_live_width": ("Width of the memory", "记忆的宽度"),
    # the clips
    "rnn_live_memory": ("With memory", "有记忆"),
    "rnn_live_alone": ("Memory wiped at every frame", "每一帧都清空记忆"),
    "rnn_live_frames_title": ("How good is it in each frame, now?", "现在，每一帧有多好？"),
    "rnn_live_frames_alt": (
        "Chart: PSNR in dB by frame, a line for each method; the numbers of the later frames stand below",
        "图表：各方法逐帧的 PSNR（dB）；后半段各帧的数值见下方",
    ),
    "rnn_live_frames_note": (
        "PSNR in dB with the weights of this moment, the mean over {count} held-out clips, clipped to black and white; higher is better. "
        "The numbers under the clips are these means too. Click into the chart to see a frame.",
        "用此刻的权重得到的 PSNR（dB），是 {count} 段留出视频的均值，像素值截到黑白之间；越高越好。视频下方的数字也是这些均值。"
        "点击图表可查看该帧。",
    ),
    "rnn_live_line_memory": ("With memory", "有记忆"),
    "rnn_live_line_alone": ("Wiped at every frame", "每帧清空"),
    "rnn_live_line_mean": ("Mean of the last 5 frames", "最近 5 帧的平均"),
    "rnn_live_line_damaged": ("Damaged", "损坏"),
    "rnn_live_line_black": ("A black picture", "一张全黑的图"),
    "rnn_live_chart_loss": ("Loss: mean squared error of each batch", "损失：每批的均方误差"),
    "rnn_live_chart_psnr": ("PSNR of held-out clips from frame {late} on, dB", "留出视频第 {late} 帧起的 PSNR，dB"),
    "rnn_live_alt_loss": (
        "Loss by updates. After {step} updates: with memory {memory}, wiped at every frame {alone}",
        "损失随更新次数的变化。{step} 次更新后：有记忆 {memory}，每帧清空 {alone}",
    ),
    "rnn_live_alt_psnr": (
        "PSNR by updates. After {step} updates: with memory {memory} dB, wiped at every frame {alone} dB, mean of the last frames {mean} "
        "dB, damaged {damaged} dB",
        "PSNR 随更新次数的变化。{step} 次更新后：有记忆 {memory} dB，每帧清空 {alone} dB，最近几帧的平均 {mean} dB，损坏 {damaged} dB",
    ),
    "rnn_live_before": ("Run before: width {width}, rate {lr}", "上一次：宽度 {width}，学习率 {lr}"),
    "rnn_live_gain": ("The memory is worth", "记忆的价值"),
    "rnn_live_parameters": ("Parameters of each", "各自的参数量"),
    "rnn_live_said_nothing": (
        "With a learning rate of 0 nothing is learned: after {step} updates all is as it was.",
        "学习率为 0 时什么也学不到：{step} 次更新后，一切原封不动。",
    ),
    "rnn_live_said_black": (
        "After {step} updates the network with its memory reaches {memory} dB; an all-black picture would reach {black} dB. It has learned "
        "nothing of use: train longer, or, if the curve jumps up and down, take a tenth of the learning rate.",
        "{step} 次更新后，有记忆的网络达到 {memory} dB，而一张全黑的图就有 {black} dB。它还没有学到有用的东西："
        "请训练久一些；如果曲线忽上忽下，请把学习率改为十分之一。",
    ),
    "rnn_live_said_ahead": (
        "After {step} updates, from frame {late} on: {memory} dB with memory, {alone} dB with the memory wiped at every frame. The memory "
        "is worth {gain} dB.",
        "{step} 次更新后，从第 {late} 帧起：有记忆 {memory} dB，每帧清空记忆 {alone} dB。记忆带来 {gain} dB。",
    ),
    "rnn_live_said_behind": (
        "After {step} updates, from frame {late} on: {memory} dB with memory, {alone} dB with the memory wiped at every frame. The memory "
        "gains nothing yet ({gain} dB behind).",
        "{step} 次更新后，从第 {late} 帧起：有记忆 {memory} dB，每帧清空记忆 {alone} dB。记忆还没有带来好处（落后 {gain} dB）。",
    ),
    "rnn_live_said_passed": (
        "It was {ahead} dB ahead for the first time at update {at}, after {seconds} s.",
        "第 {at} 次更新（{seconds} 秒）时，它首次领先 {ahead} dB。",
    ),
    "rnn_live_said_frames": (
        "In frame 1 there is nothing to remember: {memory_first} dB with memory, {alone_first} dB without. In frame {count} it is "
        "{memory_last} dB and {alone_last} dB.",
        "第 1 帧没有什么可记：有记忆 {memory_first} dB，没有记忆 {alone_first} dB。"
        "到第 {count} 帧则是 {memory_last} dB 和 {alone_last} dB。",
    ),
    "rnn_live_said_mean": (
        "The yardstick, the plain mean of the last {last} frames, reaches {mean} dB: it takes noise off too, but what moves it smears.",
        "作为标尺，最近 {last} 帧的简单平均为 {mean} dB：它也能去噪，但会把移动的东西抹糊。",
    ),
    "rnn_live_said_mean_ahead": (
        "The yardstick, the plain mean of the last {last} frames, is better: {mean} dB. The network has not yet learned to use its memory "
        "as well as that.",
        "作为标尺，最近 {last} 帧的简单平均更好：{mean} dB。网络还没有学会把记忆用得这么好。",
    ),
    "rnn_live_this": ("This run", "这一次"),
    "rnn_live_last": ("The run before", "上一次"),
    "rnn_live_settings": ("Settings", "设置"),
    "rnn_live_clips_set": (
        "{shapes}, speed {speed}, σ {sigma}, width {width}, rate {lr}, {step} updates",
        "{shapes}，速度 {speed}，σ {sigma}，宽度 {width}，学习率 {lr}，{step} 次更新",
    ),
    "rnn_live_clips_table": (
        "PSNR in dB of {count} held-out clips from frame {late} on, clipped to black and white; higher is better.",
        "{count} 段留出视频从第 {late} 帧起的 PSNR（dB），像素值截到黑白之间；越高越好。",
    ),
    "rnn_live_data": (
        "Clips of {side} × {side} pixels and {frames} frames, made anew for every update, {batch} at a time; each thing drifts straight "
        "on, in a direction of its own. Held out: {count} clips, of digits of other hands; the first {shown} are shown. All scores are by "
        "the mean of the weights over about the last twenty updates. The yardstick in the first frames is the mean of as many as there "
        "are, up to {last}.",
        "视频为 {side} × {side} 像素、{frames} 帧，每次更新都新做 {batch} 段；每个物体沿各自的方向直线漂移。"
        "留出 {count} 段视频，其中的数字由另一些“手”写成，显示的是前 {shown} 段。"
        "所有成绩都用最近约二十次更新的平均权重。标尺在开头几帧里只平均已有的帧，最多 {last} 帧。",
    ),
    "rnn_live_fair": (
        "Both networks have the same parts, begin with the same weights, see the same batches and are told nothing but the noisy frames.",
        "两个网络结构相同、初始权重相同、看同样的批次，除了带噪的帧之外什么也不知道。",
    ),
    "rnn_live_still": (
        "At speed 0 nothing moves, and the mean of the last frames is at its best.",
        "速度为 0 时什么也不动，最近几帧的平均处于最佳状态。",
    ),
    # the writer
    "rnn_live_nothing": ("Written from nothing (all of it invented)", "从空白写起（全部是编造的）"),
    "rnn_live_nothing_alt": ("Six pictures that the network wrote from nothing", "网络从空白写出的六张图"),
    "rnn_live_completed": ("Upper half given, lower half invented (golden)", "上半部给定，下半部是编造的（金色）"),
    "rnn_live_completed_alt": ("Six digits with the lower half written by the network", "下半部由网络写出的六个数字"),
    "rnn_live_truth": ("The same digits as they were", "这些数字原来的样子"),
    "rnn_live_truth_alt": ("The six digits, whole", "六个完整的数字"),
    "rnn_live_pace": (
        "Writing takes longer than an update, so while it trains these pictures are renewed every few seconds.",
        "书写比一次更新更费时，所以训练时这些图每隔几秒才更新一次。",
    ),
    "rnn_live_chart_nats": ("Nats for a digit: −log p", "一个数字的奈特数：−log p"),
    "rnn_live_line_train": ("Each batch", "每批"),
    "rnn_live_line_val": ("Held-out digits", "留出的数字"),
    "rnn_live_level_blind": ("Each pixel's mean", "每个像素取均值"),
    "rnn_live_level_coin": ("A coin for each pixel", "每个像素抛硬币"),
    "rnn_live_nats": ("Nats, held out", "留出数字的奈特"),
    "rnn_live_alt_nats": (
        "Nats for a digit by updates. After {step} updates {nats}; with each pixel's mean {blind}, with a coin for each pixel {coin}",
        "一个数字的奈特数随更新次数的变化。{step} 次更新后为 {nats}；每个像素取均值为 {blind}，抛硬币为 {coin}",
    ),
    "rnn_live_said_nats": (
        "After {step} updates a digit that it has not seen costs {nats} nats; before the first update it was {first}. A coin for each "
        "pixel would cost {coin}, {bits} times as much.",
        "{step} 次更新后，一个没见过的数字需要 {nats} 奈特，训练前是 {first}。每个像素抛一次硬币则要 {coin}，是它的 {bits} 倍。",
    ),
    "rnn_live_said_blind": (
        "Since update {at} ({seconds} s) it does better than the mean of each pixel ({blind} nats): it uses what stands before a pixel, "
        "not only where the pixel lies.",
        "从第 {at} 次更新（{seconds} 秒）起，它胜过每个像素各取均值（{blind} 奈特）：它用上了前面已有的内容，而不只是像素的位置。",
    ),
    "rnn_live_said_not_blind": (
        "It has not yet passed the mean of each pixel ({blind} nats), which knows only where a pixel lies. Train longer, or change the "
        "learning rate.",
        "它还没有胜过每个像素各取均值（{blind} 奈特），后者只知道像素的位置。请训练久一些，或换一个学习率。",
    ),
    "rnn_live_pixels_set": ("width {width}, rate {lr}, {step} updates", "宽度 {width}，学习率 {lr}，{step} 次更新"),
    "rnn_live_pixels_table": (
        "Nats for a digit, the mean over {count} held-out digits; fewer is better.",
        "一个数字的奈特数，{count} 个留出数字的均值；越少越好。",
    ),
    "rnn_live_digits": (
        "Digits of 28 × 28 pixels, black and white: each pixel was made white as often as its grey says. {count} digits of other hands are "
        "held out. All scores and pictures are by the mean of the weights over about the last ten updates.",
        "数字为 28 × 28 像素、只有黑白：每个像素按其灰度的概率变白。留出 {count} 个由另一些“手”写成的数字。"
        "所有成绩和图片都用最近约十次更新的平均权重。",
    ),
    "rnn_live_same_dice": (
        "The pictures are drawn with the same random numbers at every look: what changes in them is what the network has learned.",
        "每次书写都用同样的随机数：图片的变化就是网络学到的东西。",
    ),
}
