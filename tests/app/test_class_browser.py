"""A class in real browsers: one teacher and three students go through a step together."""

import pytest
from playwright.sync_api import expect
from screen import foretell, until
from server import running

WORDS = "open sesame please"
DID = "(detail) => document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }))"
GUESS = {"question": "Which method wins?", "answer": "The network"}


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    with running(folder, KINTSUGI_CLASS=WORDS, KINTSUGI_DATABASE=f"sqlite:///{folder / 'class.sqlite'}") as app:
        yield app
        assert "Traceback" not in app.log


def open_class(visit, school, **context):
    page = visit("/class?lang=en", school.url, **context)
    page.get_by_label("Passphrase").fill(WORDS)
    page.get_by_label("Passphrase").press("Enter")
    page.locator("#qr svg").wait_for()
    return page, page.locator("#code").inner_text()


def join(visit, school, code, name="", lang="en", **context):
    page = visit(f"/join/{code}?lang={lang}", school.url, **context)
    page.locator("#name").fill(name)
    page.locator("#name").press("Enter")
    page.locator(".in-class").wait_for(timeout=60_000)
    return page


def did(page, what, at=0, **detail):
    page.evaluate(DID, {"lesson": "start", "what": what, "at": at, "chose": None, "right": None, "said": None, **detail})


def bars(page, question) -> list[str]:
    return page.locator(".question", has_text=question).locator(".n").all_inner_texts()


def test_a_teacher_and_three_students_go_through_a_step(visit, school):
    teacher, code = open_class(visit, school)
    expect(teacher.locator("#nobody")).to_have_text("Nobody is here yet.")
    kim = join(visit, school, code, "Kim")
    ming = join(visit, school, code.lower().replace("-", ""), "<img src=x onerror=alert(1)>", lang="zh")
    nameless = join(visit, school, code, viewport={"width": 390, "height": 844})
    students = (kim, ming, nameless)
    expect(teacher.locator("#count")).to_have_text("Students: 3")
    expect(kim.locator(".who")).to_have_text(f"In class {code} as Kim")
    expect(ming.locator(".who")).to_have_text(f"课堂 {code}，名字：<img src=x onerror=alert(1)>")
    assert nameless.evaluate("document.documentElement.scrollWidth") == 390

    for k, student in enumerate(students):
        did(student, "step")
        did(student, "guess", chose=k % 2, said={**GUESS, "answer": ("The network", "Median")[k % 2]})
        did(student, "found", right=k % 2 == 0, said=GUESS)
        did(student, "predict", chose=(1, 0, 1)[k], right=True)
    rows = teacher.locator("#students tbody tr")
    expect(rows.nth(2)).to_contain_text("What restoration is · prediction")
    expect(rows.nth(2)).to_contain_text("predictions: 2 · right: 2 of 2")
    expect(rows.nth(1)).to_contain_text("right: 0 of 2")
    expect(rows.nth(1)).to_contain_text("<img src=x onerror=alert(1)>")
    assert not teacher.locator("#students img").count()
    until(lambda: bars(teacher, "Salt and pepper") == ["1 · 33 %", "2 · 67 %", "0 · 0 %"], "the histogram of the lesson's prediction")
    assert bars(teacher, "Which method wins?") == ["2 · 67 %", "1 · 33 %"]

    card = teacher.locator(".question", has_text="Salt and pepper")
    assert not card.locator(".right").count()  # until the teacher shows it
    card.get_by_role("button", name="Show what is right").press("Enter")
    expect(card.locator(".right .text")).to_have_text("✓ The median filter, which was never trained – right")
    did(kim, "check", chose=1)
    expect(teacher.locator(".question", has_text="A report gives one PSNR").locator(".answered")).to_have_text("Answers: 1")
    expect(card.locator(".right")).to_have_count(1)  # what was shown stays shown when answers come in

    teacher.get_by_label("Hide names").check()
    expect(rows.nth(0)).to_contain_text("Student 1")
    assert "Kim" not in teacher.locator("#students").inner_text()

    teacher.get_by_label("Lesson").first.select_option(label="Two players")
    teacher.get_by_label("Step").first.select_option(label="Step 2 A judge who is too sure")
    teacher.get_by_role("button", name="Send", exact=True).click()
    expect(teacher.locator("#sent")).to_have_text("Everybody is invited to: Two players – 2 A judge who is too sure")
    for student in students:
        expect(student.locator(".class-sent")).to_be_visible()
    assert all("/gan" not in student.url for student in students)  # nobody is torn away
    ming.locator(".class-sent .later").click()
    expect(ming.locator(".place")).to_have_attribute("href", until(lambda: ming.locator(".place").get_attribute("href")))
    kim.locator(".class-sent .go").press("Enter")
    kim.wait_for_url("**/gan?*tab=inside*")
    kim.locator(".in-class").wait_for(timeout=60_000)
    expect(kim.locator(".class-sent")).to_be_hidden()  # once is enough

    teacher.locator("#to-link").fill(f"{school.url}/zh?lang=zh&picture=rocket&seed=7")
    teacher.get_by_label("Take everybody there at once").check()
    teacher.get_by_role("button", name="Send", exact=True).click()
    for student in students:
        student.wait_for_url("**seed=7*")
    assert "/zh?" in ming.url and "/zh" not in kim.url  # each in their own language
    expect(kim.locator("#seed input")).to_have_value("7")

    teacher.get_by_role("button", name="Close the class").click()
    teacher.keyboard.press("Escape")
    expect(teacher.locator("#room")).to_be_visible()
    teacher.get_by_role("button", name="Close the class").click()
    teacher.locator("#sure").get_by_role("button", name="Close the class").click()
    expect(teacher.locator("#said")).to_have_text("The class is closed, and all that it kept is deleted.")
    for student in students:
        expect(student.locator(".class-over")).to_be_visible()
        expect(student.locator(".in-class")).to_be_hidden()
        assert student.evaluate("localStorage.getItem('kintsugi-class')") is None
    did(kim, "step")  # the lab goes on as it did


