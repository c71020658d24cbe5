"""The ways through the course: which pages, and what of each, a class takes in 45 minutes, in 90, and in a term."""

from dataclasses import dataclass

from restoration.lessons import lesson

LANGUAGES = ("en", "zh")  # the order of every pair of texts here


@dataclass(frozen=True)
class Stop:
    """A page on the way. steps: its steps that are taken, counted from 0. also: "predict" (its prediction), "check" (the questions at its
    end). minutes: for all of that, reading included. why: what for, in one line, (English, Chinese)."""

    lesson: str
    steps: tuple[int, ...]
    also: tuple[str, ...]
    minutes: int
    why: tuple[str, str]

    @property
    def parts(self) -> tuple[str, ...]:
        """What there is to do, in order: "open" is reading, "step-0" the first step."""
        return ("open", *(f"step-{k}" for k in self.steps), *self.also)


@dataclass(frozen=True)
class Meeting:
    """goal: what everybody can do at its end, (English, Chinese)."""

    goal: tuple[str, str]
    stops: tuple[Stop, ...]

    @property
    def minutes(self) -> int:
        return sum(stop.minutes for stop in self.stops)


@dataclass(frozen=True)
class Path:
    """id: stands in a link, as the part after #. name, about: (English, Chinese)."""

    id: str
    name: tuple[str, str]
    about: tuple[str, str]
    meetings: tuple[Meeting, ...]

    @property
    def minutes(self) -> int:
        return sum(meeting.minutes for meeting in self.meetings)


def said(pair: tuple[str, str], lang: str) -> str:
    return pair[LANGUAGES.index(lang)]


def whole_page(id: str) -> tuple[str, ...]:
    """Everything there is to do on a page, named as in Stop.parts."""
    return ("open", *(f"step-{k}" for k in range(len(lesson(id).steps))), "predict", "check")


ALL, BOTH = (0, 1, 2), ("predict", "check")

