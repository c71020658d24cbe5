"""The words of the questions: key -> (English, Chinese)."""

import math

WORDS = {
    # before the repair
    "unknown": ("I don't know", "我不知道"),
    "winner": ("Which will reach the highest PSNR?", "哪一个的 PSNR 最高？"),
    "none": ("None of them: the damaged picture ({damaged}) stays ahead", "都不如损坏的图片（{damaged}）"),
    "damaged": ("the damaged picture", "损坏的图片"),
    "gap_lead": ("How far will the best of them be ahead of the next best?", "最好的会领先第二名多少？"),
    "gap_pair": ("How far will “{a}” be ahead of “{b}”?", "“{a}”会比“{b}”领先多少？"),
    "gap_damaged": ("How far will “{a}” be ahead of the damaged picture?", "“{a}”会比损坏的图片领先多少？"),
    "classical": ("The best classical method ({names})", "最好的经典方法（{names}）"),
    "comma": (", ", "、"),
    "behind": ("It will be behind", "会落后"),
    "band_below": ("Less than {high} dB", "不到 {high} dB"),
    "band_between": ("{low} to {high} dB", "{low} 到 {high} dB"),
    "band_above": ("{low} dB or more", "{low} dB 或更多"),
    "truth": (
        "One of these is the original, the other is what a network made of the damaged picture. Which is the original?",
        "下面两张中，一张是原图，另一张是网络由损坏的图片修出来的。哪一张是原图？",
    ),
    "picture_a": ("Picture A", "图片甲"),
    "picture_b": ("Picture B", "图片乙"),
    # after it
    "and": (" and ", "和"),
    "won": ("“{name}” is first with {psnr}.", "第一名是“{name}”，{psnr}。"),
    "won_together": ("First, too close to call: {names}, {psnr}.", "并列第一：{names}，{psnr}。"),
    "won_damaged": ("Nothing beats the damaged picture, {psnr}.", "没有一个胜过损坏的图片，{psnr}。"),
    "reached": ("“{name}” reached {psnr}.", "“{name}”得到 {psnr}。"),
    "not_run": ("This was not run, so the repair cannot tell.", "它没有运行，因此这次修复无法判断。"),
    "lead_is": ("“{a}” {psnr_a}, “{b}” {psnr_b}: {lead} dB ahead.", "“{a}”为 {psnr_a}，“{b}”为 {psnr_b}：领先 {lead} dB。"),
    "lag_is": ("“{a}” {psnr_a}, “{b}” {psnr_b}: {lead} dB behind.", "“{a}”为 {psnr_a}，“{b}”为 {psnr_b}：落后 {lead} dB。"),
    "lead_means": (
        "{lead} dB is a squared error {factor} times smaller: 10^({lead}/10).",
        "{lead} dB 意味着平方误差小到 1/{factor}：10^({lead}/10)。",
    ),
    "truth_is": ("{name} is the original.", "{name}是原图。"),
    "truth_right": (
        "You saw it. Ask yourself by what: if it was an oddity in the other, the network can still learn to avoid it.",
        "你看出来了。想想是凭什么：如果是另一张里的破绽，网络还可以学会避免它。",
    ),
    "truth_wrong": (
        "You took the repair for the truth. That it looks real is no evidence that it is right: the network filled in what is likely.",
        "你把修复当成了真相。看起来真实，并不证明它正确：网络补上的是“可能”的内容。",
    ),
    # why each does as it does
    "about_damaged": (
        "A repair that changes more for the worse than for the better scores below no repair at all.",
        "如果修复弄坏的比修好的还多，它的分数就比什么都不做还低。",
    ),
    "about_trained": (
        "It met this damage beside the truth thousands of times in training, so it has learned what usually lies beneath.",
        "训练中它成千上万次看到这种损坏与真相的对照，学会了损坏之下通常是什么。",
    ),
    "about_foreign": ("Of this damage it knows nothing: {why}.", "这种损坏它一无所知：{why}。"),
    "about_near": (
        "It was told only to be near the truth. Where many pictures fit, it gives something like their mean: soft, and good for PSNR.",
        "它只被要求接近真相。符合条件的图片很多时，它给出近似平均的结果：偏柔和，却对 PSNR 有利。",
    ),
    "about_sharp": (
        "It was told to look real too, so it commits itself to one sharp answer. Where its detail is not the true one, the squared error "
        "counts twice: for what is there and for what is missing.",
        "它还被要求看起来真实，于是选定一个清晰的答案。细节与真相不符时，平方误差算两次：多出来的一次，缺少的一次。",
    ),
    "about_pass": (
        "One pass reads the damaged picture as if it were whole, so the damage gets into the code.",
        "单次通过把损坏的图片当作完整的来读，损坏也就进入了编码。",
    ),
    "about_search": (
        "The search looks for the code whose picture agrees with what survived, and ignores what is lost.",
        "搜索寻找与幸存像素相符的编码，不理会丢失的部分。",
    ),
    "about_draw": (
        "A typical one of the ten is one possible picture. One guess, however good, is usually further from the truth than the mean "
        "of all.",
        "十个中典型的一个只是一种可能。一次猜测再好，通常也比全部的平均离真相更远。",
    ),
    "about_mean": (
        "The mean of the ten hedges its bets: nothing in it is very wrong, so its squared error is small, and it looks blurred.",
        "十个的平均两边下注：哪里都错得不多，平方误差就小，看起来却模糊。",
    ),
    "about_cnn": (
        "The CNN learned from photos. What it knows of edges and texture serves it on any picture, but it does not know what a digit is.",
        "这个 CNN 学的是照片。它懂得的边缘和纹理到处有用，却不知道数字是什么。",
    ),
    "about_classical": (
        "Classical methods carry on smoothly from what is known nearby. They know no digits and no faces.",
        "经典方法只是从附近已知的像素平滑地延续，不认识数字，也不认识人脸。",
    ),
    "about_memory": (
        "It carries what it saw in earlier frames along with the camera: noise differs from frame to frame, the scene does not.",
        "它把以前各帧看到的内容随镜头一起带过来：噪声每帧不同，景物却不变。",
    ),
    "about_alone": (
        "The same weights, but the memory is emptied at every frame: each frame has only itself.",
        "权重相同，但每一帧都清空记忆：每帧只能靠自己。",
    ),
    "about_both": (
        "It also has a memory that comes from the end of the clip, so every frame has a past and a future. Live, it could not be had.",
        "它还有从片尾倒着来的记忆，每一帧既有过去也有未来。实时播放时做不到。",
    ),
    "about_clip_cnn": (
        "A larger network, made for single pictures. It sees one frame at a time and forgets all others.",
        "一个更大的、为单张图片而做的网络。它一次只看一帧，其余全部忘掉。",
    ),
    "about_clip_nlm": (
        "It averages patches that look alike over five frames, two of them still to come; it learned nothing.",
        "它在五帧（其中两帧还没到）里对相似的小块取平均；它什么也没学过。",
    ),
    # questions about the run
    "mse": (
        "“{name}” went from {damaged} to {restored}, {gain} dB {way}. By what factor do the two mean squared errors differ?",
        "“{name}”从 {damaged} 到 {restored}，{way} {gain} dB。前后两个均方误差相差多少倍？",
    ),
    "up": ("up", "提高"),
    "down": ("down", "降低"),
    "times": ("{n} times", "{n} 倍"),
    "mse_right": (
        "PSNR is 10·log10(1/MSE) for pictures in [0, 1], so {gain} dB is a factor of 10^({gain}/10) = {n}.",
        "对 [0, 1] 的图片，PSNR = 10·log10(1/MSE)，所以 {gain} dB 就是 10^({gain}/10) = {n} 倍。",
    ),
    "mse_root": (
        "That is 10^({gain}/20), the factor of the error itself (its root mean square). The squared error goes with the square of it.",
        "这是 10^({gain}/20)，是误差本身（均方根）的倍数。平方误差是它的平方。",
    ),
    "mse_linear": (
        "A decibel is a step on a logarithmic scale: 10 dB are a factor of ten, 20 dB of a hundred.",
        "分贝是对数刻度：10 dB 是十倍，20 dB 是一百倍。",
    ),
    "mse_ratio": (
        "That divides one number of dB by another. Decibels are logarithms: only their difference means something.",
        "这是把两个 dB 数相除。分贝是对数，只有差才有意义。",
    ),
    "half": (
        "The noise had σ = {sigma}, and the damaged picture {damaged}. What would its PSNR be if σ were half of that?",
        "噪声的 σ = {sigma}，损坏的图片为 {damaged}。σ 减半时，它的 PSNR 约为多少？",
    ),
    "about_db": ("About {n} dB", "约 {n} dB"),
    "half_right": (
        "Half the σ is a quarter of the squared error: 10·log10(4) = 6.0 dB more (but for the clipping at black and white).",
        "σ 减半，平方误差变成四分之一：多 10·log10(4) = 6.0 dB（忽略黑白两端的截断）。",
    ),
    "half_three": (
        "3 dB are half the squared error. The squared error goes with σ², so half the σ is a quarter.",
        "3 dB 是平方误差减半。平方误差与 σ² 成正比，σ 减半就是四分之一。",
    ),
    "half_double": (
        "Decibels do not double: they are a logarithm, to which 6 dB are added here.",
        "分贝不会翻倍：它是对数，这里只是加上 6 dB。",
    ),
    "half_same": (
        "PSNR looks at nothing but the size of the error, and that has changed.",
        "PSNR 只看误差的大小，而误差变了。",
    ),
    "ssim": (
        "By PSNR “{psnr}” is first here, by SSIM “{ssim}”. What does that say?",
        "这里 PSNR 第一是“{psnr}”，SSIM 第一是“{ssim}”。这说明什么？",
    ),
    "ssim_right": (
        "They measure different things, and there is no one order of merit", "两者衡量的东西不同，没有唯一的名次",
    ),
    "ssim_right_why": (
        "PSNR adds up all squared errors alike. SSIM compares mean, contrast and pattern in small windows, so it forgives an even "
        "shift and "
        "punishes lost texture.",
        "PSNR 把所有平方误差一视同仁地相加；SSIM 在小窗口里比较均值、对比度和图案，能容忍整体偏移，却惩罚丢失的纹理。",
    ),
    "ssim_wrong": ("One of the two was computed wrongly", "其中一个算错了"),
    "ssim_wrong_why": (
        "Both are right. Two averages of different quantities may put two pictures in a different order.",
        "两个都没错。对不同的量取平均，名次可以不同。",
    ),
    "ssim_truth": ("SSIM sees as people do, so PSNR can be left out", "SSIM 与人眼一致，PSNR 可以不要"),
    "ssim_truth_why": (
        "SSIM is nearer to what people see in some cases, not in all; it too can be raised by pictures that look worse.",
        "SSIM 有时更接近人的观感，但并非总是；它也可能给更难看的图片高分。",
    ),
    "speed": (
        "“{a}” took {ms_a} ms here, “{b}” {ms_b} ms: {ratio} times as long for the slower. What holds elsewhere?",
        "这里“{a}”用了 {ms_a} 毫秒，“{b}”用了 {ms_b} 毫秒，慢的是快的 {ratio} 倍。换个地方还成立的是什么？",
    ),
    "speed_right": (
        "Neither number: on a GPU, or for another size, even the order may change",
        "两个数都不一定：换成 GPU 或别的尺寸，先后也可能变",
    ),
    "speed_right_why": (
        "Milliseconds belong to a machine, a size and a program. A network is made of multiplications that a GPU does thousands at a time; "
        "many classical methods are written for one processor.",
        "毫秒数属于某台机器、某个尺寸和某个程序。网络由乘法组成，GPU 能同时做成千上万个；许多经典方法是为单个处理器写的。",
    ),
    "speed_always": ("The ratio: it is a property of the two methods", "倍数：它是两种方法本身的性质"),
    "speed_always_why": (
        "Each uses the machine in its own way, so another machine changes the two times by different factors.",
        "它们使用机器的方式不同，换台机器，两者的时间变化倍数就不同。",
    ),
    "speed_better": ("That the slower one gives the better picture", "慢的修得更好"),
    "speed_better_why": (
        "Look at the table: time and PSNR stand side by side there, and neither follows from the other.",
        "看表格：时间和 PSNR 并列在那里，谁也不决定谁。",
    ),
    "looks": (
        "“{name}” is first by {lead} dB. Is that proof that it looks best?",
        "“{name}”以 {lead} dB 领先。这能证明它看起来最好吗？",
    ),
    "looks_right": ("No: a blurred picture can win by PSNR", "不能：模糊的图片也能赢得 PSNR"),
    "looks_right_why": (
        "PSNR is an average of squared errors. A careful blur is a little wrong everywhere and scores well; a sharp detail a pixel "
        "away from its "
        "place costs a lot. Look at the pictures, too.",
        "PSNR 是平方误差的平均。谨慎的模糊处处只错一点，得分就高；清晰的细节偏一个像素，代价就大。还要看图。",
    ),
    "looks_yes": ("Yes: a higher PSNR is what looking better means", "能：PSNR 更高就是看起来更好"),
    "looks_yes_why": (
        "PSNR knows no looks. It was made to measure the power of an error in a signal.",
        "PSNR 不懂观感。它本来是衡量信号中误差功率的。",
    ),
    "looks_large": ("Only a lead of more than 1 dB would be", "领先超过 1 dB 才算"),
    "looks_large_why": (
        "No lead is large enough: a GAN's picture that people prefer is often more than 1 dB behind.",
        "领先再多也不算：人们更喜欢的 GAN 图片常常落后 1 dB 以上。",
    ),
    "share": (
        "The picture was made {scale} times smaller on each side and enlarged again. What share of the pixels in the repair was "
        "never given?",
        "图片每边缩小到 1/{scale}，再放大回来。修复图中有多大比例的像素从未给出？",
    ),
    "share_right": (
        "{area} pixels stand where one was given: of {area}, {made} are made up. They are likely, not known.",
        "每给出 1 个像素，要写出 {area} 个：{area} 个里有 {made} 个是编造的。它们是可能，不是已知。",
    ),
    "share_side": (
        "That is the share along one side. A picture is smaller in both directions, so it counts squared.",
        "这是沿一条边的比例。图片在两个方向都缩小了，要平方。",
    ),
    "share_given": ("That is the share that was given.", "这是给出的那部分的比例。"),
    "hole": (
        "{share} % of the pixels were lost; all others were kept as they are, so that the whole error sits in the lost ones. The "
        "whole picture "
        "has {psnr}. What is the PSNR of the filled pixels alone?",
        "丢失了 {share} % 的像素，其余原样保留，因此全部误差都在丢失的像素里。整幅图为 {psnr}。只看填补的像素，PSNR 是多少？",
    ),
    "hole_right": (
        "The same squared error is spread over {share} % of the pixels, so its mean is {factor} times as large: 10·log10({factor}) "
        "= {drop} dB "
        "less. The score of a whole picture flatters a small hole.",
        "同样多的平方误差只摊在 {share} % 的像素上，均值是原来的 {factor} 倍："
        "少 10·log10({factor}) = {drop} dB。整幅图的分数总会美化小洞。",
    ),
    "hole_same": (
        "PSNR is a mean over pixels. The whole picture's mean counts all the perfect ones, too.",
        "PSNR 是对像素的平均。整幅图的平均也算进了那些完美的像素。",
    ),
    "hole_share": (
        "Decibels are logarithms: to take a share of the pixels adds to them or takes from them, it does not multiply them.",
        "分贝是对数：只取一部分像素，是加减，不是相乘。",
    ),
    "hole_more": (
        "The other way round: without the perfect pixels the mean error is larger, so the PSNR is lower.",
        "正好相反：去掉完美的像素，平均误差更大，PSNR 更低。",
    ),
    "perfect": (
        "“{name}” reached {psnr} here. What would a perfect copy of the original reach?",
        "“{name}”在这里得到 {psnr}。与原图完全相同的一幅图会得到多少？",
    ),
    "perfect_right": ("Infinitely many dB", "无穷大 dB"),
    "perfect_right_why": (
        "Its squared error is 0, and 10·log10(1/0) has no bound. The table shows ∞.",
        "它的平方误差为 0，10·log10(1/0) 没有上限。表格里显示 ∞。",
    ),
    "perfect_hundred": ("100 dB, as in 100 %", "100 dB，就像 100 %"),
    "perfect_hundred_why": (
        "Decibels have no upper end. An error of one grey level in every pixel is already 48 dB.",
        "分贝没有上限。每个像素都差一个灰度级，已经是 48 dB。",
    ),
    "perfect_one": ("1", "1"),
    "perfect_one_why": ("That is the SSIM of a perfect copy.", "那是完全相同时的 SSIM。"),
    "memory": (
        "With its memory the network reached {memory}, with the memory emptied at every frame {alone}: {gain} dB less. Where do "
        "they come from?",
        "有记忆时网络得到 {memory}，每帧清空记忆时得到 {alone}，差 {gain} dB。这些 dB 从哪里来？",
    ),
    "memory_right": ("From earlier frames: the same scene under other noise", "来自以前的帧：同样的景物，不同的噪声"),
    "memory_right_why": (
        "Averaging n looks at the same spot leaves noise of σ/√n. That is all a memory has to offer against noise, and it is a lot.",
        "对同一处看 n 次取平均，噪声只剩 σ/√n。对付噪声，记忆能给的就是这个，而这很多。",
    ),
    "memory_weights": ("From more weights: a memory makes the network larger", "来自更多的权重：有记忆的网络更大"),
    "memory_weights_why": (
        "Both runs used the same weights. The only difference is what the network remembered.",
        "两次运行的权重完全相同，唯一的区别是网络记得什么。",
    ),
    "memory_later": ("From later frames, which it sees in advance", "来自后面的帧，它能提前看到"),
    "memory_later_why": (
        "This network never sees a frame before its time. The one with memories from both ends does; see its row.",
        "这个网络从不提前看到后面的帧。能看到的是两端都有记忆的那个，见表中那一行。",
    ),
    "wipe": (
        "The memory was emptied before frame {n}, and that frame lost {lost} dB. What happens in the frames after it?",
        "在第 {n} 帧之前清空了记忆，这一帧损失了 {lost} dB。之后的各帧会怎样？",
    ),
    "wipe_right": ("The loss shrinks, frame by frame, as the memory fills again", "记忆重新填满，损失逐帧变小"),
    "wipe_right_why": ("Every frame adds a look. See the curve after the mark.", "每一帧都多看一次。看标记之后的曲线。"),
    "wipe_stays": ("The loss stays: what is forgotten is forgotten", "损失一直在：忘了就是忘了"),
    "wipe_stays_why": (
        "The scene is still there to be seen. What the memory held can be gathered anew.",
        "景物还在眼前，记忆里的东西可以重新积累。",
    ),
    "wipe_grows": ("The loss grows: errors feed on errors", "损失越来越大：错误会滚雪球"),
    "wipe_grows_why": (
        "Each frame brings fresh measurements, which pull the memory back.",
        "每一帧都带来新的测量，把记忆拉回来。",
    ),
    "niqe": (
        "The original has NIQE {truth}. “{sharp}” has {niqe_sharp} and {psnr_sharp}; “{near}” has {niqe_near} and {psnr_near}. What "
        "does that show?",
        "原图的 NIQE 是 {truth}。“{sharp}”为 {niqe_sharp}、{psnr_sharp}；“{near}”为 {niqe_near}、{psnr_near}。这说明什么？",
    ),
    "niqe_right": ("To look natural and to be near the truth are two aims that part", "看起来自然与接近真相，是会分道扬镳的两个目标"),
    "niqe_right_why": (
        "NIQE asks whether a picture has the statistics of natural photos and needs no original; PSNR asks how far it is from this "
        "one original. "
        "Beyond a point one is paid for with the other.",
        "NIQE 问图片是否有自然照片的统计特性，不需要原图；PSNR 问它离这一张原图有多远。过了某一点，一个要用另一个来换。",
    ),
    "niqe_truth": ("The one with the better NIQE is nearer to the original", "NIQE 更好的离原图更近"),
    "niqe_truth_why": (
        "NIQE never saw the original. Its details are natural, and not those that were there.",
        "NIQE 从没见过原图。细节自然，却不是原来的细节。",
    ),
    "niqe_bad": ("The one with the higher PSNR looks more natural", "PSNR 更高的看起来更自然"),
    "niqe_bad_why": (
        "Its NIQE is further from the original's: the mean of many likely pictures is smoother than any photo.",
        "它的 NIQE 离原图更远：许多可能图片的平均，比任何照片都平滑。",
    ),
}


def say(key: str, lang: str, **values) -> str:
    return WORDS[key][lang == "zh"].format(**values)


def decibels(psnr: float) -> str:
    return "∞ dB" if math.isinf(psnr) else f"{psnr:.1f} dB"
