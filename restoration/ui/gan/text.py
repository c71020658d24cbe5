"""The words of the GAN's page: key -> (English, Chinese). See restoration.ui.text."""

TEXT = {
    # restore
    "gan_own_info": (
        "Its middle square is taken, at most 256 × 256 pixels. It must have at least {least} pixels a side.",
        "取图片中间的正方形，最大 256 × 256 像素；每边至少 {least} 像素。",
    ),
    "gan_small": ("Made {scale} times smaller", "缩小到 1/{scale}"),
    "gan_running": (
        "Mending … {done} of {of} networks between CNN and GAN are done.",
        "正在修复……从 CNN 到 GAN 的 {of} 个网络已完成 {done} 个。",
    ),
    "gan_stopped": ("Stopped. Press Restore to begin again.", "已停止。点“修复”重新开始。"),
    "gan_not_yet": ("Press Restore to mend the picture.", "点“修复”来修补这张图片。"),
    # the board: pictures and slider
    "gan_b_cnn": ("CNN", "CNN"),
    "gan_b_gan": ("GAN", "GAN"),
    "gan_b_truth": ("Original", "原图"),
    "gan_b_damaged": ("Damaged", "损坏"),
    "gan_b_alt": ("{what}: {name}", "{what}：{name}"),
    "gan_b_shows": ("Picture that is shown", "显示哪一张"),
    "gan_b_lens_alt": (
        "The picture, with a lens. Click to move the lens, or use the arrow keys; with Shift, by one pixel.",
        "图片与放大镜。点击可移动放大镜，也可用方向键；按住 Shift 每次移动一个像素。",
    ),
    "gan_b_faithful": ("Faithful (CNN)", "忠实（CNN）"),
    "gan_b_sharp": ("Sharp (GAN)", "锐利（GAN）"),
    "gan_b_mix": ("How much of the network's weights is the GAN's", "网络权重中 GAN 所占的比例"),
    "gan_b_mixed": ("Mix {mix}", "混合 {mix}"),
    "gan_b_small": ("Small photo", "小图"),
    "gan_b_wait": ("is being computed; the nearest one is shown", "正在计算；先显示最接近的一个"),
    "gan_b_shade": ("Shade what is invented", "标出编造的部分"),
    "gan_b_shade_on": (
        "Hatched orange: in a hole, everything. In an enlarged photo, what the critic had added to the CNN's answer: strongest where the "
        "two differ by 16 of 255 or more, so nothing at the CNN's end, although its fine detail is a guess too.",
        "橙色斜线：缺口里的一切；放大的照片里，则是判别器促使网络在 CNN 的答案上添加的内容，"
        "两者相差达到 16（满值 255）时最浓。所以滑到 CNN 一端时没有斜线，尽管它的细节同样是猜的。",
    ),
    "gan_b_lens": ("The same spot in every picture", "各张图片的同一处"),
    "gan_b_lens_hint": (
        "Click into the picture above to move the lens. It begins where CNN and GAN differ most, or in the hole.",
        "点击上面的图片即可移动放大镜。它最初停在 CNN 与 GAN 差别最大的地方，或停在缺口上。",
    ),
    # the board: charts
    "gan_b_slide": ("Sharp or faithful?", "锐利还是忠实？"),
    "gan_b_slide_note": (
        "The slider mixes the weights of the two networks, number by number, into one network that then mends the photo. It does not lay "
        "their pictures over each other.",
        "滑块把两个网络的权重逐个混合成一个网络，再由它修复照片；并不是把两张图叠在一起。",
    ),
    "gan_b_plane": ("Distortion against looks", "失真与观感"),
    "gan_b_plane_alt": (
        "Chart: root mean square error to the right, NIQE upwards, for original, classical method, CNN, GAN and the path between them",
        "图表：横轴为均方根误差，纵轴为 NIQE；标出原图、经典方法、CNN、GAN 及两者之间的路径",
    ),
    "gan_b_plane_note": (
        "Left: nearer to the truth. The nearer to the dashed line, the original's NIQE, the more photo-like. The ring is the slider.",
        "越靠左，越接近真值；越靠近虚线（原图的 NIQE），越像照片。圆环是滑块的位置。",
    ),
    "gan_b_axis_x": ("error (RMSE, of 255)", "误差（RMSE，满值 255）"),
    "gan_b_axis_y": ("NIQE", "NIQE"),
    "gan_b_no_niqe": (
        "NIQE cannot judge this picture: it needs 192 pixels a side, and some detail.",
        "NIQE 无法评判这张图片：每边至少要有 192 像素，并且要有细节。",
    ),
    "gan_b_spectrum": ("Power at every fineness of detail", "各种细节尺度上的功率"),
    "gan_b_spectrum_alt": (
        "Chart: power of luma against the original's, in decades, from coarse detail on the left to fine on the right",
        "图表：亮度功率与原图之比（以数量级计），从左边的粗略细节到右边的精细细节",
    ),
    "gan_b_spectrum_note": (
        "Luma; 0 is the original's power, −1 a tenth of it. The right power does not mean that detail is in the right place.",
        "亮度；0 表示与原图功率相同，−1 表示只有十分之一。功率对了，不等于细节的位置也对。",
    ),
    "gan_b_axis_f": ("fineness (cycles per pixel)", "细节尺度（周期/像素）"),
    "gan_b_axis_p": ("power, decades", "功率（数量级）"),
    "gan_b_lost": ("finer: lost", "更细：已丢失"),
    # the board: what the numbers say
    "gan_b_nothing_lost": ("Nothing was damaged, so there is nothing to mend.", "图片没有损坏，无需修复。"),
    "gan_b_nearer_cnn": ("The CNN is nearer to the original, by {db} dB.", "CNN 更接近原图，领先 {db} dB。"),
    "gan_b_nearer_gan": ("The GAN is nearer to the original, by {db} dB.", "GAN 更接近原图，领先 {db} dB。"),
    "gan_b_looks_gan": (
        "The GAN's NIQE ({gan}) is nearer to the original's ({truth}) than the CNN's ({cnn}).",
        "GAN 的 NIQE（{gan}）比 CNN 的（{cnn}）更接近原图（{truth}）。",
    ),
    "gan_b_looks_cnn": (
        "The CNN's NIQE ({cnn}) is nearer to the original's ({truth}) than the GAN's ({gan}).",
        "CNN 的 NIQE（{cnn}）比 GAN 的（{gan}）更接近原图（{truth}）。",
    ),
    "gan_b_unseen_small": (
        "Of either picture, {share} % is inferred from the small photo, not seen in it; fine detail is invented.",
        "两张图都有 {share} % 是由小图推断的，并非所见；精细的细节是编造的。",
    ),
    "gan_b_unseen_hole": (
        "{share} % of the pixels are missing: what either network put there is invented.",
        "有 {share} % 的像素缺失：两个网络填进去的内容都是编造的。",
    ),
    "gan_b_scores": ("Scores", "分数"),
    "gan_b_caption": (
        "PSNR and SSIM: RGB, whole picture, no border cropped, after rounding to 8 bits; higher is nearer. NIQE: luma, from 0 up, without "
        "the original; the one nearest to the original's is marked. Differences of less than 1 in one picture's NIQE mean little. Time: on "
        "this machine.",
        "PSNR 与 SSIM：RGB，整张图，不裁边，取整到 8 位之后；越高越接近。NIQE：亮度，从 0 起，不看原图；最接近原图 NIQE 的带有标记。"
        "单张图的 NIQE 相差不到 1 时说明不了什么。耗时：在本机上。",
    ),
    # the board: invention meter
    "gan_b_meter": ("Seen, or invented?", "是看到的，还是编造的？"),
    "gan_b_meter_of": ("Root mean square, of 255", "均方根（满值 255）"),
    "gan_b_fit_small": ("Off from the small photo, when shrunk again", "再次缩小后，与小图相差"),
    "gan_b_fit_hole": ("Off from the known pixels", "与已知像素相差"),
    "gan_b_amount_small": ("Detail that the small photo cannot show: how much", "小图显示不了的细节：有多少"),
    "gan_b_amount_hole": ("Filling, apart from the mean colour: how much", "填充内容（除去平均颜色）：有多少"),
    "gan_b_wrong": ("How far that is from the original's", "与原图的相应内容相差多少"),
    "gan_b_nothing": ("For comparison: had nothing been invented", "对照：如果什么都不编造"),
    "gan_b_meter_note": (
        "The first line can be checked without the original. The others cannot: only the lab, which made the damage, knows them.",
        "第一行不需要原图就能核对；其余各行不行，只有自己制造损坏的实验台才知道。",
    ),
    "gan_b_worse_than_nothing": (
        "What the GAN invented is further from the original ({made}) than inventing nothing would be ({nothing}); the CNN's guess: {cnn}. "
        "It was not asked to be right, but to be likely.",
        "GAN 编造的内容与原图相差 {made}，比什么都不编造（{nothing}）还远；CNN 的猜测相差 {cnn}。它要做到的不是正确，而是可信。",
    ),
    "gan_b_better_than_nothing": (
        "What the GAN invented is nearer to the original ({made}) than inventing nothing would be ({nothing}); the CNN's guess: {cnn}.",
        "GAN 编造的内容与原图相差 {made}，比什么都不编造（{nothing}）要近；CNN 的猜测相差 {cnn}。",
    ),
    # inside
    "gan_in_intro": ("Two players, seen at work.", "两个玩家的对局过程。"),
    # inside: the critic's eye
    "gan_in_critic": ("The critic's eye", "判别器的眼睛"),
    "gan_critic_title": ("What the critic sees in a repair", "判别器看到了什么"),
    "gan_critic_intro": (
        "While the GAN was trained, a second network, the critic (discriminator), looked at photos and at repairs and had to tell them "
        "apart, patch by patch. It is no longer needed for mending, but it was kept. Here it judges the picture of the Restore panel.",
        "训练 GAN 时，第二个网络，也就是判别器，一块一块地看照片与修复图，学习把两者分开。修复时已用不着它，"
        "但它保留了下来。这里让它来评判“修复”面板里的图片。",
    ),
    "gan_critic_map": ("Show its answers over the pictures", "在图上显示它的回答"),
    "gan_critic_board": (
        "Four pictures with the critic's answers. Click, or use the arrow keys, to choose an answer.",
        "四张图片与判别器的回答。点击或用方向键选择一个回答。",
    ),
    "gan_critic_key_repair": ("0: a repair", "0：修复图"),
    "gan_critic_key_photo": ("1: a photo", "1：照片"),
    "gan_critic_key_unsure": (
        "Each square of 8 × 8 pixels has an answer from 0 to 1; clear means one half: it cannot tell. Dark grey, if any: where nothing was "
        "missing, it was never asked.",
        "每个 8 × 8 像素的方格有一个 0 到 1 的回答；透明表示一半：它分不清。深灰色（如果有）：那里没有缺失，训练时从不问它。",
    ),
    "gan_critic_alt": ("{name}, judged by the critic", "判别器评判的图片：{name}"),
    "gan_critic_here": ("here: {belief}", "此处：{belief}"),
    "gan_critic_outside": ("not asked here", "此处不问"),
    "gan_critic_sees": ("All that the chosen answer sees", "所选的回答只看到这些"),
    "gan_critic_sees_note": (
        "A square of 40 × 40 pixels (its receptive field; beyond the border there is nothing). Click into a picture above, or use the "
        "arrow keys. It sees one picture, never the original beside it: it can ask whether this looks like a photo, not whether it is "
        "right.",
        "一个 40 × 40 像素的方块，即它的感受野（边界之外空无一物）。点击上面的图片，或用方向键选择。"
        "它只看这一张，从来没有原图在旁对照：它能问像不像照片，不能问对不对。",
    ),
    "gan_critic_numbers": ("In numbers", "用数字说"),
    "gan_critic_picture": ("Picture", "图片"),
    "gan_critic_mean": ("Mean answer", "平均回答"),
    "gan_critic_share": ("Taken for a photo", "当作照片的比例"),
    "gan_critic_caption": (
        "Over {places} answers, from 0 (a repair) to 1 (a photo). Taken for a photo: above one half.",
        "共 {places} 个回答，0 为修复图，1 为照片。超过一半即算当作照片。",
    ),
    "gan_critic_tells": (
        "It tells the original ({truth}) from the GAN's repair ({sharp}): the GAN has not caught up with it.",
        "它分得清原图（{truth}）与 GAN 的修复（{sharp}）：GAN 还没有追上它。",
    ),
    "gan_critic_unsure": (
        "It hardly tells the original ({truth}) from the GAN's repair ({sharp}). One half everywhere would mean that it has given up.",
        "它几乎分不清原图（{truth}）与 GAN 的修复（{sharp}）。如果处处都是一半，就说明它放弃了。",
    ),
    "gan_critic_fooled": (
        "It takes the GAN's repair ({sharp}) for a photo more readily than the original ({truth}).",
        "比起原图（{truth}），它反而更愿意把 GAN 的修复（{sharp}）当作照片。",
    ),
    "gan_critic_cnn_lower": (
        "It finds the CNN's repair ({faithful}) less like a photo than the GAN's ({sharp}), which was trained to please it.",
        "它觉得 CNN 的修复（{faithful}）不如 GAN 的（{sharp}）像照片；后者正是为讨好它而训练的。",
    ),
    "gan_critic_given": ("Damaged, as large as the original", "损坏（放大到原图大小）"),
    "gan_critic_cnn_alike": (
        "It finds both repairs about equally like a photo: the CNN's ({faithful}) and the GAN's ({sharp}).",
        "在它看来，CNN 的修复（{faithful}）与 GAN 的（{sharp}）差不多一样像照片。",
    ),
    "gan_critic_cnn_higher": (
        "It does not prefer the GAN's repair ({sharp}) to the CNN's ({faithful}): by the end it knew the GAN's habits, not the CNN's.",
        "它并不觉得 GAN 的修复（{sharp}）比 CNN 的（{faithful}）更像照片：训练到最后，它熟悉的是 GAN 的习惯，而不是 CNN 的。",
    ),
    "gan_critic_holes": (
        "It is told where the holes are, and judges only what lies about them.",
        "它知道缺口在哪里，只评判缺口附近的内容。",
    ),
    "gan_critic_no_hole": ("Nothing is missing, so there is nothing to judge.", "没有缺失，也就没有可评判的。"),
    "gan_critic_honest": (
        "How far to trust it: it was trained against the repairs of this one GAN only, on photos made small, or holed, in this one way. It "
        "is a sparring partner, not a measure of quality: of pictures of another kind, the CNN's among them, its answers are guesses.",
        "能信它几分？它只与这一个 GAN 的修复较量过，照片也只按这一种方式缩小或挖洞。它是陪练，不是质量的量尺："
        "对于别种图片，包括 CNN 的修复，它的回答只是猜测。",
    ),
    "gan_critic_look_1": (
        "Original against GAN: where does the critic still find the repair out? Look at what the square holds there.",
        "对比原图与 GAN：判别器在哪些地方仍能识破修复？看看那里的方块里有什么。",
    ),
    "gan_critic_look_2": (
        "Where does the original itself get low marks? A blurred patch may be a real one: a background out of focus, for example.",
        "原图自己在哪里得分低？模糊的一块也可能是真的，比如没有对上焦的背景。",
    ),
    "gan_critic_look_3": (
        "Choose a large hole in the Restore panel: now it only judges what surrounds the hole or fills it.",
        "在“修复”面板里选一个大缺口：这时它只评判缺口周围和里面的内容。",
    ),
}
