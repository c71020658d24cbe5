"""The words of the RNN's panel Look inside: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    "rnn_in_intro": (
        "The clip and the damage are those of the Restore tab. Nothing here is a drawing of the idea: every map and every number is "
        "what the network held while it went through this clip. The last two exhibits open up a single cell, and follow a gradient back "
        "through many steps.",
        "这里用的是“修复”页中的视频和损坏设置。所有图和数字都不是示意图，而是网络处理这段视频时真实保存的内容。最后两项拆开一个单元来看，并跟着梯度往回走很多步。",
    ),
    "rnn_in_memory": ("What it remembers", "它记住了什么"),
    "rnn_in_back": ("How far back", "往回看多远"),
    "rnn_in_unrolled": ("Unrolled", "按时间展开"),
    # what it remembers
    "rnn_mem_title": ("What it remembers", "它记住了什么"),
    "rnn_mem_intro": (
        "Many noisy frames of the same place have a mean with less noise. So the network keeps a mean of what it has seen, and with "
        "every frame asks of each pixel: is the same thing still there? Where it says yes (trust 1), the frame joins the mean; where "
        "it says no (trust 0), the mean begins anew. Then a denoiser mends the mean, not the frame.",
        "对同一个地方的多帧带噪画面求平均，噪声就会变小。所以网络保存着所见画面的平均，并在每一帧对每个像素发问：这里还是原来的东西吗？"
        "回答“是”（信任为 1），这一帧就并入平均；回答“不是”（信任为 0），平均就从头开始。之后，去噪网络修复的是这个平均，而不是单独的一"
        "帧。",
    ),
    "rnn_mem_frame": ("Frame", "帧"),
    "rnn_mem_frame_n": ("Frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "rnn_mem_play": ("Play", "播放"),
    "rnn_mem_pause": ("Pause", "暂停"),
    "rnn_mem_group": ("One frame, and what the memory makes of it", "一帧画面，以及记忆对它的处理"),
    "rnn_mem_damaged": ("Damaged frame", "损坏的帧"),
    "rnn_mem_held": ("What it holds: the mean", "它保存的：平均"),
    "rnn_mem_restored": ("Restored", "修复结果"),
    "rnn_mem_truth": ("Original", "原视频"),
    "rnn_mem_trust": ("Trust in the past", "对过去的信任"),
    "rnn_mem_evidence": ("Evidence: frames in the mean", "依据：平均里有几帧"),
    "rnn_mem_pick": (
        "The damaged frame. The arrow keys choose a pixel, with Shift ten at a time.",
        "损坏的帧。用方向键选像素，按住 Shift 每次移动十个。",
    ),
    "rnn_mem_trust_scale": (
        "Black: forget it, something else is here now. Pale yellow: keep all of it.",
        "黑：忘掉，这里已是别的东西。浅黄：全部保留。",
    ),
    "rnn_mem_evidence_scale": (
        "Upper row: frames. Lower row: the noise (of 255) that the network reckons is left, sigma divided by the root of the frames.",
        "上行：帧数。下行：网络认为剩下的噪声（满值 255），即 sigma 除以帧数的平方根。",
    ),
    "rnn_mem_alt": ("{name}, frame {n} of {count}", "{name}，第 {n} 帧，共 {count} 帧"),
    "rnn_mem_not_yet": ("on its way …", "正在计算……"),
    "rnn_mem_here_empty": ("the memory is empty, nothing to trust", "记忆为空，没有可信任的内容"),
    "rnn_mem_watched": (
        "The clip is long: the first {n} of its {count} frames are shown here.",
        "视频较长：这里只显示 {count} 帧中的前 {n} 帧。",
    ),
    "rnn_mem_said_first": (
        "Frame {n} finds an empty memory: it becomes the mean as it is, with all its noise of {sigma}.",
        "第 {n} 帧到来时记忆是空的：这一帧原样成为平均，带着全部强度为 {sigma} 的噪声。",
    ),
    "rnn_mem_said_wiped": (
        "Before frame {n} the memory was wiped: the frame becomes the mean as it is, with all its noise of {sigma}.",
        "在第 {n} 帧之前记忆被清空：这一帧原样成为平均，带着全部强度为 {sigma} 的噪声。",
    ),
    "rnn_mem_said": (
        "In frame {n} it trusts the past by half or more on {sure} % of the picture ({trust} on average), least {place}. On average a "
        "pixel's mean holds the worth of {evidence} frames, so the network reckons with noise of {left} in place of {sigma}.",
        "在第 {n} 帧，画面的 {sure} % 对过去的信任达到一半以上（平均 {trust}），{place}最低。平均每个像素的平均值相当于 {evidence} 帧，"
        "所以网络认为噪声不再是 {sigma}，而是 {left}。",
    ),
    "rnn_mem_said_better": (
        "Measured against the original, the frame is off by {damaged}, a plain mean of all frames so far by {plain}, the mean with "
        "trust by {held}.",
        "与原视频相比，这一帧的误差是 {damaged}，把到目前为止的各帧直接平均是 {plain}，带信任的平均是 {held}。",
    ),
    "rnn_mem_said_no_better": (
        "Measured against the original, the frame is off by {damaged}, the mean with trust by {held}: here a plain mean of all frames "
        "so far, off by {plain}, does as well or better.",
        "与原视频相比，这一帧的误差是 {damaged}，带信任的平均是 {held}：在这里，把到目前为止的各帧直接平均（误差 {plain}）同样好或更好"
        "。",
    ),
    "rnn_mem_place_0": ("at the upper left", "左上方"),
    "rnn_mem_place_1": ("at the top", "上方"),
    "rnn_mem_place_2": ("at the upper right", "右上方"),
    "rnn_mem_place_3": ("at the left", "左侧"),
    "rnn_mem_place_4": ("in the middle", "中央"),
    "rnn_mem_place_5": ("at the right", "右侧"),
    "rnn_mem_place_6": ("at the lower left", "左下方"),
    "rnn_mem_place_7": ("at the bottom", "下方"),
    "rnn_mem_place_8": ("at the lower right", "右下方"),
    "rnn_mem_pixel": ("One pixel through time", "一个像素的时间变化"),
    "rnn_mem_hint": (
        "Point at any of the pictures, or click to hold a pixel; with the keyboard: focus the damaged frame, arrow keys (Shift: ten at "
        "a time). A click into the charts shows that frame. It begins where most was forgotten at once. Brightness is the mean of red, "
        "green and blue, cut to 0–255; trust is read to 1/255, evidence to 1/16 of a frame.",
        "把指针移到任一画面上，或点击固定一个像素；用键盘：聚焦损坏的帧，按方向键（按住 Shift 每次十个）。点击曲线图可跳到那一帧。开始"
        "时选的是一次忘掉最多的地方。亮度为红、绿、蓝的平均，限制在 0–255；信任的读数精确到 1/255，依据精确到 1/16 帧。",
    ),
    "rnn_mem_here": (
        "Column {x}, row {y}, frame {n}: damaged {damaged}, held {held}, restored {restored}, original {truth} (brightness, of 255); "
        "trust {trust}; evidence {evidence} frames.",
        "第 {x} 列第 {y} 行，第 {n} 帧：损坏 {damaged}，平均 {held}，修复 {restored}，原视频 {truth}（亮度，满值 255）；信任 {trust}；"
        "依据 {evidence} 帧。",
    ),
    "rnn_mem_chart_alt": (
        "Three charts of this pixel by frame: brightness, trust, evidence. The numbers of the shown frame stand above.",
        "该像素逐帧的三张曲线图：亮度、信任、依据。当前帧的数值写在上方。",
    ),
    "rnn_mem_axis": ("frame", "帧"),
    "rnn_mem_brightness": ("Brightness, of 255", "亮度（满值 255）"),
    "rnn_mem_trust_axis": ("Trust", "信任"),
    "rnn_mem_evidence_axis": ("Evidence, in frames", "依据（帧）"),
    "rnn_mem_table": ("How far from the original", "离原视频有多远"),
    "rnn_mem_off_unit": (
        "Root mean square difference from the original, RGB, of 255, in the frame shown; lower is better. The first three leave out "
        "what has never been seen; they are not clipped.",
        "当前帧与原视频之差的均方根（RGB，满值 255），越低越好。前三行不计从未见过的部分，且未截断。",
    ),
    "rnn_mem_off_damaged": ("The damaged frame", "损坏的帧"),
    "rnn_mem_off_plain": ("A plain mean of all frames so far, without trust", "到目前为止各帧的直接平均（不问信任）"),
    "rnn_mem_off_held": ("What it holds: the mean with trust", "它保存的：带信任的平均"),
    "rnn_mem_off_restored": ("Restored: the mean, denoised", "修复结果：对平均去噪"),
    "rnn_mem_inner": ("Deeper: the notes, and the gates that write them", "更深一层：笔记，以及书写笔记的门"),
    "rnn_mem_notes": ("Notes", "笔记"),
    "rnn_mem_notes_said": (
        "After frame {n}: {shown} of the {all} maps, those that vary most from frame to frame over the clip (variance over time, "
        "averaged over the picture). Nobody told the network what to write into them.",
        "第 {n} 帧之后：{all} 张图中的 {shown} 张，即整段视频里逐帧变化最大的（按时间求方差，再对画面平均）。没有人规定网络在里面写什么"
        "。",
    ),
    "rnn_mem_notes_scale": ("−1 to 1; mid grey is 0", "−1 到 1；中灰为 0"),
    "rnn_mem_gates": ("Gates of the GRU", "GRU 的门"),
    "rnn_mem_channel": ("Map", "第几张"),
    "rnn_mem_gate_r_mean": ("Reset r, mean of all maps: {mean}", "重置门 r，各图平均：{mean}"),
    "rnn_mem_gate_z_mean": ("Update z, mean of all maps: {mean}", "更新门 z，各图平均：{mean}"),
    "rnn_mem_gate_r_one": ("Reset r of map {channel}: {mean}", "第 {channel} 张的重置门 r：{mean}"),
    "rnn_mem_gate_z_one": ("Update z of map {channel}: {mean}", "第 {channel} 张的更新门 z：{mean}"),
    "rnn_mem_gates_scale": (
        "0 to 1. r: how much of the old notes may be used for the new ones. z: how much of the old notes stays; where it is dark, they "
        "are rewritten. The numbers are means over the picture.",
        "0 到 1。r：写新笔记时可以用到多少旧笔记。z：旧笔记保留多少；暗处表示改写。数字为整幅画面的平均。",
    ),
    "rnn_mem_look_1": (
        "Play the clip and watch the trust: where an edge has moved, or something has come into view, it turns dark, and the evidence "
        "there falls to one frame.",
        "播放并观察信任图：边缘移动或有新东西出现的地方会变暗，那里的依据随即降到一帧。",
    ),
    "rnn_mem_look_2": (
        "The mean is sharp only if the trust is right: too much, and moving things leave ghosts; too little, and the noise stays. "
        "Compare the rows of the table.",
        "信任给得对，平均才清晰：太多，运动物体会留下重影；太少，噪声就留下来。比较表中各行。",
    ),
    "rnn_mem_look_3": (
        "Wipe the memory in the Restore tab, or choose the clip with a cut, and see what is left of it in the next frame.",
        "在“修复”页清空记忆，或选择有场景切换的视频，看下一帧还剩下什么。",
    ),
    # how far back
    "rnn_back_title": ("How far back does a pixel look?", "一个像素往回看多远？"),
    "rnn_back_intro": (
        "Choose a pixel of a restored frame. Backpropagation through time says how much it depends on every frame up to then: change a "
        "past pixel a little, and by how much does this one move? Beside it stands what the mean alone would give: the weight of each "
        "frame in the mean at this very place.",
        "选择修复画面中的一个像素。沿时间的反向传播会算出它对此前每一帧的依赖：把过去的某个像素改动一点，它会动多少？旁边是只看平均时的"
        "结果：各帧在这个位置的平均中所占的权重。",
    ),
    "rnn_back_frame": ("Frame", "帧"),
    "rnn_back_frame_n": ("Frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "rnn_back_pick": (
        "The restored frame. The arrow keys move the pixel, with Shift ten at a time.",
        "修复后的帧。用方向键移动像素，按住 Shift 每次十个。",
    ),
    "rnn_back_hint": (
        "Click, or move with the arrow keys (Shift: ten at a time). It may take a few seconds.",
        "点击选取，或用方向键移动（按住 Shift 每次十个）。可能要等几秒。",
    ),
    "rnn_back_where": ("Column {x}, row {y}.", "第 {x} 列，第 {y} 行。"),
    "rnn_back_picture_alt": ("Restored, frame {n} of {count}", "修复结果，第 {n} 帧，共 {count} 帧"),
    "rnn_back_bars": ("Share of each frame", "各帧所占的比例"),
    "rnn_back_bars_alt": (
        "Bars: for each frame its share of the gradient, and its weight in the mean; the same numbers are in the table below",
        "柱状图：每一帧占梯度的比例，以及在平均中的权重；下表有同样的数字",
    ),
    "rnn_back_cut": ("frame", "帧"),
    "rnn_back_legend_share": ("of the gradient", "占梯度"),
    "rnn_back_legend_weight": ("weight in the mean", "在平均中的权重"),
    "rnn_back_maps": ("Where in those frames", "在这些帧的什么位置"),
    "rnn_back_maps_note": (
        "{side} × {side} pixels around the chosen one, in the last frames: above the size of the gradient, all on one scale, below the "
        "damaged frame itself. Grey lies outside the picture.",
        "最近几帧中，所选像素周围的 {side} × {side} 个像素：上面是梯度的大小，共用一个刻度；下面是损坏的帧本身。灰色在画面之外。",
    ),
    "rnn_back_map": (
        "Frame {n}: {share} of the gradient; {inside} % of that lies in this cut-out.",
        "第 {n} 帧：占梯度的 {share}；其中 {inside} % 落在此范围内。",
    ),
    "rnn_back_map_alt": ("Heat map: gradient in frame {n}", "热图：第 {n} 帧中的梯度"),
    "rnn_back_crop_alt": ("The same part of damaged frame {n}", "损坏的第 {n} 帧的同一部分"),
    "rnn_back_caption": ("All numbers", "全部数字"),
    "rnn_back_table_frame": ("Frame", "帧"),
    "rnn_back_share": ("Share of the gradient", "占梯度的比例"),
    "rnn_back_weight": ("Weight in the mean", "在平均中的权重"),
    "rnn_back_said": (
        "This pixel of frame {n} takes {own} % from its own frame and {past} % from the frames before. In the mean at this place the "
        "frames before weigh {mean} %.",
        "第 {n} 帧的这个像素，{own} % 来自本帧，{past} % 来自之前的帧。在这个位置的平均中，之前的帧共占 {mean} %。",
    ),
    "rnn_back_said_reach": (
        "Frames needed for 90 %, this one counted: {reach} for the gradient, {mean} for the mean.",
        "要凑足 90 %，需要的帧数（含本帧）：梯度 {reach} 帧，平均 {mean} 帧。",
    ),
    "rnn_back_said_first": ("Frame {n} is the first: there is no past to look at.", "第 {n} 帧是第一帧：没有过去可看。"),
    "rnn_back_said_alone": (
        "Frame {n} found its memory wiped: all of this pixel comes from its own frame, and the share of every frame before is exactly "
        "0.",
        "第 {n} 帧之前记忆被清空：这个像素完全来自本帧，之前各帧的比例都恰好是 0。",
    ),
    "rnn_back_said_wiped": (
        "The memory was wiped before frame {n}: the share of every frame before that is exactly 0.",
        "第 {n} 帧之前记忆被清空：再往前各帧的比例都恰好是 0。",
    ),
    "rnn_back_said_cut": (
        "At frame {n} another scene begins. Nobody told the network, so it had to notice: {before} % of the gradient lies before the "
        "cut, and {mean} % of the mean.",
        "从第 {n} 帧起换了场景。没有人告诉网络，它必须自己发现：切换之前的帧占梯度的 {before} %，占平均的 {mean} %。",
    ),
    "rnn_back_look_1": (
        "A pixel of still ground and one that something has just passed: their bars differ. The first averages many frames, the second "
        "relies on its own.",
        "比较静止背景上的像素和刚有东西经过的像素：两者的柱子不同。前者平均了许多帧，后者主要靠本帧。",
    ),
    "rnn_back_look_2": (
        "Gradient and weight need not agree: the denoiser also looks at the neighbours, which have means of their own, and a frame "
        "also acts through what it says about trust.",
        "梯度与权重不必一致：去噪网络还会看邻近像素，它们有各自的平均；而且一帧画面还会通过改变信任起作用。",
    ),
    "rnn_back_look_3": (
        "Wipe the memory in the Restore tab a few frames before this one: what lies before the wipe drops to exactly 0.",
        "在“修复”页把记忆在前几帧处清空：清空之前的部分会恰好降为 0。",
    ),
    # unrolled
    "rnn_unr_title": ("The same network, again and again", "同一个网络，一遍又一遍"),
    "rnn_unr_intro": (
        "Drawn out over three frames, a network with a memory becomes a long network without one: each column is one frame, the arrows "
        "to the right are the state that it hands on. It has one set of weights, used in every column. Shapes were measured on the "
        "network while it went over this frame; they read: pictures at once × channels × height × width.",
        "把带记忆的网络沿三帧展开，它就成了一个没有记忆的长网络：每一列是一帧，向右的箭头是它传下去的状态。权重只有一套，每一列都用它。"
        "形状是网络处理这一帧时实际量出来的，依次为：图片数 × 通道数 × 高 × 宽。",
    ),
    "rnn_unr_frame": ("Last of the three frames", "三帧中的最后一帧"),
    "rnn_unr_frame_n": ("Frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "rnn_unr_graph": ("The graph; the boxes of the last frame can be chosen", "计算图；可选择最后一帧的各个方框"),
    "rnn_unr_alt": ("Graph of frames {first} to {last}", "第 {first} 到 {last} 帧的计算图"),
    "rnn_unr_hint": (
        "Point at a box, tap it, or go through the last frame's with the Tab key. Solid arrows go on within a frame, dashed golden "
        "ones carry the state to the next.",
        "把指针移到方框上，或点按，或用 Tab 键逐个浏览最后一帧的方框。实线箭头在一帧之内，金色虚线箭头把状态传给下一帧。",
    ),
    "rnn_unr_column": ("frame {n}", "第 {n} 帧"),
    "rnn_unr_empty": ("empty", "空"),
    "rnn_unr_state_notes": ("notes", "笔记"),
    "rnn_unr_state_picture": ("mean", "平均"),
    "rnn_unr_state_evidence": ("evidence", "依据"),
    "rnn_unr_box_compare": ("compare", "比较"),
    "rnn_unr_box_gru": ("GRU", "GRU"),
    "rnn_unr_box_judge": ("judge", "判断"),
    "rnn_unr_box_mean": ("running mean", "累计平均"),
    "rnn_unr_box_recall": ("recall", "回想"),
    "rnn_unr_box_unet": ("U-Net", "U-Net"),
    "rnn_unr_box_answer": ("answer", "结果"),
    "rnn_unr_about_compare": (
        "First the memory moves along with the camera: by the whole pixels at which it differs least from the frame. Then the frame is put "
        "beside the mean that is remembered, to take their difference in units of the noise: a difference of 1 may be "
        "noise, one of 5 is something new. Two convolutions look at it, at half the resolution: 2 × 2 pixels become channels.",
        "先让记忆跟着镜头移动：移到与这一帧相差最小的整数像素处。"
        "再把这一帧与记住的平均放在一起，求两者之差，以噪声强度为单位：差 1 可能只是噪声，差 5 就是新东西。两层卷积在一半的分辨率上处理它"
        "：每 2 × 2 个像素变成通道。",
    ),
    "rnn_unr_about_gru": (
        "Writes what was found into the notes. Its two gates say how much of the old notes stays and how much may be used for the new.",
        "把比较的发现写进笔记。两个门决定旧笔记保留多少，以及写新笔记时可用多少。",
    ),
    "rnn_unr_about_judge": (
        "One convolution reads the notes and says for every pixel how far the past is to be trusted, 0 to 1.",
        "一层卷积读取笔记，对每个像素给出应在多大程度上信任过去（0 到 1）。",
    ),
    "rnn_unr_about_mean": (
        "Arithmetic, nothing is learned here: the evidence is discounted by the trust, the frame is added, one frame more is counted.",
        "纯算术，没有学习的成分：依据按信任打折，加上这一帧，帧数加一。",
    ),
    "rnn_unr_about_recall": (
        "A convolution by which the notes reach the denoiser, so that it may know more of the past than the mean shows.",
        "一层卷积，让笔记也能到达去噪网络，使它知道的过去比平均里显示的更多。",
    ),
    "rnn_unr_about_unet": (
        "The denoiser of the CNN page. It is given the mean, the noise that is left in it place by place, and what is known at all. It "
        "keeps no state: nothing flows from here to the next frame.",
        "即 CNN 页的去噪网络。它得到的是平均、平均中各处剩余的噪声，以及哪些地方是已知的。它不保存状态：这里没有任何东西传给下一帧。",
    ),
    "rnn_unr_about_answer": (
        "The noise that the U-Net found is scaled to what is left and subtracted from the mean. In a hole that was never seen there is "
        "nothing to subtract from, and the U-Net's output itself stands there.",
        "把 U-Net 找出的噪声按剩余强度缩放，从平均中减去。在从未见过的缺块处没有可减的对象，就直接用 U-Net 的输出。",
    ),
    "rnn_unr_numbers": (
        "{parameters} parameters; {macs} multiplications with an addition per pixel of the frame, {share} % of all.",
        "{parameters} 个参数；每个像素 {macs} 次乘加，占总数的 {share} %。",
    ),
    "rnn_unr_where": ("In restoration/models/rnn.py, line {lines}:", "代码在 restoration/models/rnn.py，第 {lines} 行："),
    "rnn_unr_table": ("Weights and work", "权重与计算量"),
    "rnn_unr_caption": (
        "Work: multiplications with an addition (MACs) in convolutions, per pixel of a frame, counted while the network ran; other "
        "arithmetic is not counted. The weights are the same in every frame.",
        "计算量：卷积中的乘加次数（MAC），按每个像素计，在网络运行时统计；其他运算不计。每一帧用的都是同一套权重。",
    ),
    "rnn_unr_box": ("Box", "方框"),
    "rnn_unr_parameters": ("Parameters", "参数"),
    "rnn_unr_macs": ("MACs a pixel", "每像素乘加次数"),
    "rnn_unr_lines": ("Lines of rnn.py", "rnn.py 的行"),
    "rnn_unr_said": (
        "The U-Net, which mends, has {weights} % of the weights and does {work} % of the work; the memory before it has {rest_weights} "
        "% of the weights and does {rest_work} % of the work.",
        "负责修复的 U-Net 占权重的 {weights} %、计算量的 {work} %；它前面的记忆部分占权重的 {rest_weights} %、计算量的 {rest_work} %。",
    ),
    "rnn_unr_look_1": (
        "Choose the GRU and look along the row: it is one box, drawn three times. That is why its gradient is the sum over all frames.",
        "选 GRU，沿这一行看：它是同一个方框，画了三次。所以它的梯度是各帧之和。",
    ),
    "rnn_unr_look_2": (
        "The U-Net keeps no state: no golden arrow leaves it. All that the network knows of the past goes through the mean, its "
        "evidence and the notes.",
        "U-Net 不保存状态：没有金色箭头从它出发。网络对过去的全部了解，都经过平均、依据和笔记。",
    ),
}
