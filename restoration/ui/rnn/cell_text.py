"""The words of 'One pixel's GRU by hand' and 'The vanishing gradient': key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    "study_made_alone": (
        "Measured on {date} with torch {torch}; no trained weights are needed for it.",
        "{date} 测得（torch {torch}）；不需要训练好的权重。",
    ),
    # one pixel's GRU
    "cell_tab": ("One pixel's GRU", "一个像素的 GRU"),
    "cell_title": ("One pixel's GRU by hand", "手算一个像素的 GRU"),
    "cell_intro": (
        "A gated recurrent unit (GRU) as small as it can be: one number h is its whole memory. It reads the brightness of one pixel, "
        "frame by frame, noise and all, and should hold what is truly there. Nine numbers decide how. Move them, and do the sums with it.",
        "最小的门控循环单元（GRU）：它的全部记忆就是一个数 h。它逐帧读取一个像素带噪声的亮度，并应记住真实的亮度。怎么记，由九个数决定。动"
        "一动它们，跟着一起算。",
    ),
    "cell_pixel": ("1. Choose a pixel", "1. 选一个像素"),
    "cell_move": (
        "Click on a pixel of the clip, or move by the arrow keys, with Shift by ten.",
        "点击视频中的一个像素，或用方向键移动，按住 Shift 一次移动十格。",
    ),
    "cell_caption": (
        "Frame {n} of the damaged clip that is in the lab. Click on a pixel; by keyboard: arrow keys, with Shift ten at a time.",
        "实验台上损坏视频的第 {n} 帧。点击一个像素；用键盘：方向键，按住 Shift 一次十格。",
    ),
    "cell_picture_alt": ("Frame {n} of the damaged clip", "损坏视频的第 {n} 帧"),
    "cell_at": (
        "Row {row}, column {column}. In this frame x = {x} comes in; truly there is {truth}. −1 is black, 1 is white; noise may carry x "
        "beyond.",
        "第 {row} 行第 {column} 列。这一帧输入 x = {x}，真实值是 {truth}。−1 为黑，1 为白；噪声可能使 x 超出这个范围。",
    ),
    "cell_hidden": (
        "In frame {n} this pixel is missing: the cell gets black, and does not know that it is no brightness at all.",
        "第 {n} 帧缺失这个像素：单元得到的是黑色，它并不知道那不是亮度。",
    ),
    "cell_numbers": ("2. Set the nine numbers", "2. 设定九个数"),
    "cell_presets": ("Ready-made cells", "现成的单元"),
    "cell_preset_keep": ("Remember everything", "什么都记住"),
    "cell_preset_follow": ("Forget everything", "什么都忘掉"),
    "cell_preset_mean": ("Running mean", "滑动平均"),
    "cell_preset_climb": ("Up, not down", "只升不降"),
    "cell_preset_fitted": ("Fitted", "拟合得到"),
    "cell_about_keep": (
        "The bias b_z = 5 holds z near 1: the past stays. But h begins with 0, so what is remembered is mostly that 0. A memory that "
        "never lets go never learns.",
        "偏置 b_z = 5 使 z 接近 1：过去全部保留。但 h 从 0 开始，所以记住的几乎就是这个 0。从不放手的记忆什么也学不到。",
    ),
    "cell_about_follow": (
        "The bias b_z = −5 holds z near 0: the past goes. h is tanh(x), noise and all: no memory.",
        "偏置 b_z = −5 使 z 接近 0：过去全部丢弃。h 就是 tanh(x)，噪声也照收：没有记忆。",
    ),
    "cell_about_mean": (
        "z = 0.90 whatever comes: nine parts past, one part new. Noise is averaged away, yet it takes ten frames to believe a change, and "
        "tanh presses bright and dark towards grey.",
        "不管来什么，z 都是 0.90：九成过去，一成新内容。噪声被平均掉了，但一个变化要十来帧才会被相信；tanh 还会把亮和暗都压向灰。",
    ),
    "cell_about_climb": (
        "Here the gate looks: W_z = −8 and U_z = 8 make z small when x is above h, and near 1 when it is below. So h follows what gets "
        "brighter and keeps it. A gate computes its answer anew at every step.",
        "这里的门会看情况：W_z = −8、U_z = 8 使 x 高于 h 时 z 很小，低于 h 时 z 接近 1。于是 h 跟着变亮，并留住亮的。门在每一步都重新计算"
        "。",
    ),
    "cell_about_fitted": (
        "These nine numbers were fitted by gradient descent on pixels of all sample clips, so that h is nearest to the truth on average.",
        "这九个数由梯度下降在所有示例视频的像素上拟合得到，使 h 平均而言最接近真实值。",
    ),
    "cell_fitted_at": (
        "They were fitted for noise {fitted}; in the lab it is {here} now.",
        "拟合时的噪声是 {fitted}，现在实验台上是 {here}。",
    ),
    "cell_own": ("Your own numbers.", "你自己设定的数。"),
    "cell_what_in": ("W: weight of what comes in, x", "W：输入 x 的权重"),
    "cell_what_past": ("U: weight of the past, h", "U：过去的 h 的权重"),
    "cell_what_bias": ("b: bias", "b：偏置"),
    "cell_row_r": ("r, reset: how much of the past the new content may use", "r，重置门：新内容可以用多少过去"),
    "cell_row_z": ("z, update: how much of the past stays", "z，更新门：过去留下多少"),
    "cell_row_n": ("n, new: what would be written", "n，新内容：要写入什么"),
    "cell_wrong": (
        "{name} must be a number from −{reach} to {reach}. What is shown is still computed with {kept}.",
        "{name} 应为 −{reach} 到 {reach} 之间的数。目前显示的仍用 {kept} 计算。",
    ),
    "cell_walk": ("3. Go through the frames", "3. 一帧一帧地走"),
    "cell_start": ("Start", "开头"),
    "cell_back": ("Back", "后退"),
    "cell_on": ("Next frame", "下一帧"),
    "cell_end": ("To the end", "到末尾"),
    "cell_frame": ("Frame", "帧"),
    "cell_step": ("frame {n} of {count}", "第 {n} 帧，共 {count} 帧"),
    "cell_formulas": ("The four formulas with their numbers", "代入数字的四个公式"),
    "cell_nothing_yet": (
        "Nothing has been seen yet: h = 0. Press Next frame.",
        "还什么都没看到：h = 0。请按“下一帧”。",
    ),
    "cell_formula_r": ("reset", "重置"),
    "cell_formula_z": ("update", "更新"),
    "cell_formula_n": ("new", "新内容"),
    "cell_formula_h": ("state", "状态"),
    "cell_round": (
        "Written to three decimals, computed with all. σ is the sigmoid 1 / (1 + e⁻ᵃ), which turns any number into one from 0 to 1; tanh "
        "into one from −1 to 1.",
        "写出三位小数，计算用全部位数。σ 是 sigmoid 函数 1 / (1 + e⁻ᵃ)，把任何数变到 0 与 1 之间；tanh 变到 −1 与 1 之间。",
    ),
    "cell_convention": (
        "Here z keeps the past, as in PyTorch and in the paper of Cho et al. 2014; others, Chung et al. 2014 among them, write it the "
        "other way round.",
        "这里的 z 表示保留过去，与 PyTorch 和 Cho 等 2014 年的论文一致；也有文献（如 Chung 等 2014）写法相反。",
    ),
    "cell_chart": ("What came in, what is there, what is remembered", "输入的、真实的、记住的"),
    "cell_chart_alt": (
        "Chart: what came in, the truth, the plain mean and the state h by frame. Arrow keys step; the numbers stand in the table below.",
        "图表：逐帧的输入、真实值、普通平均和状态 h。方向键逐步移动；数字见下表。",
    ),
    "cell_gates": ("The gates: z solid, r dashed", "两个门：z 为实线，r 为虚线"),
    "cell_gates_alt": ("Chart: the gates z and r by frame, from 0 to 1", "图表：逐帧的门 z 与 r，从 0 到 1"),
    "cell_axis": ("frame", "帧"),
    "cell_line_x": ("the pixel as it comes in, x", "输入的像素 x"),
    "cell_line_truth": ("the truth", "真实值"),
    "cell_line_mean": ("plain mean of all so far", "到目前为止的普通平均"),
    "cell_line_h": ("what the cell holds, h", "单元记住的 h"),
    "cell_scores": ("How near to the truth", "离真实值多近"),
    "cell_method": ("Mean squared error, scale −1 to 1", "均方误差（尺度 −1 到 1）"),
    "cell_until": ("frames 1 to {n}", "第 1 到 {n} 帧"),
    "cell_whole": ("all {count} frames", "全部 {count} 帧"),
    "cell_grey": ("its root, in grey levels of 255", "其平方根，以 255 级灰度计"),
    "cell_better_both": (
        "Over all {count} frames the cell is nearest to the truth: {held}, against {raw} for the pixel as it comes in and {mean} for the "
        "plain mean.",
        "在全部 {count} 帧上，单元离真实值最近：{held}；直接用输入的像素是 {raw}，普通平均是 {mean}。",
    ),
    "cell_better_mean": (
        "Over all {count} frames the cell, {held}, beats the plain mean, {mean}, but not the pixel as it comes in, {raw}: here it were "
        "better to remember nothing.",
        "在全部 {count} 帧上，单元（{held}）胜过普通平均（{mean}），却不如直接用输入的像素（{raw}）：这里还不如什么都不记。",
    ),
    "cell_better_raw": (
        "Over all {count} frames the cell, {held}, beats the pixel as it comes in, {raw}, but not the plain mean, {mean}: little changes "
        "here, so nothing beats counting all frames alike.",
        "在全部 {count} 帧上，单元（{held}）胜过直接用输入的像素（{raw}），却不如普通平均（{mean}）：这里变化很小，把所有帧一视同仁最好。",
    ),
    "cell_better_none": (
        "Over all {count} frames the cell, {held}, is worse than the pixel as it comes in, {raw}, and than the plain mean, {mean}.",
        "在全部 {count} 帧上，单元（{held}）既不如直接用输入的像素（{raw}），也不如普通平均（{mean}）。",
    ),
    "cell_luck": (
        "One pixel is one draw of luck: the table further below is over {count} pixels of each clip.",
        "一个像素只是一次运气：更下面的表是每段视频 {count} 个像素的结果。",
    ),
    "cell_all": ("All steps as a table", "所有步骤的表格"),
    "cell_all_note": ("Point at a number to see all its digits.", "指向一个数可看到它的全部位数。"),
    "cell_study": ("What the fitted numbers are worth", "拟合得到的数有多大用"),
    "cell_study_raw": ("the pixel as it comes in", "直接用输入的像素"),
    "cell_study_mean": ("plain mean of all so far", "到目前为止的普通平均"),
    "cell_study_running": ("the cell “Running mean”", "单元“滑动平均”"),
    "cell_study_fitted": ("the cell “Fitted”", "单元“拟合得到”"),
    "cell_study_caption": (
        "Mean squared error, scale −1 to 1, over all frames of {count} pixels of each clip, noise {sigma} of 255. ★ marks the lowest. "
        "Fitted on {pixels} pixels of each clip with other noise.",
        "均方误差（尺度 −1 到 1），每段视频 {count} 个像素的全部帧，噪声 {sigma}（满值 255）。★ 表示最低。拟合用每段视频的 {pixels} 个像素"
        "，噪声不同。",
    ),
    "cell_study_said": (
        "The fitted cell errs {low} to {high} % less than the pixel as it comes in, and less than the plain mean in {ahead} of {clips} "
        "clips. It wins where things change and gives a little away where they stay. One pixel is little to go by: when the scene moves, "
        "the past of this place belongs to something else, and noise and change look alike. The network of the Restore panel looks at a "
        "whole neighbourhood before it decides how far to trust its memory.",
        "拟合的单元比直接用输入的像素误差小 {low} 到 {high} %，在 {clips} 段视频中的 {ahead} 段胜过普通平均。有变化时它占优，不变时它略吃"
        "亏。只凭一个像素所知有限：画面移动后，这个位置的过去属于别的东西，噪声和变化也分不清。“修复”面板里的网络会先看整片邻域，再决定对"
        "记忆信任多少。",
    ),
    "cell_look_1": (
        "Press “Remember everything”, then “Forget everything”, and watch z in the formulas: one number between 0 and 1 decides which.",
        "先按“什么都记住”，再按“什么都忘掉”，看公式里的 z：一个 0 到 1 之间的数决定一切。",
    ),
    "cell_look_2": (
        "In the ready-made cells but “Fitted”, U of the row n is 0, and the reset gate r does nothing: in the formula of n it only ever "
        "multiplies U · h. Set this U to 1 and move b of the row r.",
        "在现成的单元里（除“拟合得到”外），n 行的 U 为 0，重置门 r 不起作用：在 n 的公式里它只乘以 U · h。把这个 U 设为 1，再动 r 行的 b "
        "看看。",
    ),
    "cell_look_3": (
        "Choose the clip “Scene cut” in Restore and come back: after the cut the plain mean is wrong for long. How fast do you want to "
        "forget?",
        "在“修复”里选“场景切换”再回来：切换之后，普通平均会错很久。你想多快忘掉？",
    ),
    "cell_look_4": (
        "Can you beat “Fitted” on your pixel? On one pixel, yes; on the table of 2,000 pixels it is harder.",
        "在你选的像素上，你能胜过“拟合得到”吗？一个像素上可以；在 2,000 个像素的表上就难了。",
    ),
    # the vanishing gradient
    "vanish_tab": ("The vanishing gradient", "梯度消失"),
    "vanish_title": ("The vanishing gradient", "梯度消失"),
    "vanish_intro": (
        "To learn that something early matters later, a recurrent network needs the gradient of its error at that early step: by how much "
        "would the error change if the state had been a little different then? It travels back step by step, and every step multiplies "
        "it. Here it is measured, for a plain recurrent network and for a GRU.",
        "循环网络要学到“早先的事后来有用”，就需要误差对早先那一步的梯度：如果那时的状态稍有不同，误差会变多少？梯度一步一步往回传，每一步"
        "都要乘上一个因子。这里实测普通循环网络和 GRU 的梯度。",
    ),
    "vanish_radius": ("Plain RNN: spectral radius ρ of its recurrence", "普通 RNN：循环矩阵的谱半径 ρ"),
    "vanish_radius_info": (
        "One step multiplies the state by a rotation and by ρ, then tanh flattens it.",
        "每一步把状态旋转并乘以 ρ，再由 tanh 压平。",
    ),
    "vanish_bias": ("GRU: bias of its update gate", "GRU：更新门的偏置"),
    "vanish_bias_info": (
        "The larger, the nearer z to 1, and the more of the past stays: z = 0.12 at −2, 0.98 at 4.",
        "越大，z 越接近 1，过去留下越多：−2 时 z 约 0.12，4 时约 0.98。",
    ),
    "vanish_chart": ("How much of the gradient comes back", "有多少梯度传得回来"),
    "vanish_chart_alt": (
        "Chart: norm of the gradient by distance from the end, logarithmic; the numbers stand in the table below",
        "图表：梯度的范数随到末尾距离的变化，对数尺度；数字见下表",
    ),
    "vanish_axis": ("steps back from the end", "从末尾往回的步数"),
    "vanish_line_plain": ("plain RNN", "普通 RNN"),
    "vanish_line_plain_guide": ("ρ at every step, without tanh", "每步乘 ρ，不计 tanh"),
    "vanish_line_gru": ("GRU", "GRU"),
    "vanish_line_gru_guide": ("mean of z at every step: the direct path alone", "每步乘 z 的平均：只走直通路径"),
    "vanish_who_plain": ("Plain RNN", "普通 RNN"),
    "vanish_who_gru": ("GRU", "GRU"),
    "vanish_said_fades": (
        "{who}: it vanishes. {far} steps back {left} of it is left; it halves about every {steps} steps.",
        "{who}：梯度消失。往回 {far} 步只剩 {left}；大约每 {steps} 步减半。",
    ),
    "vanish_said_stays": (
        "{who}: it lasts. {far} steps back it is {left} of what it is at the end.",
        "{who}：梯度得以保留。往回 {far} 步，是末尾处的 {left}。",
    ),
    "vanish_said_grows": (
        "{who}: it explodes. {far} steps back it is {left} times as large; it doubles about every {steps} steps.",
        "{who}：梯度爆炸。往回 {far} 步是原来的 {left} 倍；大约每 {steps} 步翻倍。",
    ),
    "vanish_said_radius": (
        "ρ = {radius} alone would make it {alone} over {far} steps; with tanh, which is flat where the state is large, it is {left}.",
        "只看 ρ = {radius}，{far} 步后应为 {alone}；加上 tanh（状态大时它是平的），实际为 {left}。",
    ),
    "vanish_said_gate": (
        "In the GRU the past is added to the new, z · h. On this direct path alone, mean z = {z}, {alone} would be left over {far} steps; "
        "with the other paths it is {left}.",
        "GRU 把过去加到新内容上：z · h。只走这条直通路径（z 平均为 {z}），{far} 步后应剩 {alone}；加上其余路径，实际为 {left}。",
    ),
    "vanish_said_more": (
        "As set here, {times} times as much comes back through the GRU as through the plain network.",
        "按这里的设置，GRU 传回的梯度是普通网络的 {times} 倍。",
    ),
    "vanish_said_less": (
        "As set here, {times} times less comes back through the GRU than through the plain network: a gate that does not keep the past "
        "does not keep the gradient either.",
        "按这里的设置，GRU 传回的梯度只有普通网络的 {times} 分之一：不保留过去的门，也不保留梯度。",
    ),
    "vanish_table": ("Norm of the gradient, that at the last step being 1", "梯度的范数，以最后一步为 1"),
    "vanish_back": ("{n} steps back", "往回 {n} 步"),
    "vanish_note": (
        "Both untrained, {width} units, the same {steps} random inputs of standard deviation {input:g}, the same loss: one fixed "
        "direction of the last state. Computed by backpropagation on the server. Below 10⁻¹² and above 10⁶ nothing is drawn.",
        "两者都未训练，各 {width} 个单元，输入同为 {steps} 步标准差 {input:g} 的随机数，损失也相同：最后状态在一个固定方向上的值。由服务器"
        "用反向传播算出。低于 10⁻¹² 和高于 10⁶ 的不画出。",
    ),
    "vanish_look_1": (
        "Move ρ from 0.5 to 1.5: well below 1 the gradient vanishes, well above it explodes. Only near 1 does it last, and tanh pulls it "
        "down even there.",
        "把 ρ 从 0.5 移到 1.5：比 1 小得多就消失，大得多就爆炸。只有在 1 附近才能持久，而 tanh 在那里也会把它拉低。",
    ),
    "vanish_look_2": (
        "A GRU is no guarantee: with the bias at 0, z is about one half and its gradient vanishes as well. At 3 or 4 the gate is open to "
        "the past, and the line lies almost flat.",
        "GRU 并不是保证：偏置为 0 时 z 约为一半，梯度同样消失。偏置为 3 或 4 时，门对过去敞开，线几乎是平的。",
    ),
    "vanish_look_3": (
        "That is what a gate buys: how long a unit remembers can be set, and learned, by a bias; and as z lies between 0 and 1, this "
        "direct path can fade but never explode.",
        "这就是门的好处：一个单元记多久，可以由一个偏置来设定，也可以学会；z 在 0 与 1 之间，所以这条直通路径只会衰减，绝不会爆炸。",
    ),
    # the recorded study
    "memory_title": ("Does it learn to remember? A recorded study", "学得会记住吗？一项记录下来的实验"),
    "memory_intro": (
        "A task that only a memory can do. One of four symbols comes first, then N steps of nothing but noise; then the network must say "
        "which symbol it was. Whoever guesses is right once in four. Each network was trained with two starts: as torch draws its "
        "weights, and as one draws them to remember.",
        "一个只有记忆才能完成的任务：先来四个符号之一，接着 N 步全是噪声，然后网络要说出那是哪个符号。瞎猜只有四分之一的机会猜对。每种网络"
        "用两种初始化训练：torch 默认的，和专为记忆而设的。",
    ),
    "memory_row_plain": ("plain RNN, usual start", "普通 RNN，默认初始化"),
    "memory_row_plain_orthogonal": ("plain RNN, starts as a rotation", "普通 RNN，初始为旋转"),
    "memory_row_gru": ("GRU, usual start", "GRU，默认初始化"),
    "memory_row_gru_keeping": ("GRU, starts with gates that keep", "GRU，初始时门保留过去"),
    "memory_chance": ("chance", "瞎猜"),
    "memory_axis": ("N: steps of noise between symbol and question", "N：符号与提问之间的噪声步数"),
    "memory_accuracy": (
        "Told right after training (mean; bars: lowest to highest of three seeds)",
        "训练后答对的比例（均值；竖线：三个种子的最低到最高）",
    ),
    "memory_accuracy_alt": (
        "Chart: share told right against N for four networks; the numbers stand in the table below",
        "图表：四种网络答对的比例随 N 的变化；数字见下表",
    ),
    "memory_before": ("Gradient that arrives at the first step, before training", "训练前，传到第一步的梯度"),
    "memory_before_alt": (
        "Chart: share of the gradient that arrives at the first step against N, logarithmic; the numbers stand in the table below",
        "图表：传到第一步的梯度比例随 N 的变化，对数尺度；数字见下表",
    ),
    "memory_said_learnt": (
        "{who}: learned (at least {learnt} % right) at N = {lengths}; at N = {longest} it is right in {at} %.",
        "{who}：在 N = {lengths} 时学会了（答对至少 {learnt} %）；N = {longest} 时答对 {at} %。",
    ),
    "memory_said_never": (
        "{who}: at no N was it right in {learnt} %; at N = {longest} it is right in {at} %.",
        "{who}：没有一个 N 答对达到 {learnt} %；N = {longest} 时答对 {at} %。",
    ),
    "memory_said_start": (
        "So here the start decided more than the kind: a plain RNN that starts as a rotation outdoes a GRU with its usual start, and a "
        "GRU whose gates start out keeping the past learns too. What they share is in the chart of gradients: at the start of training "
        "something arrives at the first step.",
        "所以在这里，初始化比网络种类更重要：初始为旋转的普通 RNN 胜过默认初始化的 GRU；门一开始就保留过去的 GRU 也学得会。它们的共同点在"
        "梯度图里：训练开始时，第一步能收到梯度。",
    ),
    "memory_said_fair": (
        "All had the same task and budget: {updates} updates of {batch} sequences, the best of the learning rates {rates} for each "
        "network and N, gradients cut to norm 1, three seeds, {tested} fresh sequences to test on. Parameters: plain RNN {plain}, GRU "
        "{gru}. With more updates the picture may change.",
        "任务和预算相同：{updates} 次更新、每次 {batch} 个序列，每种网络、每个 N 取学习率 {rates} 中最好的，梯度范数截到 1，三个种子，用 "
        "{tested} 个新序列测试。参数量：普通 RNN {plain}，GRU {gru}。更新次数更多时，结果可能不同。",
    ),
    "memory_table": ("The numbers", "数字"),
    "memory_corner": ("N", "N"),
    "memory_caption": (
        "Bold: share told right, mean over three seeds; below it the lowest and the highest; below that the gradient at the first step "
        "divided by that at the last, before → after training (geometric mean over seeds).",
        "粗体：答对的比例，三个种子的均值；下面是最低和最高；再下面是第一步的梯度除以最后一步的梯度，训练前 → 训练后（种子间的几何平均）。",
    ),
}