def test_what_cannot_be_sent_waits_and_counts_once(visit, school):
    teacher, code = open_class(visit, school)
    kim = join(visit, school, code, "Kim")
    expect(teacher.locator("#students tbody tr")).to_contain_text("Kim")
    kim.wait_for_timeout(1000)
    expect(kim.locator(".unsent")).to_be_empty()  # all that joining told has arrived
    lost = []

    def lose_the_answer(route):  # the report arrives, but the browser never hears of it
        lost.append(route.fetch().status)
        route.abort()

    kim.route("**/class/report*", lose_the_answer)
    did(kim, "predict", chose=2)
    expect(kim.locator(".unsent")).to_have_text("Waiting to be sent: 1")
    kim.unroute("**/class/report*")
    did(kim, "check", chose=0)
    expect(kim.locator(".unsent")).to_be_empty()
    assert 200 in lost
    expect(teacher.locator("#students tbody tr")).to_contain_text("right: 0 of 2")
    until(lambda: bars(teacher, "Salt and pepper") == ["0 · 0 %", "0 · 0 %", "1 · 100 %"], "one answer, not two")

    again = kim.context.new_page()  # a second window, and the link once more: the same student
    again.goto(f"{school.url}/join/{code}?lang=en")
    expect(again.locator("#in")).to_contain_text(code)
    again.locator("#name").fill("Kim Lee")
    again.get_by_role("button", name="Join").click()
    again.locator(".in-class").wait_for(timeout=60_000)
    expect(teacher.locator("#students tbody tr")).to_contain_text("Kim Lee")
    expect(teacher.locator("#count")).to_have_text("Students: 1")
    kim.get_by_role("button", name="Leave").click()
    expect(kim.locator(".class-over")).to_contain_text("You left the class.")
    expect(again.locator(".in-class")).to_be_hidden()  # in the other window too
    expect(teacher.locator("#count")).to_have_text("Students: 0")


def test_the_teacher_s_page_comes_back_and_a_stranger_s_does_not(visit, school):
    teacher, code = open_class(visit, school, viewport={"width": 390, "height": 844})
    assert teacher.evaluate("document.documentElement.scrollWidth") == 390
    kim = join(visit, school, code, "Kim")
    teacher.reload()
    expect(teacher.locator("#code")).to_have_text(code)
    teacher.get_by_role("button", name="Remove Kim").click()
    expect(teacher.locator("#sure-remove")).to_contain_text("Kim")
    teacher.locator("#sure-remove").get_by_role("button", name="Remove").click()
    expect(kim.locator(".class-over")).to_contain_text("you are no longer in it")
    stranger = visit("/class?lang=en", school.url)
    stranger.get_by_label("Passphrase").fill("wrong")
    stranger.get_by_role("button", name="Open the class").click()
    expect(stranger.locator("#said")).to_have_text("That is not the passphrase. Whoever started this server knows it.")
    expect(stranger.locator("#room")).to_be_hidden()
    lost = visit("/join/BBBB-BBBB?lang=zh", school.url)
    lost.locator("#join button").click()
    expect(lost.locator("#said")).to_have_text("没有使用这个代码的课堂。请与老师屏幕上的代码核对。")


def test_a_step_of_the_lab_itself(visit, school):
    """Nothing is made up here: the teacher sends a step, two students predict in the lab and run it, the teacher sees both."""
    teacher, code = open_class(visit, school)
    students = [join(visit, school, code, "Kim"), join(visit, school, code, "Ming", lang="zh")]
    teacher.get_by_label("Lesson").first.select_option(label="What restoration is")
    teacher.get_by_label("Step").first.select_option(index=1)
    teacher.get_by_label("Take everybody there at once").check()
    teacher.get_by_role("button", name="Send", exact=True).click()
    for k, student in enumerate(students):
        student.wait_for_url("**step=1*")
        foretell(student, k)
    asked = teacher.locator(".question", has_text="Which will reach the highest PSNR?")
    expect(asked.locator(".answered")).to_have_text("Answers: 2", timeout=60_000)
    assert bars(teacher, "Which will reach the highest PSNR?") == ["1 · 50 %", "1 · 50 %"]
    expect(asked).to_contain_text("Median")  # as the teacher's page calls what was chosen in Chinese
    for name in ("Kim", "Ming"):
        expect(teacher.locator("#students tbody tr", has_text=name)).to_contain_text("predictions: 2")
