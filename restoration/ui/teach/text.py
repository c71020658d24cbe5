"""Words of the teacher's tools: key -> (English, Chinese)."""

TEXT = {
    # names of controls
    "teach_picture": ("Photo", "照片"),
    "teach_clip": ("Clip", "片段"),
    "teach_upload": ("Own photo or clip", "自己的照片或片段"),
    "teach_chain": ("Add and remove damages", "增减损坏"),
    "teach_mask": ("Painted mask", "涂抹遮罩"),
    "teach_blind": ("Told or guessed noise level", "告知还是猜测噪声水平"),
    "teach_mix": ("Slider between CNN and GAN", "CNN 与 GAN 之间的滑块"),
    "teach_tabs": ("The other panels (Look inside, Train it live, …)", "其他面板（看内部、现场训练等）"),
    "teach_own": ("Own picture (not in the link)", "自己的图片（不在链接中）"),
    "teach_own_network": ("Self-trained network", "自己训练的网络"),
    # limits
    "teach_limited": ("Your teacher has limited this page.", "老师限定了本页可以改动的内容。"),
    "teach_show_all": ("Show everything", "显示全部"),
    # the page for teachers
    "teach_intro": (
        "Five minutes before class: make a link that opens the lab where you want it, print a worksheet, or open the lab for the "
        "projector. "
        "No account is needed, and nothing is installed.",
        "课前五分钟：做一个链接，让实验台打开在你要的地方；打印一份练习单；或为投影打开实验台。无需账号，也无需安装。",
    ),
    "teach_on_this_page": ("On this page", "本页内容"),
    "teach_h_link": ("A link for your class", "给学生的链接"),
    "teach_h_sheets": ("Worksheets to print", "可打印的练习单"),
    "teach_h_report": ("Lab reports", "实验报告"),
    "teach_h_class": ("The class together", "全班一起"),
    "teach_h_present": ("On the projector", "投影"),
    "teach_h_slow": ("When the network is slow", "网络慢的时候"),
    "teach_link_intro": (
        "Choose a page and, if you like, a step; say what students may change. The link below follows at once. The same link gives every "
        "student the same picture, down to the pixel: the seed is in it.",
        "选择一页，需要时再选一步；说明学生可以改动什么。下面的链接随即更新。同一个链接让每个学生看到逐像素相同的图片，"
        "因为种子就在链接里。",
    ),
    "teach_step": ("Open at step", "打开在哪一步"),
    "teach_no_step": ("The beginning of the page", "页面开头"),
    "teach_other_picture": ("Picture", "图片"),
    "teach_as_step": ("As in the step", "与步骤相同"),
    "teach_may": ("What students may change", "学生可以改动什么"),
    "teach_may_all": ("Everything", "全部"),
    "teach_may_some": ("Only what is ticked; nothing ticked: only Restore", "只有勾选的；都不勾选：只能按“修复”"),
    "teach_fix": ("Show as text, not to be changed", "显示为文字，不可改动"),
    "teach_present_too": ("Open it for the projector, with large type", "以大字号打开，供投影用"),
    "teach_make": ("Make the link", "生成链接"),
    "teach_your_link": ("Your link", "你的链接"),
    "teach_qr": ("Scan to open", "扫码打开"),
    "teach_open": ("Open it", "打开"),
    "teach_sets": ("It sets:", "它设定："),
    "teach_link_note": (
        "A limit keeps eyes on one question; it is no lock. Students find a way to show everything at the top of the page, Reset "
        "brings your "
        "link back, and the steps of the lesson still set what they need.",
        "限定是为了让大家只看一个问题，并不是上锁：页面顶部有“显示全部”，“重置”会回到你的链接，课文的步骤仍会设定它们所需要的内容。",
    ),
    "teach_sheets_intro": (
        "One sheet for each page: what to do, tables to fill in, the prediction and the two questions with boxes. The answers, "
        "with the scores "
        "that you will see in class, come on a sheet of their own. A4, black on white.",
        "每页课文一份：要做什么、待填的表格、预测和两道带方框的题目。答案另起一页，附有课上将会看到的得分。A4，白纸黑字。",
    ),
    "teach_for_students": ("For students", "给学生"),
    "teach_for_teacher": ("For you", "给你"),
    "teach_sheet_only": ("Worksheet", "练习单"),
    "teach_sheet_answers": ("Worksheet and answers", "练习单与答案"),
    "teach_report_about": (
        "The button Lab report at the top of the lab saves one file that opens in any browser and can be printed or handed in: "
        "the pictures "
        "without loss, all settings and the seed, the scores and what they mean, the versions, and what the student predicted "
        "and answered in "
        "this browser, with room for a conclusion. Nothing is sent anywhere.",
        "实验台顶部的“实验报告”按钮会保存一个文件，任何浏览器都能打开，可以打印或上交：无损的图片、全部设置与种子、得分及其含义、版本，"
        "以及学生在本浏览器中的预测和回答，并留有写结论的地方。不会向任何地方发送内容。",
    ),
    "teach_class_about": (
        "Open a class with a code, and see what the whole room predicts and answers.",
        "用一个代码开课，查看全班的预测和回答。",
    ),
    "teach_class_open": ("To the class", "前往班级"),
    "teach_present_about": (
        "The button Present at the top of the lab, or a link from above with its box ticked, shows large type and large "
        "pictures; the lesson "
        "folds away and its steps are one press apart. Esc, or the same button, leaves.",
        "实验台顶部的“投影”按钮，或上面勾选了投影的链接，会用大字号、大图片显示；课文收起，步骤一按即到。按 Esc 或同一个按钮退出。",
    ),
    "teach_slow_about": (
        "Open the links before class and leave the tabs open: what has loaded stays; and the printed answers hold the scores, so "
        "that a lesson "
        "can go on without the lab.",
        "课前先打开链接并保留标签页：已加载的内容不会消失；打印的答案附有得分，没有实验台也能继续上课。",
    ),
    # worksheets
    "teach_worksheet": ("Worksheet", "练习单"),
    "teach_answers": ("Answers, for the teacher", "答案（教师用）"),
    "teach_answers_to": ("Answers: {title}", "答案：{title}"),
    "teach_print": ("Print", "打印"),
    "teach_with_answers": ("With the answers", "附答案"),
    "teach_without_answers": ("Without the answers", "不附答案"),
    "teach_all_sheets": ("All worksheets", "全部练习单"),
    "teach_name": ("Name:", "姓名："),
    "teach_date": ("Date:", "日期："),
    "teach_i_saw": ("What I saw:", "我看到的："),
    "teach_why_think": ("I think so because:", "我这样想是因为："),
    "teach_then_run": ("Then run it. What came out:", "然后运行。结果是："),
    "teach_own_words": ("In your own words: what did you learn, and what do you still doubt?", "用自己的话说：你学到了什么，还怀疑什么？"),
    "teach_answer_scores": ("Scores", "得分"),
    "teach_scores_about": (
        "What the networks of this lab score in these steps. PSNR and SSIM are against the original: the whole picture, rounded "
        "to 8 bits; "
        "higher is nearer. Another processor may change the last digit.",
        "本实验台的网络在这些步骤中的得分。PSNR 与 SSIM 均与原图比较：整张图片，舍入到 8 位；越高越接近。"
        "不同的处理器可能使末位数字略有不同。",
    ),
    "teach_no_scores": (
        "The steps of this page mend no picture, so there are no scores to list.",
        "本页的步骤不修复图片，因此没有得分可列。",
    ),
    "teach_classical": ("Best classical method:", "最好的经典方法："),
    "teach_niqe": ("NIQE", "NIQE"),
    "teach_late": ("Later frames / dB", "后面各帧 / dB"),
    "teach_right": ("Right.", "对。"),
    "teach_wrong": ("Wrong.", "不对。"),
    # the lab report
    "teach_report": ("Lab report", "实验报告"),
    "teach_report_title": ("Lab report", "实验报告"),
    "teach_report_made": ("Made {date} (UTC) with Kintsugi, on the page “{page}”.", "制作于 {date}（UTC），使用 Kintsugi，页面“{page}”。"),
    "teach_report_own": (
        "This report holds the student's own picture.",
        "本报告含有学生自己的图片。",
    ),
    "teach_report_pictures": ("Pictures", "图片"),
    "teach_report_pixels": (
        "Every picture is a PNG with all its pixels; save one with a right click to measure it again.",
        "每张图片都是保留全部像素的 PNG；右键另存即可重新测量。",
    ),
    "teach_report_alt": ("{name}, {width} × {height} pixels", "{name}，{width} × {height} 像素"),
    "teach_report_result": ("Result", "结果"),
    "teach_report_settings": ("Settings", "设置"),
    "teach_report_link": ("The same again", "再来一次"),
    "teach_report_meaning": ("What the scores mean", "得分的含义"),
    "teach_report_niqe": (
        "NIQE, from 0 up: how far the fine statistics of brightness are from those of sharp photos, without the original. Lower "
        "is more like "
        "a photo, not nearer to the truth.",
        "NIQE，从 0 起：亮度的细微统计与清晰照片相差多远，不看原图。越低越像照片，但并不表示越接近真相。",
    ),
    "teach_report_versions": ("Made with", "制作环境"),
    "teach_report_device": ("Computed on", "计算设备"),
    "teach_report_network": ("Network", "网络"),
    "teach_report_trained": ("trained {date}; SHA-256 of the weights: {digest}", "训练于 {date}；权重的 SHA-256：{digest}"),
    "teach_report_untold": ("trained by the student in the lab; its weights are not kept", "由学生在实验台训练；权重未保存"),
    "teach_report_said": ("Predictions and answers", "预测与回答"),
    "teach_report_said_about": (
        "As this browser remembers them: they tell what was chosen, not who chose it.",
        "以本浏览器的记录为准：它说明选了什么，不说明是谁选的。",
    ),
    "teach_report_none_said": ("None are kept in this browser.", "本浏览器中没有记录。"),
    "teach_report_unread": (
        "What this browser keeps of predictions and answers could not be read, and is left out.",
        "本浏览器保存的预测与回答无法读取，已略去。",
    ),
    "teach_report_question": ("Question", "问题"),
    "teach_report_answer": ("Answer", "回答"),
    "teach_report_right": ("right", "对"),
    "teach_report_wrong": ("not right", "不对"),
    "teach_report_conclusion": ("My conclusion", "我的结论"),
    "teach_report_write": (
        "Write here before printing, or by hand on the lines. To keep what you type, print to PDF or save the page.",
        "可在打印前在此输入，或打印后手写。要保留输入的文字，请打印为 PDF 或保存网页。",
    ),
    # the presenter's view
    "teach_present": ("Present", "投影"),
    "teach_leave": ("Leave (Esc)", "退出（Esc）"),
    "teach_previous": ("Previous step", "上一步"),
    "teach_next": ("Next step", "下一步"),
    "teach_show_lesson": ("Lesson", "课文"),
    "teach_show_controls": ("Controls", "控件"),
    "teach_at_step": ("Step {n} of {count}", "第 {n} 步，共 {count} 步"),
    "teach_before": ("No step is set yet. The arrow goes to the first.", "尚未进入步骤。按箭头进入第一步。"),
}
