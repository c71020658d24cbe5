"""The words of the GAN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "gan_own_info": (
        "Its middle square is taken, at most 256 × 256 pixels. It must have at least {least} pixels a side.",
        "取图片中间的正方形，最大 256 × 256 像素；每边至少 {least} 像素。",
    ),
    "gan_small": ("Made {scale} times smaller", "缩小到 1/{scale}"),
    "gan_mix": ("0: faithful (the CNN) … 1: sharp (the GAN)", "0：忠实（CNN）……1：锐利（GAN）"),
    "gan_running": ("Mending …", "正在修复……"),
    "gan_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "gan_not_yet": ("Press Restore to mend the picture.", "点“修复”来修补这张图片。"),
    "gan_cnn": ("CNN, told to be near", "CNN：只求接近"),
    "gan_gan": ("GAN, told to look real too", "GAN：还要看起来真实"),
    # inside
    "gan_in_intro": ("Two players, seen at work.", "两个玩家的对局过程。"),
    # the game on points
    "game_tab": ("The game", "对局"),
    "game_title": ("Two players on a plane", "平面上的两个玩家"),
    "game_intro": (
        "G makes points of noise and wants them taken for real ones. D tells real from made. Each learns from the other: press Play, and "
        "watch the diamonds look for the green dots.",
        "G 用噪声生成点，想让它们被当成真点；D 负责分辨真假。两个玩家互相学习：按“开始”，看菱形怎样去找绿点。",
    ),
    "game_preset": ("A game to begin with", "选一局"),
    "game_preset_works": ("It works", "顺利"),
    "game_preset_collapse": ("Mode collapse", "模式坍塌"),
    "game_preset_strong": ("D too strong", "D 太强"),
    "game_preset_swing": ("No rest", "摇摆不定"),
    "game_watch_works": (
        "Watch G's grid: it unfolds until there are diamonds on all eight heaps. D's line has less and less to hold on to, and the arrows "
        "shrink.",
        "看 G 的网格：它慢慢展开，直到八堆点上都有菱形。D 的分界线越来越无处可划，箭头也越来越短。",
    ),
    "game_watch_collapse": (
        "G learns three times as fast as D. Watch the diamonds: they crowd where D was last deceived, D learns that, and the crowd moves "
        "on. How many of the eight heaps are covered at once?",
        "G 学得比 D 快三倍。看菱形：它们挤到 D 刚刚上当的地方，D 学会之后，又一起挤到别处。同一时刻能覆盖八堆中的几堆？",
    ),
    "game_watch_strong": (
        "D learns faster, plays ten times for each turn of G, and G minimises log(1 − D). Watch the arrows: where D is sure, they vanish, "
        "and G is told nothing. Then choose the non-saturating loss under Change the rules.",
        "D 学得快，G 每走一步它走十步，而 G 最小化的是 log(1 − D)。看箭头：D 有十足把握之处，箭头消失，G 什么也得不到。"
        "然后在“修改规则”里换成非饱和损失。",
    ),
    "game_watch_swing": (
        "Both learn fast. Watch the distance in the second chart: it does not settle, for each player chases where the other was.",
        "两个玩家都学得很快。看第二张图里的距离：它停不下来，因为每个玩家追的都是对方刚才的位置。",
    ),
    "game_target": ("Points to imitate", "要模仿的点"),
    "game_target_gaussians": ("Eight heaps", "八堆"),
    "game_target_ring": ("Ring", "圆环"),
    "game_target_moons": ("Two moons", "双月"),
    "game_target_line": ("Line", "线段"),
    "game_target_drawn": ("Draw your own", "自己画"),
    "game_rules": ("Change the rules: loss, learning rates, noise, seed", "修改规则：损失、学习率、噪声、种子"),
    "game_loss": ("Loss", "损失"),
    "game_loss_saturating": ("Saturating: log(1 − D)", "饱和：log(1 − D)"),
    "game_loss_non_saturating": ("Non-saturating: −log D", "非饱和：−log D"),
    "game_loss_least_squares": ("Least squares", "最小二乘"),
    "game_loss_wasserstein": ("Wasserstein, gradient penalty", "Wasserstein，梯度惩罚"),
    "game_steps_d": ("Turns of D to one of G", "G 每走一步，D 走几步"),
    "game_lr_d": ("Learning rate of D", "D 的学习率"),
    "game_own_lr_d": ("D: or type one", "D：或自己输入"),
    "game_lr_g": ("Learning rate of G", "G 的学习率"),
    "game_own_lr_g": ("G: or type one", "G：或自己输入"),
    "game_noise": ("Noise z", "噪声 z"),
    "game_noise_normal_2d": ("Normal, 2 numbers", "正态，2 个数"),
    "game_noise_normal_1d": ("Normal, 1 number", "正态，1 个数"),
    "game_noise_uniform_2d": ("Uniform, 2 numbers", "均匀，2 个数"),
    "game_noise_uniform_1d": ("Uniform, 1 number", "均匀，1 个数"),
    "game_play": ("Play", "开始"),
    "game_turn_d": ("One turn of D", "D 走一步"),
    "game_turn_g": ("One turn of G", "G 走一步"),
    "game_reset": ("Start over", "从头再来"),
    "game_slow": ("Slow motion", "慢动作"),
    "game_is_new": (
        "Nobody has learned anything yet. Press Play, or let D and G take a turn each.",
        "还没有谁学过什么。按“开始”，或让 D 和 G 各走一步。",
    ),
    "game_is_running": ("Playing …", "对局进行中……"),
    "game_is_paused": ("Paused after {turns} turns.", "已暂停：共走 {turns} 步。"),
    "game_is_capped": (
        "A game lasts {cap} seconds of learning; this one is over after {turns} turns. Play begins the same one anew.",
        "一局最多学习 {cap} 秒；这一局共走 {turns} 步，已结束。按“开始”重来同一局。",
    ),
    "game_says_covered": (
        "Made points cover {covered} of 8 heaps; {near} % of them lie on one.",
        "生成的点覆盖 8 堆中的 {covered} 堆；{near} % 的点落在某一堆上。",
    ),
    "game_says_distance": (
        "They are {distance} from the real ones; two sets of real points are {least} apart.",
        "它们与真点的距离为 {distance}；两组真点之间的距离为 {least}。",
    ),
    "game_says_apart": (
        "D ranks a real point above a made one in {share} % of all pairs (50 %: it cannot tell).",
        "在所有真假点对中，D 有 {share} % 把真点排在前面（50 % 表示分不出）。",
    ),
    "game_says_not_apart": (
        "D cannot tell them apart, or is wrong: it ranks a real point above a made one in {share} % of all pairs (chance: 50 %).",
        "D 分不出真假，或者判反了：在所有真假点对中，它有 {share} % 把真点排在前面（瞎猜为 50 %）。",
    ),
    "game_says_arrow": (
        "G is told where to go: half of its points stand on a slope steeper than {arrow}.",
        "G 知道该往哪走：一半的点所在处坡度大于 {arrow}。",
    ),
    "game_says_faint": (
        "G is told almost nothing: half of its points stand on a slope of less than {arrow}.",
        "G 几乎得不到指引：一半的点所在处坡度小于 {arrow}。",
    ),
    "game_says_still": (
        "The learning rate of {player} is 0: it takes its turns and learns nothing.", "{player} 的学习率为 0：轮到它也学不到东西。"
    ),
    "game_says_nobody": (
        "Both learning rates are 0: turns are taken, and nobody learns anything.", "两个学习率都为 0：双方照常走步，谁也学不到东西。"
    ),
    "game_word_by_hand": (
        "Draw: click or drag on the plane; or move the cross with the arrow keys, Enter adds a point, Backspace takes one back. "
        "A new game begins.",
        "画点：在平面上点击或拖动；也可用方向键移动十字，回车加一个点，退格撤销。每次改动都会开始新的一局。",
    ),
    "game_word_undo": ("Take one back", "撤销一个"),
    "game_word_clear": ("Remove all", "全部清除"),
    "game_word_legend": ("What is drawn", "图例"),
    "game_word_real": ("real points", "真点"),
    "game_word_made": ("points made by G", "G 生成的点"),
    "game_word_arrows": ("where D's slope tells G to move them", "D 的坡度让 G 把点移向哪里"),
    "game_word_grid": ("G's grid: a regular grid of noise, bent by G", "G 的网格：规则的噪声网格，被 G 弯到平面上"),
    "game_word_surface": ("what D says of each place; the line: undecided", "D 对每处的判断；线上：难分真假"),
    "game_key_probability_low": ("D = 0: made", "D = 0：生成的"),
    "game_key_probability_high": ("D = 1: real", "D = 1：真的"),
    "game_key_least_squares_low": ("D says 0 or less: made", "D 答 0 或更小：生成的"),
    "game_key_least_squares_high": ("1 or more: real", "1 或更大：真的"),
    "game_key_wasserstein_low": ("lowest on the plane", "平面上最低"),
    "game_key_wasserstein_high": ("highest: where G should go", "最高：G 该去的地方"),
    "game_plane": ("The plane, with real and made points.", "平面，上面有真点和生成的点。"),
    "game_count": ("Points drawn: {count}", "已画 {count} 个点"),
    "game_turns_d": ("D: {count} turns", "D：{count} 步"),
    "game_turns_g": ("G: {count} turns", "G：{count} 步"),
    "game_loss_of_d": ("Loss of D", "D 的损失"),
    "game_loss_of_g": ("Loss of G", "G 的损失"),
    "game_distance": ("Distance", "距离"),
    "game_yardstick": ("Between two real sets", "两组真点之间"),
    "game_speed": ("Rounds / s", "每秒轮数"),
    "game_parameters": ("Weights of G + D", "G + D 的权重数"),
    "game_axis": ("Turns of both together", "双方总步数"),
    "game_line_d": ("D", "D"),
    "game_line_g": ("G", "G"),
    "game_even_d": ("D, if it cannot tell: {level}", "D 分不出真假时：{level}"),
    "game_even_g": ("G, then: {level}", "此时 G 的损失：{level}"),
    "game_chart_losses": ("What each player minimises", "每个玩家最小化的损失"),
    "game_alt_losses": ("Curves of both losses against turns.", "双方损失随步数的曲线。"),
    "game_chart_distance": ("How far made points are from real ones", "生成的点离真点有多远"),
    "game_line_distance": ("this game", "这一局"),
    "game_line_before": ("game before", "上一局"),
    "game_line_least": ("two real sets: {least}", "两组真点：{least}"),
    "game_alt_distance": (
        "The distance is {distance} now; between two real sets {least}.",
        "现在距离为 {distance}；两组真点之间为 {least}。",
    ),
    "game_note_distance": (
        "Distance: sliced Wasserstein, the mean over {directions} fixed directions, of {points} made and {points} real points that neither "
        "player learns from; in units of the plane, which is 3.2 wide. Each turn shows a player {batch} points of each kind; a value of "
        "the charts is a mean over {row} turns or the state after them.",
        "距离：切片 Wasserstein 距离，对 {directions} 个固定方向取平均，用 {points} 个生成的点和 {points} 个真点，双方都没有用它们学习；"
        "单位与平面相同，平面宽 3.2。"
        "每一步给玩家看两类点各 {batch} 个；曲线上的值是 {row} 步的平均，或其后的状态。",
    ),
    "game_note_covered": (
        "Covered: at least {due} % of {points} made points (a quarter of a heap's due) lie within {sd:g} standard deviations of its "
        "centre.",
        "覆盖：{points} 个生成的点中至少有 {due} %（一堆应得份额的四分之一）落在该堆中心的 {sd:g} 个标准差以内。",
    ),
    "game_note_drawn": (
        "Real points are drawn from yours at random, each moved by a little (standard deviation {jitter}).",
        "真点从你画的点中随机抽取，每个都略有移动（标准差 {jitter}）。",
    ),
}
