"""The words of the RNN's panels Latent space and Loss curves: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # latent space
    "rnn_path_intro": (
        "With every frame the network's memory changes. Part of it are notes: 32 small maps that say how well a frame agrees with "
        "what is "
        "remembered. Take the mean and the spread of each map, 64 numbers, and the memory after a frame is one point. From frame to "
        "frame "
        "the point moves: a path through time. Here are two of them, for the clip in the lab as it was and as it was damaged. Click a "
        "point "
        "to see its frame.",
        "每来一帧，网络的记忆就改变一次。记忆的一部分是“笔记”：32 张小图，记下这一帧与记住的内容有多吻合。取每张图的均值和离散程度，"
        "共 64 个数，某一帧之后的记忆就成了一个点。点随着帧移动，连成一条穿过时间的路径。这里画出两条：实验台中的视频，原样的和损坏后的。"
        "点击一个点，就能看到那一帧。",
    ),
    "rnn_path_map": (
        "Map of the two paths. Arrow keys go from frame to frame, the space bar plays and pauses.",
        "两条路径的地图。方向键逐帧移动，空格键播放或暂停。",
    ),
    "rnn_path_map_alt": (
        "Two paths of numbered points, one for the clean clip and one for the damaged clip; the table beside it has the numbers of the "
        "chosen frame",
        "两条由编号的点连成的路径，分别属于原视频和损坏的视频；旁边的表格给出所选帧的数值",
    ),
    "rnn_path_view": ("Show", "显示范围"),
    "rnn_path_both": ("These two paths", "这两条路径"),
    "rnn_path_all": ("All sample clips", "所有示例视频"),
    "rnn_path_nearer": ("Zoom in, about the chosen point", "以所选的点为中心放大"),
    "rnn_path_farther": ("Zoom out", "缩小"),
    "rnn_path_play": ("Play", "播放"),
    "rnn_path_pause": ("Pause", "暂停"),
    "rnn_path_frame": ("Frame", "帧"),
    "rnn_path_right": ("component 1 →", "主成分 1 →"),
    "rnn_path_up": ("component 2 ↑", "主成分 2 ↑"),
    "rnn_path_moved": ("moved since the frame before", "比上一帧移动了"),
    "rnn_path_evidence": ("frames in the memory", "记忆里有几帧"),
    "rnn_path_trust": ("trust in what was remembered", "对所记内容的信任"),
    "rnn_path_charts": ("Charts by frame", "逐帧图表"),
    "rnn_path_at": ("Frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "rnn_path_axis": ("component {n} ({share} %) {arrow}", "主成分 {n}（{share} %）{arrow}"),
    "rnn_path_apart": (
        "The two states are {gap} apart: the square root of the summed squared differences of all 64 numbers. Frames in the memory: "
        "how many "
        "its mean rests on. Trust: how far the network took what it remembered for the same thing as the new frame. Both are means "
        "over all "
        "places.",
        "两个状态相距 {gap}：全部 64 个数之差的平方和的平方根。记忆里有几帧：记忆中的均值由几帧得来。信任："
        "网络在多大程度上认为记住的内容与新的一帧是同一事物。"
        "两者都对所有位置取平均。",
    ),
    "rnn_path_mended_not": ("Restored: not yet. Press Restore in the first tab.", "修复：还没有。请在第一个标签页点“修复”。"),
    "rnn_path_clean": ("Clean clip", "原视频"),
    "rnn_path_damaged": ("Damaged clip", "损坏的视频"),
    "rnn_path_other": ("Other sample clips, damaged", "其他示例视频（损坏后）"),
    "rnn_path_x_step": ("frame", "帧"),
    "rnn_path_line_gap": ("between the two paths", "两条路径之间"),
    "rnn_path_level_between": ("two different clips", "两段不同的视频"),
    "rnn_path_level_redraw": ("same clip, noise drawn again", "同一视频，重新抽取噪声"),
    "rnn_path_chart_gap": ("How far apart are the two paths?", "两条路径相距多远？"),
    "rnn_path_chart_gap_alt": (
        "Chart: distance between the states of the clean and the damaged clip, by frame, with two yardsticks",
        "图表：原视频与损坏视频的状态之间的距离，逐帧，另有两条参照线",
    ),
    "rnn_path_chart_gap_y": ("distance", "距离"),
    "rnn_path_chart_steps": ("How far does each frame move it?", "每一帧使它移动多远？"),
    "rnn_path_chart_steps_alt": (
        "Chart: distance of each state from that of the frame before, for both clips",
        "图表：两段视频中，每个状态与上一帧状态的距离",
    ),
    "rnn_path_chart_steps_y": ("distance", "距离"),
    "rnn_path_said_rest": (
        "The damaged clip's state makes its longest step, {step}, at frame {longest}. From frame {from} on it is at rest: no step is "
        "longer "
        "than {most}, a tenth of what lies between two clips.",
        "损坏视频的状态在第 {longest} 帧走出最长的一步（{step}）。从第 {from} 帧起它安定下来：每一步都不超过 {most}，"
        "即两段不同视频之间距离的十分之一。",
    ),
    "rnn_path_said_restless": (
        "The damaged clip's state never comes to rest: {loud} of its {count} steps are longer than {most}, a tenth of what lies "
        "between two "
        "clips. The longest, {step}, is at frame {longest}.",
        "损坏视频的状态始终没有安定下来：{count} 步中有 {loud} 步超过 {most}，即两段不同视频之间距离的十分之一。"
        "最长的一步（{step}）在第 {longest} 帧。",
    ),
    "rnn_path_said_noise": (
        "From frame {n} on, the damage keeps the two paths {gap} apart on average. Two different clips are {between} apart, and the same "
        "clip with its noise drawn again only {redraw}: the notes tell that there is noise, not which.",
        "从第 {n} 帧起，损坏使两条路径平均相距 {gap}。两段不同的视频相距 {between}，而同一视频重新抽取噪声只相距 {redraw}："
        "笔记记下的是“有噪声”，而不是“哪一份噪声”。",
    ),
    "rnn_path_said_no_noise": (
        "From frame {n} on, the two paths are {gap} apart on average, no more than twice what drawing the noise again would do "
        "({redraw}). "
        "Two different clips are {between} apart.",
        "从第 {n} 帧起，两条路径平均相距 {gap}，不超过重新抽取噪声所造成的距离（{redraw}）的两倍。两段不同的视频相距 {between}。",
    ),
    "rnn_path_said_start": (
        "Both paths begin with an empty memory: after frame 1 there was nothing yet to compare with, and they are {gap} apart.",
        "两条路径都从空的记忆开始：第 1 帧之后还没有可以比较的内容，它们相距 {gap}。",
    ),
    "rnn_path_said_wipe": (
        "Before frame {n} the memory was wiped, on both paths: the state jumped by {step} and landed {back} from where it was after "
        "frame 1.",
        "在第 {n} 帧之前，两条路径的记忆都被清空：状态跳了 {step}，落在距第 1 帧之后的位置 {back} 处。",
    ),
    "rnn_path_said_cut": (
        "At the scene cut, frame {n}, the state jumped by {step}; in the frame before it had moved {before}.",
        "在场景切换处（第 {n} 帧），状态跳了 {step}；而在上一帧只移动了 {before}。",
    ),
    "rnn_path_said_hole": (
        "In frame {n}, where a block is missing, the damaged clip's state moved {step}; in the frame before it was {before}.",
        "在缺一块的第 {n} 帧，损坏视频的状态移动了 {step}；上一帧为 {before}。",
    ),
    "rnn_path_said_blur": (
        "In frame {n}, which is blurred, the damaged clip's state moved {step}; in the frame before it was {before}.",
        "在模糊的第 {n} 帧，损坏视频的状态移动了 {step}；上一帧为 {before}。",
    ),
    "rnn_path_said_plane": (
        "The map shows the two directions in which states differ most (principal components): of the variance of all {numbers} "
        "numbers, over "
        "many clips, {first} % and {second} %. It was fitted once, so every clip lies on the same map. On both paths the network was "
        "told the "
        "same noise level; only the frames differ.",
        "地图画的是状态差别最大的两个方向（主成分）：在许多视频上，它们占全部 {numbers} 个数的方差的 {first} % 和 {second} %。"
        "这张地图只拟合过一次，所有视频都在同一张图上。两条路径上网络被告知的噪声水平相同，只有画面不同。",
    ),
    "rnn_path_said_with": (
        "Component {n} goes with {what}: correlation {r}.",
        "主成分 {n} 与{what}有关：相关系数 {r}。",
    ),
    "rnn_path_said_without": (
        "Component {n} goes with nothing that was measured here; the strongest is {what}, correlation {r}.",
        "主成分 {n} 与这里测量过的量都关系不大；最强的是{what}，相关系数 {r}。",
    ),
    "rnn_path_with_evidence": ("how many frames are in the memory", "记忆里的帧数"),
    "rnn_path_with_trust": ("how far what was remembered is trusted", "对所记内容的信任程度"),
    "rnn_path_with_light": ("how bright the frame is", "画面的亮度"),
    "rnn_path_with_sigma": ("the noise level that the network is told", "告诉网络的噪声水平"),
    "rnn_path_said_short": (
        "Only the first {most} of the clip's {count} frames are followed here, so that nobody waits long.",
        "为免久等，这里只跟踪这段视频 {count} 帧中的前 {most} 帧。",
    ),
    # loss curves
    "rnn_curves_intro": (
        "What was written down while two networks of this page were trained, row for row. The clip network: how much its memory is "
        "worth, "
        "and how that grew. The network that writes digits: what a digit costs it, in nats.",
        "本页两个网络训练时逐行写下的记录。视频网络：记忆带来多少增益，又是怎样增长的。写数字的网络：一个数字花费它多少奈特。",
    ),
    "rnn_curves_choose": ("Recorded run", "训练记录"),
    "rnn_run_rnn_video": ("rnn-video: mends clips with a memory", "rnn-video：用记忆修复视频"),
    "rnn_run_pixel_rnn": ("pixel-rnn: writes digits pixel by pixel", "pixel-rnn：逐像素书写数字"),
    "rnn_curves_scale": ("Vertical axis of losses", "损失的纵轴"),
    "rnn_curves_linear": ("Linear", "线性"),
    "rnn_curves_log": ("Logarithmic", "对数"),
    "rnn_curves_x_time": ("CPU minutes of the updates", "更新所用的 CPU 分钟数"),
    "rnn_curves_gain": ("What is the memory worth?", "记忆值多少？"),
    "rnn_curves_gain_alt": (
        "Chart: PSNR with the memory minus PSNR with the memory wiped at every frame, on held-out clips, during training",
        "图表：训练过程中，在留出的视频上，有记忆的 PSNR 减去每帧清空记忆的 PSNR",
    ),
    "rnn_curves_gain_y": ("gain in dB, from frame 8 on", "增益（dB），第 8 帧起"),
    "rnn_curves_psnr": ("With and without the memory", "有记忆与没有记忆"),
    "rnn_curves_psnr_alt": (
        "Chart: PSNR on held-out clips during training, with the memory, with the memory wiped at every frame, and of the damaged clips",
        "图表：训练过程中留出视频的 PSNR：有记忆、每帧清空记忆，以及损坏的视频",
    ),
    "rnn_curves_psnr_y": ("PSNR in dB, from frame 8 on", "PSNR（dB），第 8 帧起"),
    "rnn_curves_frames": ("The longer it has watched, the better?", "看得越久越好吗？"),
    "rnn_curves_frames_alt": (
        "Chart: PSNR of frames 1, 4 and 16 of held-out clips during training",
        "图表：训练过程中留出视频第 1、4、16 帧的 PSNR",
    ),
    "rnn_curves_frames_y": ("PSNR in dB", "PSNR（dB）"),
    "rnn_curves_loss": ("Loss", "损失"),
    "rnn_curves_loss_alt": ("Chart: mean absolute error during training", "图表：训练过程中的平均绝对误差"),
    "rnn_curves_loss_y": ("mean absolute error, of 1", "平均绝对误差（满值为 1）"),
    "rnn_curves_nats": ("What a digit costs", "一个数字的花费"),
    "rnn_curves_nats_alt": (
        "Chart: minus log probability of a digit in nats during training, for training and held-out digits",
        "图表：训练过程中一个数字的负对数概率（奈特），分训练数字和留出数字",
    ),
    "rnn_curves_nats_y": ("−log p in nats a digit", "每个数字的 −log p（奈特）"),
    "rnn_curves_late": ("The same, without its beginning", "同一条曲线，去掉开头"),
    "rnn_curves_late_alt": (
        "Chart: the same nats after the first 15 % of the run, beside the bound of a VAE",
        "图表：训练前 15 % 之后的同一数值，旁边是 VAE 的界",
    ),
    "rnn_curves_late_y": ("−log p in nats a digit", "每个数字的 −log p（奈特）"),
    "rnn_curve_gain": ("with the memory, minus without", "有记忆减去没有记忆"),
    "rnn_curve_memory": ("with its memory", "有记忆"),
    "rnn_curve_alone": ("memory wiped at every frame", "每一帧都清空记忆"),
    "rnn_curve_frame_1": ("frame 1", "第 1 帧"),
    "rnn_curve_frame_4": ("frame 4", "第 4 帧"),
    "rnn_curve_frame_16": ("frame 16", "第 16 帧"),
    "rnn_curve_loss": ("loss", "损失"),
    "rnn_curve_nats": ("−log p", "−log p"),
    "rnn_level_nothing": ("no gain", "没有增益"),
    "rnn_level_damaged": ("the damaged clips", "损坏的视频"),
    "rnn_level_pixels": ("mean of each pixel, same digits", "每个像素取均值，同一批数字"),
    "rnn_level_elbo": ("vae-digits, negative ELBO, same digits", "vae-digits，负 ELBO，同一批数字"),
    "rnn_curves_says_clips": (
        "At the end, after {step} updates ({minutes} CPU minutes), the memory is worth {gain} dB on held-out clips: {psnr} dB with it, "
        "{wiped} dB when it is wiped at every frame; the damaged clips have {damaged} dB. At the first look, after {first} updates, "
        "it was "
        "worth {early} dB.",
        "训练结束时（{step} 次更新，{minutes} CPU 分钟），在留出的视频上记忆带来 {gain} dB：有记忆 {psnr} dB，每一帧都清空则为 "
        "{wiped} dB；损坏的视频为 {damaged} dB。第一次检验时（{first} 次更新之后），记忆带来 {early} dB。",
    ),
    "rnn_curves_says_no_gain": (
        "At the end, after {step} updates ({minutes} CPU minutes), the memory gains nothing on held-out clips ({gain} dB): {psnr} dB "
        "with "
        "it, {wiped} dB when it is wiped at every frame; the damaged clips have {damaged} dB. After {first} updates it was worth "
        "{early} dB.",
        "训练结束时（{step} 次更新，{minutes} CPU 分钟），在留出的视频上记忆没有带来增益（{gain} dB）：有记忆 {psnr} dB，"
        "每一帧都清空则为 "
        "{wiped} dB；损坏的视频为 {damaged} dB。{first} 次更新之后，记忆带来 {early} dB。",
    ),
    "rnn_curves_says_digits": (
        "At the end, after {step} updates ({minutes} CPU minutes), a held-out digit costs {nats} nats, {less} fewer than if only the "
        "mean of "
        "each pixel were known ({pixels}). Training digits cost {trained} over the last updates.",
        "训练结束时（{step} 次更新，{minutes} CPU 分钟），一个留出的数字花费 {nats} 奈特，比只知道每个像素的均值（{pixels}）少 {less}。"
        "最后几次更新中，训练数字花费 {trained} 奈特。",
    ),
    "rnn_curves_note_gain": (
        "The first chart is the point: it is the same network, on the same frames, once with what it remembers and once with its "
        "memory wiped "
        "at every frame. At 0 the memory would be of no use. The weights of the denoiser come from a finished network, so only the "
        "memory begins from nothing.",
        "第一张图最要紧：同一个网络、同样的帧，一次用记住的内容，一次每一帧都清空记忆。若为 0，记忆就毫无用处。"
        "去噪部分的权重来自一个训练好的网络，"
        "只有记忆是从零学起的。",
    ),
    "rnn_curves_note_frames": (
        "Frames 1, 4 and 16 show frames of different content, so compare how each line rises, more than how high it lies: frame 1 has no "
        "memory to gain from.",
        "第 1、4、16 帧的内容不同，所以应比较每条线怎样上升，而不是高低：第 1 帧没有记忆可用。",
    ),
    "rnn_curves_note_held": (
        "Held-out clips: 8 clips of 24 frames, made of photos that the network was not trained on, with noise of σ = 25; in half of "
        "them some "
        "frames are blurred or miss a block. Training clips have any σ from 5 to 55, so the two losses are not for the same task.",
        "留出的视频：8 段，每段 24 帧，由训练中未用过的照片制成，噪声 σ = 25；其中一半含有模糊或缺块的帧。训练视频的 σ 在 5 到 55 之间，"
        "因此两种损失对应的任务并不相同。",
    ),
    "rnn_curves_note_mean": (
        "Nothing is smoothed afterwards. A point of the training loss is the mean over the updates since the point before; held-out "
        "points "
        "are measured with the moving average of the weights, the one that ships.",
        "事后没有做任何平滑。训练损失的每个点是自上一点以来各次更新的均值；留出数据的点用权重的滑动平均测得，随附的正是它。",
    ),
    "rnn_curves_note_nats": (
        "A nat is a unit of surprise: the loss of a digit is −log p, added up over its 784 pixels. A coin's toss for every pixel "
        "would cost "
        "543.4 nats.",
        "奈特是“意外程度”的单位：一个数字的损失是 784 个像素的 −log p 之和。若每个像素都靠抛硬币，则要花费 543.4 奈特。",
    ),
    "rnn_curves_note_exact": (
        "This network's number is exact. The VAE's is a bound: its true cost may be lower, as the table's tighter bound (IWAE) shows. "
        "Lines in "
        "the charts are for the digits that were held out of training; the table is for test digits, so its numbers differ a little.",
        "这个网络的数值是精确的。VAE 的只是一个界：真实花费可能更低，表中更紧的界（IWAE）正说明这一点。图中的线对应训练时留出的数字；"
        "表格对应测试数字，因此数值略有不同。",
    ),
    "rnn_curves_nats_caption": (
        "In nats per digit; fewer is better. Mean and standard error over test digits of MNIST that no network has seen.",
        "单位：每个数字的奈特，越少越好。在所有网络都没见过的 MNIST 测试数字上的均值与标准误。",
    ),
}
