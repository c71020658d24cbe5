"""The words of the card that asks for a prediction; the questions themselves are in restoration/quiz."""

TEXT = {
    "predict_title": ("Predict step {step}", "先猜第 {step} 步"),
    "predict_intro": (
        "Damaged, it has a PSNR of {damaged}. Say what you expect of the repair; then Restore is unlocked.",
        "损坏之后，PSNR 为 {damaged}。先说出你对修复的预料，然后才能按“修复”。",
    ),
    "predict_submit": ("This is my prediction", "这就是我的预测"),
    "predict_all": ("Answer every question to unlock Restore.", "回答每个问题后才能修复。"),
    "predict_waiting": ("Two pictures are being made for the last question …", "正在为最后一题准备两张图片……"),
    "predict_ready": ("Noted. Now press Restore.", "已记下。现在请按“修复”。"),
    "predict_go_locked": ("Predict first", "先作预测"),
    "predict_counted": ("{right} of {of} predictions came true.", "{of} 项预测中有 {right} 项成真。"),
    "predict_none": ("You predicted nothing; here is what happened.", "你没有作出预测；结果如下。"),
    "predict_folded": ("Step {step}: {counted} The lab has been changed since.", "第 {step} 步：{counted}实验台此后已改动。"),
    "predict_you": ("You said: {option}", "你说：{option}"),
    "predict_mark_right": ("Right.", "正确。"),
    "predict_mark_wrong": ("Not so.", "并非如此。"),
    "predict_mark_none": ("What happened:", "结果："),
    "predict_own": ("Two questions about your run", "关于你这次运行的两个问题"),
    "predict_own_intro": ("With the numbers that you have just made.", "用的是你刚得到的数字。"),
}
