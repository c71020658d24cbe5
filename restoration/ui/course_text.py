"""Words of the course page."""

TEXT = {
    "course_title": ("Course", "课程"),
    "course_intro": (
        "{count} pages, each beside the lab: read, try the steps, predict, and check yourself. Choose how much time there is.",
        "{count} 页课程，每一页都挨着实验台：读一读，试一试，先预测，再检验自己。先选有多少时间。",
    ),
    "course_first": (
        "New here? Press the button below. It opens the lab with the lesson beside it (on a phone, below it). Press “1” in the lesson, and "
        "watch what the lab does.",
        "第一次来？按下面的按钮，会打开实验台，旁边是课文（手机上在下方）。按课文里的“1”，看实验台会怎样。",
    ),
    "course_paths": ("How much time", "有多少时间"),
    "course_minutes": ("{n} min", "{n} 分钟"),
    "course_total": (" {meetings} meetings of {each} minutes.", "{meetings} 次课，每次 {each} 分钟。"),
    "course_meeting": ("Meeting {n}", "第 {n} 次课"),
    "course_goal": ("Goal: ", "目标："),
    "course_part_open": ("Read the page", "读课文"),
    "course_part_step": ("Step {label}", "步骤 {label}"),
    "course_part_predict": ("Prediction", "预测题"),
    "course_part_check": ("Two questions", "两道检验题"),
    "course_begin": ("Begin: {page}", "开始：{page}"),
    "course_go_on": ("Go on: {page} – {part}", "继续：{page} – {part}"),
    "course_finished": (
        "All of this path is done. Choose another one, or any page below.",
        "这条路线已经全部完成。可以换一条路线，或从下面任选一页。",
    ),
    "course_done": ("Done", "已完成"),
    "course_not_yet": ("not yet", "未完成"),
    "course_count": ("{done} of {all} done", "已完成 {done} / {all}"),
    "course_all": ("All pages", "全部页面"),
    "course_all_intro": (
        "What a page counts: reading it, each of its steps, its prediction and its two questions.",
        "每一页计入：读课文、每个步骤、预测题和两道检验题。",
    ),
    "course_glossary": ("All words that they explain", "各页解释的全部术语"),
    "course_kept": (
        "What you did is kept in this browser only, and is not sent anywhere from this page.",
        "你做过的事只保存在这个浏览器里，本页不会把它发送到任何地方。",
    ),
    "course_not_kept": (
        "This browser keeps nothing (private window, or storage is off): what you do will not be ticked here.",
        "这个浏览器不保存内容（无痕窗口，或关闭了存储），所以你做过的事不会在这里打勾。",
    ),
    "course_forget": ("Forget what I did", "清除我的记录"),
    "course_forget_ask": (
        "Forget everything that you did in the course? It cannot be brought back.",
        "要清除课程中的全部记录吗？清除后无法恢复。",
    ),
    "course_forget_yes": ("Yes, forget it", "清除"),
    "course_forget_no": ("No, keep it", "保留"),
    "course_forgotten": ("Forgotten.", "已清除。"),
    # glossary
    "glossary_title": ("Glossary", "术语表"),
    "glossary_intro": (
        "The {count} words that the pages of the course mark and explain, in both languages.",
        "课程各页标出并解释的 {count} 个词，中英对照。",
    ),
    "glossary_find": ("Find a word", "查一个词"),
    "glossary_found": ("{n} found", "找到 {n} 个"),
    "glossary_none": ("No such word here. Try a shorter one.", "没有这个词，换个短一点的试试。"),
    "glossary_pages": ("Explained on: ", "出现在："),
    "glossary_between": (", ", "、"),
}
