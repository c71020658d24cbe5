"""Sentences for what went wrong, or was changed, in the visitor's language.

Code below the screen never formats a message itself: it raises `Refusal(code, **values)` or keeps a `Note(code, **values)`,
and the screen asks for `.say(lang)`. A sentence says what is wrong and what to do about it.
"""

MESSAGES = {
    # classes
    "class_body": {
        "en": "This request is not one of this app's pages: it must be a JSON object of at most {most} bytes.",
        "zh": "这个请求不是本应用的页面发出的：它必须是不超过 {most} 字节的 JSON 对象。",
    },
    "class_database": {
        "en": "The class's database cannot be used ({why}). Check the address in KINTSUGI_DATABASE and start again.",
        "zh": "无法使用课堂数据库（{why}）。请检查 KINTSUGI_DATABASE 中的地址，然后重新启动。",
    },
    "class_full": {
        "en": "This class is full: it holds {most} students.",
        "zh": "这个课堂已满：最多 {most} 名学生。",
    },
    "class_link": {
        "en": "This is not a link to the lab. Copy one with the button Copy link, or choose a lesson and a step.",
        "zh": "这不是实验台的链接。请用“复制链接”按钮复制，或者选择课程和步骤。",
    },
    "class_link_part": {
        "en": "The link does not fit the lab: {why}",
        "zh": "这个链接与实验台不符：{why}",
    },
    "class_many": {
        "en": "There are {most} open classes, and no more at once are possible. Close one that is over, or try again later.",
        "zh": "已有 {most} 个课堂同时开放，不能再多。请关闭已结束的课堂，或稍后再试。",
    },
    "class_method": {
        "en": "This address is asked by {method} only.",
        "zh": "请用 {method} 方法访问这个地址。",
    },
    "class_name": {
        "en": "The name is too long: choose one of at most {most} characters.",
        "zh": "名字太长：请选择不超过 {most} 个字符的名字。",
    },
    "class_not_yours": {
        "en": "This class is closed, or it was opened in another browser. Open a class with the passphrase.",
        "zh": "这个课堂已关闭，或者是在另一个浏览器中开启的。请用口令开启课堂。",
    },
    "class_off": {
        "en": "Classes are turned off on this server.",
        "zh": "这台服务器没有开启课堂功能。",
    },
    "class_over": {
        "en": "The class is closed, or you are no longer in it. What you do now stays in your browser.",
        "zh": "课堂已关闭，或者你已不在其中。你现在所做的只留在自己的浏览器里。",
    },
    "class_passphrase": {
        "en": "That is not the passphrase. Whoever started this server knows it.",
        "zh": "口令不对。启动这台服务器的人知道口令。",
    },
    "class_patience": {
        "en": "Too many wrong tries. Wait {minutes} min, then try again.",
        "zh": "错误次数太多。请等 {minutes} 分钟后再试。",
    },
    "class_report": {
        "en": "This report does not fit the course ({field}), so it was not kept.",
        "zh": "这条记录与课程不符（{field}），没有保存。",
    },
    "class_reports": {
        "en": "The class keeps at most {most} reports of a student; this one was not kept.",
        "zh": "课堂最多保存每名学生 {most} 条记录；这一条没有保存。",
    },
    "class_store": {
        "en": "The class cannot be reached or saved at the moment: {why} The lab works on; answers wait in the students' browsers.",
        "zh": "课堂数据目前无法读取或保存：{why}实验台照常可用；学生的答案会在他们的浏览器里等待。",
    },
    "class_store_busy": {
        "en": "the database is busy. Wait a moment.",
        "zh": "数据库正忙。请稍等片刻。",
    },
    "class_store_full": {
        "en": "the disk, or the database, is full. Make room on the server.",
        "zh": "磁盘或数据库已满。请在服务器上腾出空间。",
    },
    "class_store_gone": {
        "en": "the database does not answer. Look at the server and KINTSUGI_DATABASE.",
        "zh": "数据库没有响应。请检查服务器和 KINTSUGI_DATABASE。",
    },
    "class_store_readonly": {
        "en": "the database is read-only. Give the server the right to write it.",
        "zh": "数据库是只读的。请给服务器写入权限。",
    },
    "class_unknown": {
        "en": "There is no open class with this code. Compare it with the teacher's screen.",
        "zh": "没有使用这个代码的课堂。请与老师屏幕上的代码核对。",
    },
    # models and training
    "colourful_share": {
        "en": "the repair is {share} % as colourful as the original",
        "zh": "修复图的色彩丰富度是原图的 {share} %",
    },
    "config_keys": {
        "en": "config.json must have exactly the keys {keys}",
        "zh": "config.json 必须恰好包含这些键：{keys}",
    },
    "features_missing": {
        "en": "The perceptual loss needs two packages for training: pip install --no-deps {packages}",
        "zh": "感知损失在训练时需要两个软件包：pip install --no-deps {packages}",
    },
    "file_damaged": {
        "en": "{file} is damaged",
        "zh": "{file} 已损坏",
    },
    "file_missing": {
        "en": "{file} is missing",
        "zh": "缺少 {file}",
    },
    "gan_damage": {
        "en": "On this page a picture gets one damage, one of: {damages}.",
        "zh": "本页每张图片只受一种损坏，可选：{damages}。",
    },
    "game_diverged": {
        "en": "After {step} turns a number grew beyond all bounds, so the game was stopped. Choose smaller learning rates and press Reset.",
        "zh": "第 {step} 回合后，有数值无限增大，博弈已停止。请选较小的学习率，再按“重置”。",
    },
    "game_no_point": {
        "en": "A point is a pair of numbers [x, y], each from -{reach} to {reach}.",
        "zh": "一个点是一对数 [x, y]，每个数都在 -{reach} 到 {reach} 之间。",
    },
    "game_points": {
        "en": "There are {count} points to imitate. Draw from {least} to {most}: click on the plane, or move over it with the arrow keys "
        "and press Enter.",
        "zh": "要模仿的点有 {count} 个。请画 {least} 到 {most} 个点：在平面上点击，或用方向键移动后按回车。",
    },
    "gan_latent": {
        "en": "This network invents a picture from {latent} numbers; it was given {shape}. Give it (pictures, {latent}).",
        "zh": "该网络由 {latent} 个数生成一张图片；所给为 {shape}。请提供（图片数，{latent}）。",
    },
    "gan_no_restore": {
        "en": "{name} invents pictures and mends none. Use its .generate(z), or a network that mends: gan-sr4, gan-inpaint.",
        "zh": "{name} 只生成图片，不修复图片。请用 .generate(z)，或改用修复网络：gan-sr4、gan-inpaint。",
    },
    "gan_no_run": {
        "en": "The recorded run of {name} holds no whole run. Restore its folder in assets/models, or train it again.",
        "zh": "{name} 的训练记录不完整。请恢复 assets/models 中它的文件夹，或重新训练。",
    },
    "gan_same_seeds": {
        "en": "Two of the seeds are the same, so there is nothing to go to. Choose different ones.",
        "zh": "有两个种子相同，因此无处可去。请选择不同的种子。",
    },
    "gan_seeds": {
        "en": "The seeds must be a list of 1 to {most} whole numbers from 0 to {highest}, such as [0, 1, 2].",
        "zh": "种子须为 1 到 {most} 个 0 到 {highest} 的整数组成的列表，例如 [0, 1, 2]。",
    },
    "gan_too_small": {
        "en": "This picture has {width} x {height} pixels: too small to be made {scale} times smaller. Choose one of at least {least} "
        "pixels a side.",
        "zh": "这张图片只有 {width} x {height} 像素，太小，无法再缩小到 1/{scale}。请选每边至少 {least} 像素的图片。",
    },
    "invented_colours": {
        "en": "the colours are a guess: only the brightness is the picture's own",
        "zh": "颜色是猜测：只有亮度来自图片本身",
    },
    "invented_holes": {
        "en": "what stands in the holes ({share} % of the pixels) is invented to fit what is around them",
        "zh": "缺口里的内容（占像素的 {share} %）是依照周围编造的",
    },
    "invented_pixels": {
        "en": "of every {among} pixels, {made} are inferred, not seen",
        "zh": "每 {among} 个像素中有 {made} 个是推断的，并非所见",
    },
    "model_unavailable": {
        "en": "The model '{name}' is not available: {why}. Everything else works; restore its folder in assets/models to use it.",
        "zh": "模型“{name}”不可用：{why}。其余功能正常；恢复 assets/models 中它的文件夹即可使用。",
    },
    "no_data_folder": {
        "en": "Say where the training pictures are: --data DIR (or try --dry-run).",
        "zh": "请指明训练图片所在文件夹：--data DIR（或先试 --dry-run）。",
    },
    "no_snapshots": {
        "en": "No snapshot of a training run was found in {folder}. Train with --snapshots 12, then give that run's folder.",
        "zh": "在 {folder} 中没有找到训练快照。请先用 --snapshots 12 训练，再指明该次训练的快照文件夹。",
    },
    "no_training_pictures": {
        "en": "No picture of at least {least} pixels a side was found in {folder}.",
        "zh": "在 {folder} 中没有找到边长至少 {least} 像素的图片。",
    },
    "clip_shape": {
        "en": "A clip is a tensor of the shape (batch, frames, 3, height, width); this one is {shape}.",
        "zh": "视频片段应是形状为（批次，帧数，3，高，宽）的张量；这里是 {shape}。",
    },
    "digit_shape": {
        "en": "The network writes pictures of the shape (batch, 1, {side}, {side}); this one is {shape}.",
        "zh": "该网络书写形状为（批次，1，{side}，{side}）的图片；这里是 {shape}。",
    },
    "pixel_outside": {
        "en": "There is no pixel in row {row}, column {column}. Rows go from 0 to {height}, columns from 0 to {width}.",
        "zh": "没有第 {row} 行第 {column} 列的像素。行号为 0 到 {height}，列号为 0 到 {width}。",
    },
    "pixels_after": {
        "en": "{count} given pixels come after the first missing one. They are kept exactly, and what is written after them heeds them; "
        "what was written before them could not know them, so the two may not fit.",
        "zh": "有 {count} 个给定像素排在第一个缺失像素之后。它们原样保留，后面写的像素会参考它们；而在它们之前写下的像素无法知道它们，"
        "所以两者未必接得上。",
    },
    "pixels_binarised": {
        "en": "The digit was made black and white, cut at one half ({grey} of its 784 pixels were grey): the network knows only these two.",
        "zh": "数字已按一半为界变成黑白两色（784 个像素中有 {grey} 个原是灰色）：网络只认识这两种值。",
    },
    "pixels_cold": {
        "en": "At temperature 0 the likeliest value is taken every time, so all endings are the same one.",
        "zh": "温度为 0 时每次都取最可能的值，所以各个结尾完全相同。",
    },
    "pixels_no_cover": {
        "en": "Nothing is covered, so there is nothing to write. Cover a part of the digit.",
        "zh": "没有遮住任何部分，所以没有可写的。请遮住数字的一部分。",
    },
    "pixels_no_prefix": {
        "en": "The whole first row is covered, so there is nothing to begin from: the network reads from the top left and knows of a pixel "
        "only what stands before it. Leave a pixel of the first row free, or write from nothing.",
        "zh": "第一行全被遮住，没有可以起头的内容：网络从左上角读起，对每个像素只知道排在它前面的内容。请在第一行至少留一个像素，或者"
        "从空白写起。",
    },
    "pixels_temperature": {
        "en": "The temperature is a number from 0 to {most:g}, and {value} is not. 1 draws as the network has learned, 0 takes the "
        "likeliest.",
        "zh": "温度应是 0 到 {most:g} 之间的数，而 {value} 不是。1 按网络学到的概率抽取，0 取最可能的值。",
    },
    "temperature": {
        "en": "The temperature is a number from 0 up, and {value} is not. 1 draws as the network has learned, 0 takes the likeliest pixel.",
        "zh": "温度应是大于等于 0 的数，而 {value} 不是。1 按网络学到的概率抽取，0 取最可能的像素。",
    },
    "not_finite": {
        "en": "The picture holds values that are not numbers (NaN or infinity). Replace them and try again.",
        "zh": "图片中含有非数值（NaN 或无穷大）。请替换后再试。",
    },
    "picture_too_small": {
        "en": "The picture is {width} x {height} pixels; each side needs at least {least}. Choose a larger one.",
        "zh": "图片为 {width} x {height} 像素；每边至少需要 {least} 像素。请选择更大的图片。",
    },
    "snapshots_of_another": {
        "en": "The last snapshot is not the shipped network {model}. Ship the network of the run that the snapshots are of.",
        "zh": "最后一个快照与随附的网络 {model} 不同。请使用同一次训练的快照和网络。",
    },
    "study_damaged": {
        "en": "The stored study '{name}' cannot be read. Make it again: python -m restoration.studies {name}",
        "zh": "无法读取已存的研究结果“{name}”。请重新生成：python -m restoration.studies {name}",
    },
    "study_missing": {
        "en": "The stored study '{name}' is missing. Make it: python -m restoration.studies {name}",
        "zh": "缺少研究结果“{name}”。请生成：python -m restoration.studies {name}",
    },
    "training_picture": {
        "en": "{file} cannot be trained on: {why}",
        "zh": "{file} 不能用于训练：{why}",
    },
    "training_diverged": {
        "en": "The loss stopped being a number at step {step}. Lower the learning rate and start again.",
        "zh": "第 {step} 步时损失不再是数值。请降低学习率后重新开始。",
    },
    "vanish_range": {
        "en": "The {name} must be a number from {low:g} to {high:g}; it was {value}.",
        "zh": "{name} 应为 {low:g} 到 {high:g} 之间的数，所给为 {value}。",
    },
    "vae_damage": {
        "en": "Here a picture can be damaged in one of these ways: {damages}. Choose one of them.",
        "zh": "这里的图片只能选用以下一种损坏：{damages}。请选择其中之一。",
    },
    "vae_no_picture": {
        "en": "This is no picture for the network. Give a file, or {side} rows of {side} numbers from 0 to 1 (for colours, of [r, g, b]).",
        "zh": "这不是该网络能用的图片。请给出文件，或 {side} 行、每行 {side} 个 0 到 1 之间的数（彩色则为 [r, g, b]）。",
    },
    "vae_one_picture": {
        "en": "There is a file and an array: give one of them, and null for the other.",
        "zh": "文件和数组只能给一个：另一个请填 null。",
    },
    "vae_place": {
        "en": "A place on this map is a list of {dimensions} numbers, each from -{far} to {far}. Give one like that.",
        "zh": "这张地图上的位置是 {dimensions} 个数组成的列表，每个数在 -{far} 到 {far} 之间。请按此给出。",
    },
    "vae_no_run": {
        "en": "The recorded run of {name} has no validated row yet: train it to its end.",
        "zh": "{name} 的训练记录里还没有验证结果：请先把它训练完。",
    },
    "vae_shape": {
        "en": "This network takes pictures of {channels} channel(s) and {side} x {side} pixels; this one is {shape}. Resize it first.",
        "zh": "该网络只接受 {channels} 通道、{side} x {side} 像素的图片；这张为 {shape}。请先调整尺寸。",
    },
    "weight_missing": {
        "en": "the weight {weight} is missing from model.safetensors",
        "zh": "model.safetensors 中缺少权重 {weight}",
    },
    "weight_shape": {
        "en": "the weight {weight} in model.safetensors does not have the shape that config.json asks for",
        "zh": "model.safetensors 中权重 {weight} 的形状与 config.json 不符",
    },
    "weight_unknown": {
        "en": "model.safetensors holds a weight {weight} that this network does not have",
        "zh": "model.safetensors 中有此网络没有的权重 {weight}",
    },
    "weights_changed": {
        "en": "model.safetensors is not the file that training wrote: its checksum differs from the one in training.json",
        "zh": "model.safetensors 不是训练得到的文件：其校验和与 training.json 中的不同",
    },
    "weights_too_big": {
        "en": "The weights take {size} bytes; a model that ships may take {most}. Choose smaller widths.",
        "zh": "权重占 {size} 字节，而随程序发布的模型上限为 {most} 字节。请减小网络宽度。",
    },
    "wrong_shape": {
        "en": "A picture of shape (batch, {channels}, height, width) is needed, not {shape}.",
        "zh": "需要形状为 (批量, {channels}, 高, 宽) 的图片，而不是 {shape}。",
    },
    # pictures coming in and going out
    "alpha_on_white": {
        "en": "Transparent parts were laid on white.",
        "zh": "透明部分已合成到白色背景上。",
    },
    "colours_converted": {
        "en": "The colours were converted from {space} to RGB; they may differ a little from what your viewer shows.",
        "zh": "颜色已从 {space} 转换为 RGB，可能与看图软件中的略有不同。",
    },
    "first_frame": {
        "en": "The file holds several frames or pages; only the first one is used.",
        "zh": "该文件包含多帧或多页，只使用第一帧。",
    },
    "no_such_file": {
        "en": "There is no file {path}.",
        "zh": "找不到文件 {path}。",
    },
    "not_png": {
        "en": "Pictures are saved as PNG, which loses nothing. Choose a name that ends in .png instead of {path}.",
        "zh": "图片以无损的 PNG 格式保存。请使用以 .png 结尾的文件名，而不是 {path}。",
    },
    "picture_reduced": {
        "en": "The picture was reduced from {width} x {height} to {new_width} x {new_height} pixels.",
        "zh": "图片已从 {width} x {height} 缩小到 {new_width} x {new_height} 像素。",
    },
    "picture_too_large": {
        "en": "The picture has more than {most} million pixels. Reduce it and try again.",
        "zh": "图片超过 {most} 百万像素。请缩小后再试。",
    },
    "picture_too_long": {
        "en": "The picture is {width} x {height} pixels; a side may be at most {most} times the other. Crop it.",
        "zh": "图片为 {width} x {height} 像素；长边最多为短边的 {most} 倍。请先裁剪。",
    },
    "picture_turned": {
        "en": "The picture was turned upright, as its EXIF data ask.",
        "zh": "已按 EXIF 信息将图片转正。",
    },
    "sixteen_bit": {
        "en": "This is a 16-bit picture: it is shown and saved with 8 bits.",
        "zh": "这是 16 位图片：显示和保存时使用 8 位。",
    },
    "unreadable_picture": {
        "en": "This file could not be read as a picture. Choose a whole PNG, JPEG, WebP, GIF, BMP or TIFF file.",
        "zh": "无法将该文件读取为图片。请选择完整的 PNG、JPEG、WebP、GIF、BMP 或 TIFF 文件。",
    },
    "values_out_of_range": {
        "en": "The values of the array run from {low:.3g} to {high:.3g}; they must lie in 0..1 (or be uint8).",
        "zh": "数组的值在 {low:.3g} 到 {high:.3g} 之间；必须在 0..1 之内（或为 uint8 类型）。",
    },
    "values_scaled": {
        "en": "The values of the file were scaled: {low:.6g} became black and {high:.6g} became white.",
        "zh": "文件中的值已缩放：{low:.6g} 变为黑，{high:.6g} 变为白。",
    },
    "wrong_array": {
        "en": "A picture is a file, a PIL image or an array (H, W, 3) or (H, W) of uint8 or float; not {what}.",
        "zh": "图片应为文件、PIL 图像，或 (H, W, 3)、(H, W) 的 uint8 或浮点数组，而不是 {what}。",
    },
    # clips coming in
    "clip_cut": {
        "en": "Only the first {seconds} seconds of the clip are used.",
        "zh": "只使用视频的前 {seconds} 秒。",
    },
    "clip_even": {
        "en": "A row or column of pixels was cut off at the border, because sides must be even: {width} x {height} became "
        "{new_width} x {new_height}.",
        "zh": "边长须为偶数，因此裁去了边缘的一行或一列像素：{width} x {height} 变为 {new_width} x {new_height}。",
    },
    "clip_no_video": {
        "en": "This file holds sound but no moving picture. Choose a video.",
        "zh": "该文件只有声音，没有画面。请选择视频。",
    },
    "clip_one_frame": {
        "en": "This clip has only one frame, and a memory needs at least two. Choose a longer one, or mend it as a photo on the "
        "CNN's page.",
        "zh": "该视频只有一帧，而记忆至少需要两帧。请选择更长的视频，或在 CNN 页面把它当作照片修复。",
    },
    "clip_reduced": {
        "en": "The clip was reduced from {width} x {height} to {new_width} x {new_height} pixels.",
        "zh": "视频已从 {width} x {height} 缩小到 {new_width} x {new_height} 像素。",
    },
    "clip_shortened": {
        "en": "The lab mends the first {most} frames of a clip; this one has {count}. The others are left out.",
        "zh": "实验台只修复视频的前 {most} 帧；该视频有 {count} 帧，其余的略去。",
    },
    "clip_slow": {
        "en": "The clip takes long to decode, so only its first {seconds} seconds are used. A smaller file can be used as a whole.",
        "zh": "该视频解码太慢，因此只使用前 {seconds} 秒。较小的文件可以完整使用。",
    },
    "clip_sound": {
        "en": "The sound was left out.",
        "zh": "声音已略去。",
    },
    "clip_steady": {
        "en": "The clip's frames did not come at a steady rate; it now has {fps} a second, some of them repeated or left out.",
        "zh": "该视频的帧间隔不均匀；现已改为每秒 {fps} 帧，其中有的帧重复，有的略去。",
    },
    "clip_thinned": {
        "en": "Of about {before} frames a second, {fps} are used.",
        "zh": "原视频每秒约 {before} 帧，只使用其中 {fps} 帧。",
    },
    "clip_too_large": {
        "en": "The clip's frames have {width} x {height} pixels: more than can be decoded here. Reduce it and try again.",
        "zh": "视频每帧有 {width} x {height} 像素，超出这里能解码的范围。请缩小后再试。",
    },
    "clip_too_small": {
        "en": "The clip is {width} x {height} pixels; once it fits the lab, each side needs at least {least}. Choose a larger or a less "
        "narrow one.",
        "zh": "视频为 {width} x {height} 像素；缩放到实验台的尺寸后，每边至少需要 {least} 像素。请选择更大或不那么狭长的视频。",
    },
    "clip_truncated": {
        "en": "The file ends too early or is damaged. What could be read, {seconds} seconds, is used.",
        "zh": "文件不完整或已损坏。能读出的 {seconds} 秒仍然使用。",
    },
    "clip_turned": {
        "en": "The clip was turned upright, as the file asks.",
        "zh": "已按文件中的标记将视频转正。",
    },
    "clip_unreadable": {
        "en": "This file could not be read as a clip. Choose a whole MP4, WebM or animated GIF file.",
        "zh": "无法将该文件读取为视频。请选择完整的 MP4、WebM 或动态 GIF 文件。",
    },
    "clip_frame": {
        "en": "The clip has {count} frames, so there is no frame {value}. Give one from 1 to {count}, or 0 for none.",
        "zh": "该视频共 {count} 帧，没有第 {value} 帧。请填 1 到 {count}；不需要则填 0。",
    },
    # the lab and its links
    "case_value": {
        "en": "The link's value '{value}' for '{key}' is not one that the lab knows; the default is used.",
        "zh": "链接中“{key}”的值“{value}”无法识别，已改用默认值。",
    },
    "cropped_to_lab": {
        "en": "Your picture ({width} x {height}) was cut to its middle square and reduced to {side} x {side} pixels. "
        "Choose full size to keep every pixel.",
        "zh": "你的图片（{width} x {height}）已截取中间的正方形并缩小到 {side} x {side} 像素。选择“完整尺寸”可保留全部像素。",
    },
    "limit_unknown": {
        "en": "The link's '{key}' names {wrong}, which this page does not have; that is passed over. It has: {names}.",
        "zh": "链接中的“{key}”提到了 {wrong}，本页没有，已略过。本页有：{names}。",
    },
    "report_no_original": {
        "en": "This photo came damaged, so there is no original and no score to report. Take a sample, or a photo that is whole, and press "
        "Restore.",
        "zh": "这张照片本来就是坏的，没有原图，也就没有得分可报告。请选一张示例或完好的照片，再按“修复”。",
    },
    "report_nothing": {
        "en": "There is nothing to report yet. Press Restore first, and wait until the scores are there.",
        "zh": "还没有可报告的内容。请先按“修复”，等得分出现。",
    },
    "damage_text": {
        "en": "'{text}' is not a damage. Write it like noise:sigma=25;jpeg:quality=20.",
        "zh": "“{text}”不是有效的损坏描述。请写成 noise:sigma=25;jpeg:quality=20 这样的形式。",
    },
    "model_facts": {
        "en": "{n} parameters, trained on {date} for {minutes} minutes: {steps} updates of {batch} crops of {crop} pixels, on {device}. "
        "Data: {data}.",
        "zh": "{n} 个参数，{date} 训练 {minutes} 分钟：共 {steps} 次更新，每次 {batch} 块 {crop} 像素的图块，设备：{device}。"
        "数据：{data}。",
    },
    "predict_first": {
        "en": "Predict first: answer the questions on the card above the lab, then press Restore.",
        "zh": "请先作预测：回答实验台上方卡片里的问题，再按“修复”。",
    },
    "seed_range": {
        "en": "A seed is a whole number from 0 to {most}.",
        "zh": "随机种子须为 0 到 {most} 的整数。",
    },
    "step_unknown": {
        "en": "This page has steps 1 to {most}; there is no step '{value}'. The page opens without one.",
        "zh": "本页有第 1 到第 {most} 步，没有“{value}”这一步。页面照常打开。",
    },
    "sigma_range": {
        "en": "The noise level sigma must be a number from 0 to {most} (of 255).",
        "zh": "噪声水平 sigma 须为 0 到 {most} 之间的数（满值 255）。",
    },
    "mended_in_order": {
        "en": "Several networks worked one after the other, the last damage first: {names}.",
        "zh": "多个网络依次工作，先修最后一种损坏：{names}。",
    },
    "wrong_scale": {
        "en": "The network {name} makes a picture {scale} times larger, but the damage did not make it {scale} times smaller. Choose the "
        "damage 'Low resolution' with {scale} times, or another network.",
        "zh": "网络 {name} 会把图片放大 {scale} 倍，而这里的损坏并没有把它缩小 {scale} 倍。请选择“低分辨率”{scale} 倍，或换一个网络。",
    },
    "sigma_guessed": {
        "en": "The network was not told the noise level; it guessed sigma = {sigma} (of 255).",
        "zh": "没有告诉网络噪声水平；它估计 sigma = {sigma}（满值 255）。",
    },
    "too_many_steps": {
        "en": "A chain has at most {most} damages. Take one away.",
        "zh": "最多可串联 {most} 种损坏。请去掉一种。",
    },
    # damage
    "cropped_to_multiple": {
        "en": "{width} x {height} is not divisible by {scale}: the picture was cropped to {new_width} x {new_height}.",
        "zh": "{width} x {height} 不能被 {scale} 整除：图片已裁剪为 {new_width} x {new_height}。",
    },
    "mask_needed": {
        "en": "This damage needs a mask: 1 where a pixel is known, 0 where it is missing. Paint or upload one.",
        "zh": "此损坏需要遮罩：已知像素为 1，缺失像素为 0。请绘制或上传。",
    },
    "mask_size": {
        "en": "The mask is {shape}, but the picture is {height} pixels high and {width} wide. Give a mask of that size.",
        "zh": "遮罩为 {shape}，而图片高 {height} 像素、宽 {width} 像素。请提供相同大小的遮罩。",
    },
    "no_controls": {
        "en": "The damage '{name}' has no controls: leave out '{control}'.",
        "zh": "损坏“{name}”没有参数：请去掉“{control}”。",
    },
    "not_a_whole_number": {
        "en": "'{control}' must be a whole number from {low} to {high}, not {value}.",
        "zh": "“{control}”必须是 {low} 到 {high} 之间的整数，而不是 {value}。",
    },
    "out_of_range": {
        "en": "'{control}' must be a number from {low} to {high}, not {value}.",
        "zh": "“{control}”必须是 {low} 到 {high} 之间的数，而不是 {value}。",
    },
    "picture_not_float": {
        "en": "A picture of float values in 0..1 is needed, not {dtype}. load_image and from_uint8 make one.",
        "zh": "需要 0..1 之间的浮点图片，而不是 {dtype}。可用 load_image 或 from_uint8 得到。",
    },
    "wrong_step": {
        "en": "A step of a chain is a pair like ('noise', {{'sigma': 25}}), not {step}.",
        "zh": "每一步应写成 ('noise', {{'sigma': 25}}) 这样的一对，而不是 {step}。",
    },
    # scores
    "unequal_shapes": {
        "en": "Only pictures of equal size can be compared, not {first} and {second}.",
        "zh": "只能比较大小相同的图片，而不是 {first} 与 {second}。",
    },
    "niqe_damaged": {
        "en": "assets/{file}, which NIQE needs, is missing or cannot be read. Install the lab again, or make it: "
        "python -m restoration.studies.niqe --data PHOTOS",
        "zh": "NIQE 所需的 assets/{file} 缺失或无法读取。请重新安装，或重新生成：python -m restoration.studies.niqe --data 照片文件夹",
    },
    "niqe_flat": {
        "en": "The picture has no detail at all, so NIQE has nothing to judge. Choose a picture that is not all of one colour.",
        "zh": "这张图片没有任何细节，NIQE 无从判断。请选择一张不是纯色的图片。",
    },
    "yardstick_none_fits": {
        "en": "No classical method here can mend this damage.",
        "zh": "这里没有经典方法能修复这种损坏。",
    },
    "yardstick_too_large": {
        "en": "The picture has more than {most} megapixel, so the classical methods, which would take minutes, are left out.",
        "zh": "图片超过 {most} 百万像素，经典方法需要数分钟，因此略去。",
    },
    "yardstick_unknown_damage": {
        "en": "The damage is not known, so no classical method can be set for it.",
        "zh": "损坏情况未知，无法为它设定经典方法。",
    },
    # lessons
    "code_missing": {
        "en": "{page} quotes {name}, which is not in {file}.",
        "zh": "{page} 引用了 {name}，但 {file} 中没有它。",
    },
    "page_broken": {
        "en": "The page {page} cannot be read: {why}.",
        "zh": "无法读取课程页面 {page}：{why}。",
    },
    # classical methods
    "baseline_needs": {
        "en": "'{name}' must be told '{key}' of the damage: give it by name, as restore(y, {key}=...).",
        "zh": "“{name}”需要知道损坏的“{key}”：请按名称给出，如 restore(y, {key}=...)。",
    },
    "wrong_kernel": {
        "en": "A blur kernel is a square of odd side, not {shape}.",
        "zh": "模糊核应为边长为奇数的方阵，而不是 {shape}。",
    },
    # exhibits
    "convolution_setting": {
        "en": "The {name} is a whole number from {least} up, not {value}.",
        "zh": "{name}应为不小于 {least} 的整数，而不是 {value}。",
    },
    "kernel_number": {
        "en": "Row {row}, column {column} of the kernel is no number from -1000 to 1000. Type one there, such as 0.5.",
        "zh": "卷积核第 {row} 行第 {column} 列不是 -1000 到 1000 之间的数。请在那里填一个数，例如 0.5。",
    },
    "kernel_shape": {
        "en": "A kernel is a square of odd side, so that it has a middle, not {shape}. Use 3 x 3 or 5 x 5.",
        "zh": "卷积核应为边长为奇数的方阵（这样才有正中间），而不是 {shape}。请用 3 x 3 或 5 x 5。",
    },
    "pool_window": {
        "en": "A window of {window} does not fit a picture of {size} pixels. Take one from 1 to {size}.",
        "zh": "{window} 的窗口放不进 {size} 像素的图片。请取 1 到 {size}。",
    },
    "window_too_large": {
        "en": "The window reaches across {reach} pixels, but the input with its padding has only {size}: it fits nowhere, so there is no "
        "output. Take a smaller kernel, less dilation or more padding.",
        "zh": "窗口跨度为 {reach} 像素，而输入连同填充只有 {size} 像素：没有地方放得下，所以没有输出。请减小卷积核或膨胀率，或增大填充。",
    },
    # train it live
    "live_cut": {
        "en": "Your photo has {width} x {height} pixels; what is trained on is its middle, {new_width} x {new_height}.",
        "zh": "你的照片为 {width} x {height} 像素；训练使用其中间的 {new_width} x {new_height}。",
    },
    "live_damaged_photo": {
        "en": "You said that your photo is already damaged; a network needs clean pictures to learn from. Train on a sample instead, or "
        "take that tick away under Restore.",
        "zh": "你说照片本来就是坏的，而网络需要干净的图片来学习。请改用示例图片训练，或到“修复”里取消那个勾选。",
    },
    "live_digits": {
        "en": "Name at least two different digits to train on, such as 49, not '{value}'.",
        "zh": "请写出至少两个不同的数字来训练，例如 49，而不是“{value}”。",
    },
    "live_latent": {
        "en": "The latent space has {sizes} dimensions here, not {value}. Choose one of these.",
        "zh": "这里潜空间的维数可选 {sizes}，而不是 {value}。请从中选一个。",
    },
    "live_diverged": {
        "en": "The training diverged: at update {step} the loss was {loss}, after {first} at the first. With a learning rate of {lr} each "
        "update overshoots. Take a tenth of it and train again.",
        "zh": "训练发散了：第 {step} 次更新时损失为 {loss}，而第一次只有 {first}。学习率 {lr} 太大，每次更新都会冲过头。"
        "请改为十分之一再训练。",
    },
    "live_no_network": {
        "en": "There is no trained network yet that could be used. Train one that does not diverge first.",
        "zh": "还没有可用的训练好的网络。请先训练一个（不发散的）网络。",
    },
    "live_no_photo": {
        "en": "There is no photo of yours in the lab. Put one in under Restore, or train on a sample.",
        "zh": "实验台上还没有你的照片。请先在“修复”里放入一张，或改用示例图片训练。",
    },
    "live_nothing": {
        "en": "Nothing has been trained yet. Press Train first.",
        "zh": "还没有训练过。请先按“训练”。",
    },
    "live_running": {
        "en": "Your training is still going on, and each visitor has one at a time. Stop it first, or wait for its end.",
        "zh": "你的训练还在进行，每位访问者同时只能训练一个。请先停止，或等它结束。",
    },
    "live_too_long": {
        "en": "The queue is too long for a script just now: the wait would be about {seconds} s. Try again later.",
        "zh": "排队的人太多，脚本需要等待约 {seconds} 秒。请稍后再试。",
    },
    "own_curves": {
        "en": "The curves of your own network are in the panel 'Train it live'.",
        "zh": "你自己训练的网络的曲线在“现场训练”里。",
    },
    "own_inside": {
        "en": "This exhibit looks into the U-Nets that ship with the lab; the network chosen under Restore is your own. Choose another.",
        "zh": "这里展示的是随程序发布的 U-Net 的内部，而“修复”里选的是你自己训练的网络。请改选其他网络。",
    },
    "own_in_link": {
        "en": "The link was made with a network that its author trained live, which a link cannot hold. The network that fits the damage "
        "is used; train one of your own under 'Train it live'.",
        "zh": "这个链接使用了作者现场训练的网络，链接里存不下它。现在改用适合这种损坏的网络；你也可以在“现场训练”里训练一个。",
    },
    "own_missing": {
        "en": "There is no network of your own in the lab. Train one under 'Train it live', press 'Use it in Restore', or choose another.",
        "zh": "实验台上还没有你自己的网络。请先在“现场训练”里训练一个并按“拿去修复”，或选择其他网络。",
    },
    "own_told": {
        "en": "Your network learned for {steps} updates, from Gaussian noise of sigma {sigma} (of 255) alone; it is told nothing.",
        "zh": "你的网络训练了 {steps} 次更新，只学过 sigma 为 {sigma}（满值 255）的高斯噪声；修复时不告诉它任何信息。",
    },
    # names
    "unknown_name": {
        "en": "There is no {kind} called '{name}'. Choose one of: {choices}.",
        "zh": "没有名为“{name}”的{kind}。可选：{choices}。",
    },
}