PATHS = (
    Path(
        "one-lesson",
        ("45 minutes", "45 分钟"),
        ("One lesson, for a class that has never met a network.", "一节课，适合从没接触过神经网络的班级。"),
        (
            Meeting(
                (
                    "Mend a photo by a network, hold the result against a classical method, and say which part of it was invented.",
                    "用网络修好一张照片，与经典方法比较，并说得出其中哪些部分是编造的。",
                ),
                (
                    Stop("start", ALL, ("predict",), 20, (
                        "What damage is, how a repair is scored, and why a network needs a yardstick beside it.",
                        "损坏是什么，修复怎样打分，网络旁边为什么要有标尺。",
                    )),
                    Stop("cnn-denoise", (0,), ("predict",), 13, (
                        "One damage from weak to strong: where the gain comes from.",
                        "同一种损坏由弱到强：提高量从哪里来。",
                    )),
                    Stop("gan-restore", (0,), ("predict",), 12, (
                        "The better score and the sharper picture are two different repairs.",
                        "得分更高的和看上去更锐利的，是两种不同的修复。",
                    )),
                ),
            ),
        ),
    ),
    Path(
        "double-lesson",
        ("90 minutes", "90 分钟"),
        ("One double lesson that meets all four families of networks.", "两节连堂课，四个网络家族都见一面。"),
        (
            Meeting(
                (
                    "Say what a CNN, a GAN, a VAE and an RNN each do with what a damaged picture does not tell.",
                    "说得出面对损坏图片没有给出的内容，CNN、GAN、VAE 和 RNN 各自怎么办。",
                ),
                (
                    Stop("start", ALL, BOTH, 25, (
                        "What damage is, how a repair is scored, and why a network needs a yardstick beside it.",
                        "损坏是什么，修复怎样打分，网络旁边为什么要有标尺。",
                    )),
                    Stop("cnn-denoise", (0, 2), ("predict",), 18, (
                        "The CNN: it answers with the middle of all that fits. Which pixels does it look at?",
                        "CNN：在所有说得通的答案里取中间的。它看了哪些像素？",
                    )),
                    Stop("gan-restore", (0, 1), ("predict",), 17, (
                        "The GAN: it must also look real, so it makes up what it does not know.",
                        "GAN：还必须看起来真实，于是不知道的就编造。",
                    )),
                    Stop("vae-restore", (1,), ("predict",), 15, (
                        "The VAE: ten answers instead of one, and the places where they disagree.",
                        "VAE：不给一个答案，而给十个，还能看出它们在哪里不一致。",
                    )),
                    Stop("rnn-state", (0,), ("predict",), 15, (
                        "The RNN: a clip shows the same place again, so remember it.",
                        "RNN：视频反复给出同一个地方，那就把它记住。",
                    )),
                ),
            ),
        ),
    ),
    Path(
        "term",
        ("A term", "一学期"),
        ("Every page of the course, with all its steps and questions.", "课程的全部页面，每个步骤、每道题都做。"),
        (
            Meeting(
                ("Read a table of scores without being fooled by it.", "读一张得分表而不被它骗。"),
                (Stop("start", ALL, BOTH, 60, (
                    "Three damages, three repairs, and what the two scores miss.",
                    "三种损坏，三次修复，以及两个分数都看不见的东西。",
                )),),
            ),
            Meeting(
                ("Work a convolution by hand, and say what pooling throws away.", "动手算一次卷积，说得出池化丢掉了什么。"),
                (
                    Stop("cnn-convolution", ALL, BOTH, 33, (
                        "One window, one number: kernel, stride, padding, channels.",
                        "一个窗口，一个数：卷积核、步幅、填充、通道。",
                    )),
                    Stop("cnn-pooling", ALL, BOTH, 27, (
                        "Why a restorer does without the two layers that make a classifier.",
                        "分类网络少不了的两种层，复原网络为什么不用。",
                    )),
                ),
            ),
            Meeting(
                ("Read a whole network in one file, and its training curve.", "在一个文件里读懂整个网络，再读懂它的训练曲线。"),
                (Stop("cnn-denoise", (0, 1, 2, 3), BOTH, 60, (
                    "A residual U-Net from formula to curve; train a small one yourself.",
                    "残差 U-Net，从公式到曲线；再亲手训练一个小的。",
                )),),
            ),
            Meeting(
                ("Say what makes a network a specialist, and where it is lost.", "说得出什么让网络成为专家，又在哪里会不知所措。"),
                (Stop("cnn-tasks", ALL, BOTH, 60, (
                    "One network, six jobs; then the wrong one on purpose.",
                    "一个网络，六种任务；再故意选错一次。",
                )),),
            ),
            Meeting(
                ("Compare two networks fairly: by parameters, by work, by time.", "公平地比较两个网络：比参数，比运算量，比时间。"),
                (Stop("cnn-blocks", ALL, BOTH, 60, (
                    "Ten ways to build a block at one price, and three losses.",
                    "同样的代价，十种搭法，三种损失。",
                )),),
            ),
            Meeting(
                ("Say who minimises what in a GAN, and recognise mode collapse.", "说得出 GAN 里谁在最小化什么，认得出模式坍塌。"),
                (Stop("gan-game", ALL, BOTH, 60, (
                    "Two players on a plane, turn by turn; then break the game.",
                    "平面上的两个玩家，一步一步来；再把这场博弈弄坏。",
                )),),
            ),
            Meeting(
                ("Find the faults in a GAN's code, and do not judge it by its loss.", "找出 GAN 代码里的错误，并且不拿损失评判它。"),
                (
                    Stop("gan-images", ALL, BOTH, 30, (
                        "The recipe that made GANs of pictures train, and what its curves do not tell.",
                        "让图片 GAN 训练得起来的配方，以及曲线没有说出的事。",
                    )),
                    Stop("gan-listing", ALL, BOTH, 30, (
                        "Fourteen faults in one listing: names, shapes, the way of the gradient.",
                        "一段代码，十四处错误：名字、形状、梯度的去路。",
                    )),
                ),
            ),
            Meeting(
                ("Decide when sharp is worth more than faithful, and when never.", "判断什么时候锐利比忠实更值，什么时候绝不可以。"),
                (Stop("gan-restore", (0, 1, 2, 3), BOTH, 60, (
                    "Pixel loss, features, a critic; the slider between two goals.",
                    "像素损失、特征、判别器；两个目标之间的一个滑块。",
                )),),
            ),
            Meeting(
                ("Explain both terms of the ELBO on a map that you walked on.", "在自己走过的地图上讲清 ELBO 的两项。"),
                (Stop("vae-elbo", (0, 1, 2, 3), BOTH, 60, (
                    "A cloud instead of a point, and what it costs to say where.",
                    "不是一个点，而是一团云；说明位置要付多少代价。",
                )),),
            ),
            Meeting(
                ("Show how sure a repair is, and say what that does not prove.", "说明一次修复有多大把握，以及这并不能证明什么。"),
                (Stop("vae-restore", (0, 1, 2, 3), BOTH, 60, (
                    "Ten repairs that all fit, their spread, and how small a code can be.",
                    "十种都说得通的修复，它们的分歧，以及编码能有多小。",
                )),),
            ),
            Meeting(
                ("Say what a memory holds, how it is learned, and what it costs to write in order.",
                 "说得出记忆里有什么、怎样学来，以及按顺序书写的代价。"),
                (
                    Stop("rnn-state", (0, 1, 2, 3), BOTH, 33, (
                        "A clip that is mended better frame by frame, until it is wiped.",
                        "一段视频逐帧越修越好，直到记忆被清空。",
                    )),
                    Stop("rnn-pixels", (0, 1, 2, 3), BOTH, 27, (
                        "A picture read like a sentence, and an exact likelihood at last.",
                        "像读句子一样读图片，终于有了准确的似然。",
                    )),
                ),
            ),
            Meeting(
                ("Answer for a method of your own: what is it for, what is it good at, where does it fail?",
                 "为自己选的一种方法作答：用来做什么，长处在哪里，什么时候会失败？"),
                (Stop("questions", ALL, BOTH, 60, (
                    "Three questions about the whole course; every group shows one failure that it found.",
                    "关于整门课程的三个问题；每组展示一个自己找到的失败例子。",
                )),),
            ),
        ),
    ),
)  # fmt: skip
