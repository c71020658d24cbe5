"""The words of the RNN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore: settings
    "rnn_pick": ("Pick a clip", "选一段视频"),
    "rnn_clips": ("Sample clips", "示例视频"),
    "rnn_own": ("Your clip", "你的视频"),
    "rnn_intake": ("Use your own clip …", "使用自己的视频……"),
    "rnn_intake_info": (
        "MP4, WebM or animated GIF, up to 25 MB. The first {most} frames are used, made small to fit 320 × 240. It stays on this server "
        "for a day at most.",
        "MP4、WebM 或动态 GIF，最大 25 MB。只使用前 {most} 帧，并缩小到 320 × 240 以内。最多在本服务器上保存一天。",
    ),
    "rnn_sigma": ("Noise in every frame: sigma", "每一帧的噪声：sigma"),
    "rnn_sigma_info": ("Standard deviation, of 255", "标准差（满值 255）"),
    "rnn_hole": ("A block is missing in frame", "缺一块的帧"),
    "rnn_blur": ("Blurred frame", "模糊的帧"),
    "rnn_single": ("Hurt single frames", "损坏个别帧"),
    "rnn_none": ("0: none", "0：无"),
    "rnn_below": ("{label} (below the chart)", "{label}（低于图表范围）"),
    "rnn_wipe": ("Wipe the memory before frame", "在哪一帧之前清空记忆"),
    "rnn_wipe_info": ("0: never", "0：从不"),
    "rnn_mp4": ("Restored clip (MP4)", "修复后的视频（MP4）"),
    "rnn_zip": ("All frames (PNG) and scores", "所有帧（PNG）与评分"),
    "rnn_mp4_info": (
        "The MP4 (H.264) is for watching and loses a little. Everything on this page, scores too, comes from the frames themselves; the "
        "ZIP holds them as PNG, without loss.",
        "MP4（H.264）供观看，会有少许损失。本页的画面和评分都直接来自各帧本身；ZIP 里是无损的 PNG 帧。",
    ),
    # restore: progress
    "rnn_not_yet": ("This clip has not been mended yet.", "这段视频还没有修复。"),
    "rnn_running": (
        "The network goes through the clip: {done} of {count} frames …",
        "网络正在逐帧修复：{count} 帧中已完成 {done} 帧……",
    ),
    "rnn_comparing": (
        "The network is done. For comparison: {method}, {done} frames …",
        "网络已完成。用于对比：{method}，已完成 {done} 帧……",
    ),
    "rnn_stopped": (
        "Stopped. What was finished is shown. Press Restore to begin again.",
        "已停止。已完成的部分显示如下。点“修复”重新开始。",
    ),
    # the player
    "rnn_player": (
        "Player. Arrow keys go from frame to frame, the space bar plays and pauses.",
        "播放器。方向键逐帧移动，空格键播放或暂停。",
    ),
    "rnn_frame_slider": ("Frame", "帧"),
    "rnn_play": ("Play", "播放"),
    "rnn_pause": ("Pause", "暂停"),
    "rnn_speed": ("Speed", "速度"),
    "rnn_frame_n": ("Frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "rnn_not_yet_frame": ("not mended yet", "尚未修复"),
    "rnn_truth": ("Original", "原视频"),
    "rnn_damaged_clip": ("Damaged", "损坏"),
    "rnn_restored_clip": ("Restored", "修复"),
    "rnn_clip_alt": ("{name}, frame {n} of {count}", "{name}，第 {n} 帧，共 {count} 帧"),
    # the chart
    "rnn_chart_title": ("Quality, frame by frame", "逐帧的质量"),
    "rnn_chart_alt": (
        "Chart: PSNR in dB by frame, a line for each method; the table below has the means",
        "图表：各方法逐帧的 PSNR（dB）；均值见下表",
    ),
    "rnn_chart_note": (
        "PSNR in dB of each frame: RGB, whole frame, rounded to 8 bits; higher is better. Click into the chart to see a frame. Slow "
        "methods were run on the frames with a dot only.",
        "每一帧的 PSNR（dB）：RGB、整帧、舍入到 8 位；越高越好。点击图表可查看该帧。较慢的方法只在带圆点的帧上运行。",
    ),
    "rnn_frame_axis": ("frame", "帧"),
    "rnn_mark_wipe": ("memory wiped", "清空记忆"),
    "rnn_mark_cut": ("scene cut", "场景切换"),
    "rnn_mark_hole": ("hole", "缺块"),
    "rnn_mark_blur": ("blurred", "模糊"),
    "rnn_line_damaged": ("Damaged", "损坏"),
    "rnn_line_memory": ("Network with its memory", "带记忆的网络"),
    "rnn_line_unwiped": ("the same, had the memory not been wiped", "同一网络，假如没有清空记忆"),
    "rnn_line_alone": ("the same, memory wiped at every frame", "同一网络，每一帧都清空记忆"),
    "rnn_line_both": ("the same, with a second memory from the end of the clip", "同一网络，另有从结尾倒回来的第二份记忆"),
    "rnn_line_cnn": ("CNN denoiser, frame by frame", "CNN 去噪网络，逐帧处理"),
    "rnn_line_nlm": ("Non-local means over 5 frames", "五帧非局部均值"),
    # the table and what is read off it
    "rnn_method": ("Method", "方法"),
    "rnn_first": ("Frame 1 / dB", "第 1 帧 / dB"),
    "rnn_late": ("From frame {n} / dB", "第 {n} 帧起 / dB"),
    "rnn_ms": ("Time a frame / ms", "每帧用时 / 毫秒"),
    "rnn_caption": (
        "PSNR: RGB, whole frame, rounded to 8 bits. The second column is the mean over the {n} frames on which all methods were run; ★ "
        "marks the best. All are told the noise level. The network is told where a block is missing; for the CNN and non-local means, "
        "Telea's method fills it first. Non-local means also sees two frames of the "
        "future, the second memory all of them, the network none.",
        "PSNR：RGB、整帧、舍入到 8 位。第二列是所有方法都运行过的 {n} 帧的均值；★ 表示最佳。各方法都知道噪声水平。网络知道缺块的位置；"
        "CNN 和非局部均值则先由 Telea 方法填补。非局部均值还能看到后面两帧，第二份记忆能看到后面所有帧，网络看不到。",
    ),
    "rnn_said_gain": (
        "From frame {n} on, the memory is worth {gain} dB: {memory} dB with it, {alone} dB without.",
        "从第 {n} 帧起，记忆带来 {gain} dB：有记忆 {memory} dB，没有记忆 {alone} dB。",
    ),
    "rnn_said_no_gain": (
        "From frame {n} on, the memory gains nothing here: {memory} dB with it, {alone} dB without.",
        "从第 {n} 帧起，记忆在这里没有帮助：有记忆 {memory} dB，没有记忆 {alone} dB。",
    ),
    "rnn_said_both": (
        "Who may wait for the end of the clip sees the future too: with a memory from both sides {both} dB, {more} dB more.",
        "如果可以等到视频结束，就还能看到未来：两侧都有记忆时为 {both} dB，再多 {more} dB。",
    ),
    "rnn_said_ahead": ("The network is {lead} dB ahead of: {method}.", "与“{method}”相比，网络领先 {lead} dB。"),
    "rnn_said_behind": ("It is {lead} dB behind: {method}.", "与“{method}”相比，网络落后 {lead} dB。"),
    "rnn_said_kept": (
        "Wiping the memory before frame {n} made no difference worth the name.",
        "在第 {n} 帧之前清空记忆，几乎没有影响。",
    ),
    "rnn_said_wiped": (
        "Wiping the memory before frame {n} cost {lost} dB in that frame; {after} frames later the loss was below 0.1 dB.",
        "在第 {n} 帧之前清空记忆，使该帧损失 {lost} dB；{after} 帧之后，损失已小于 0.1 dB。",
    ),
    "rnn_said_wiped_long": (
        "Wiping the memory before frame {n} cost {lost} dB in that frame; until the end of the clip the loss stayed above 0.1 dB.",
        "在第 {n} 帧之前清空记忆，使该帧损失 {lost} dB；直到结束，损失都没有降到 0.1 dB 以下。",
    ),
    "rnn_said_cut": (
        "What the memory added changed from {before} dB before the cut to {then} dB in frame {n}, the first of the new scene.",
        "记忆带来的增益由切换前的 {before} dB 变为新场景第一帧（第 {n} 帧）的 {then} dB。",
    ),
    "rnn_said_hole": (
        "In frame {n}, {share} % of the pixels are missing: what stands there is remembered or invented. The frame reaches {memory} dB "
        "with the memory and {alone} dB without.",
        "第 {n} 帧缺失 {share} % 的像素：那里的内容是记住的或编造的。该帧有记忆时 {memory} dB，没有记忆时 {alone} dB。",
    ),
}