# Words that stand inside a sentence and need translating with it.
WORDS = {
    "model": "模型",
    "damage": "损坏",
    "control": "参数",
    "classical method": "经典方法",
    "lesson": "课程",
    "picture": "图片",
    "channel": "通道",
    "language": "语言",
    "term": "术语",
    "stage": "阶段",
    "stride": "步幅",
    "padding": "填充",
    "dilation": "膨胀率",
    "block": "块",
    "loss": "损失",
    "learning rate": "学习率",
    "steps": "更新次数",
    "target": "目标",
    "noise": "噪声",
    "D steps": "D 的步数",
    "preset": "预设",
    "cover": "遮盖",
    "subject": "题材",
    "shapes": "形状",
    "speed": "速度",
    "width": "宽度",
    "kind": "种类",
}


class Note:
    """Something that was done to a picture and must be said. `code` is a key of MESSAGES, `values` fill its sentence.

    A value may itself be a Note: a reason inside a sentence.
    """

    def __init__(self, code: str, **values):
        self.code, self.values = code, values

    def say(self, lang: str = "en") -> str:
        values = {k: v.say(lang) if isinstance(v, Note) else v for k, v in self.values.items()}
        if lang == "zh":
            values = {k: WORDS.get(v, v) if isinstance(v, str) else v for k, v in values.items()}
        return MESSAGES[self.code][lang].format(**values)

    def __repr__(self):
        return f"Note({self.code!r}: {self.say('en')})"

    def __eq__(self, other):
        return isinstance(other, Note) and (self.code, self.values) == (other.code, other.values)

    __hash__ = None


class Refusal(ValueError):
    """An input that cannot be used. `str(e)` is the English sentence, `e.say("zh")` the Chinese one."""

    def __init__(self, code: str, **values):
        self.note = Note(code, **values)
        super().__init__(self.note.say("en"))

    @property
    def code(self) -> str:
        return self.note.code

    def say(self, lang: str = "en") -> str:
        return self.note.say(lang)


def unknown(kind: str, name: object, choices) -> Refusal:
    """The refusal for a name that is not in a table: it lists what is."""
    return Refusal("unknown_name", kind=kind, name=str(name)[:60], choices=", ".join(choices))
