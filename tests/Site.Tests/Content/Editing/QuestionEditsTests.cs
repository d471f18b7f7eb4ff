using System.Collections.Immutable;
using Site.Content.Editing;
using Site.Content.Editing.Questions;
using Site.Content.Quizzes;

namespace Site.Tests;

public class QuestionEditsTests
{
    private const string Quiz =
        """
        ## 油锅起火，先做什么？ {#k-01 .single topic=厨房 level=1 law="消防法(2021)#5"}
        ![灶台上的油锅冒着火](img/pan.svg)

        > 提示：先想一想氧气。

        - [ ] 泼水
            > 错。油会溅出来。
        - [x] 关火，盖上锅盖
        *  [ ] 端到屋外

        --- 解析
        盖上锅盖，火没有空气就灭了。


        ## 报警电话是 [[119]]{alt="119台|一一九"}，燃气泄漏打 [[12345]]。 {#k-02 .blank}

        --- 解析
        记住两个号码。

        ## 灭火器要离火 [[3]]{tolerance=1 unit=米} 喷。 {#k-03 .numeric}

        --- 解析
        太近会伤人。

        ## 邻居家冒烟 {#case .scenario}
        楼道里有烟。

        ### 顺序是什么？ {#case-a .order level=2}
        1. 关门
        2. 打119
        3. 到窗口呼救

        --- 解析
        先挡住烟。

        ## 标志配意思 {#k-04 .match}
        - ![红圈](a.svg) :: 禁止
        - 黄三角 :: 警告

        --- 解析
        看颜色。
        """;

    /// <summary>The quizzes of this repository, by their file.</summary>
    public static TheoryData<string> Quizzes => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "quizzes"), "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Quizzes))]
    public void A_question_is_read_as_the_quiz_reads_it_and_every_change_can_be_taken_back_to_the_byte(string name)
    {
        var text = EditedText.Normalized(File.ReadAllText(Path.Combine(Repository.Root, "content", "quizzes", name)));
        var parts = PageParts.Of(text);
        var body = text[parts.BodyStart..];
        var topics = QuestionSource.All(body).Select(one => one.Form?.Topic).OfType<string>().Where(topic => topic.Length > 0).Distinct().ToImmutableArray();
        var read = QuizReader.Read("content/quizzes/" + name, body, 1, topics).Questions.ToDictionary(question => question.Id);
        foreach (var source in QuestionSource.All(body))
        {
            Assert.True(source.Form is not null, source.Text);
            var form = source.Form;
            Assert.Equal([], QuestionEdits.Change(body, source.Start, form)!.Value);
            Assert.Null(form.Fault());
            if (form.Type != "scenario")
            {
                Assert.Equal(Told(read[form.Id].Answer), Told(form));
            }

            foreach (var other in Changes(form))
            {
                var edits = QuestionEdits.Change(body, source.Start, other);
                Assert.True(edits is { IsEmpty: false }, $"{form}\n{other}");
                Assert.All(edits.Value, edit => Assert.InRange(edit.Start, source.Start, source.End));
                var changed = TextEdit.Apply(body, edits.Value);
                Assert.Equal(body, TextEdit.Apply(changed, QuestionEdits.Change(changed, source.Start, form)!.Value));
            }
        }
    }

    [Fact]
    public void One_change_moves_nothing_else()
    {
        AssertChange("k-01", form => form with { Words = "油锅起火，首先做什么？" }, "油锅起火，先做什么？", "油锅起火，首先做什么？");
        AssertChange("k-01", form => form with { Topic = "", Level = "3" }, " topic=厨房 level=1", " level=3");
        AssertChange("k-01", form => form with { Law = "消防法(2021)#5之一" }, "消防法(2021)#5", "消防法(2021)#5之一");
        AssertChange("k-01", form => form with { ReviewBy = "2027-05-31" }, "#5\"}", "#5\" reviewBy=2027-05-31}");
        AssertChange("k-01", form => form with { Hint = "" }, "> 提示：先想一想氧气。\n\n", "");
        AssertChange("k-01", form => form with { Stem = "看图。" }, "![灶台上的油锅冒着火](img/pan.svg)", "看图。");
        AssertChange("k-01", form => form with { Explanation = "一。\n\n二。" }, "盖上锅盖，火没有空气就灭了。", "一。\n\n二。");
        AssertChange("k-01", form => form with { Answers = form.Answers.SetItem(2, form.Answers[2] with { Other = "会洒。" }) }, "*  [ ] 端到屋外\n", "*  [ ] 端到屋外\n    > 会洒。\n");
        AssertChange("k-01", form => form with { Answers = form.Answers.RemoveAt(0) }, "- [ ] 泼水\n    > 错。油会溅出来。\n", "");
        AssertChange("k-01", form => form with { Answers = form.Answers.Insert(1, new("打电话", "", false)) }, "- [x] 关火", "- [ ] 打电话\n- [x] 关火");
        AssertChange("k-01", form => form with { Type = "multiple", IsPartial = true, Answers = form.Answers.SetItem(0, form.Answers[0] with { IsRight = true }) },
            "{#k-01 .single topic=厨房 level=1 law=\"消防法(2021)#5\"}\n![灶台上的油锅冒着火](img/pan.svg)\n\n> 提示：先想一想氧气。\n\n- [ ] 泼水",
            "{#k-01 .multiple topic=厨房 level=1 law=\"消防法(2021)#5\" score=partial}\n![灶台上的油锅冒着火](img/pan.svg)\n\n> 提示：先想一想氧气。\n\n- [x] 泼水");
        AssertChange("k-02", form => form with { Blanks = form.Blanks.SetItem(1, new("12345", "市民热线", "", "")) }, "[[12345]]", "[[12345]]{alt=\"市民热线\"}");
        AssertChange("k-02", form => form with { Words = "火警打 ____，漏气打 ____。" }, "报警电话是 [[119]]{alt=\"119台|一一九\"}，燃气泄漏打 [[12345]]。", "火警打 [[119]]{alt=\"119台|一一九\"}，漏气打 [[12345]]。");
        AssertChange("k-03", form => form with { Blanks = [new("4", "", "1", "米")] }, "[[3]]", "[[4]]");
        AssertChange("case", form => form with { Stem = "楼道里有烟。\n\n电梯停了。" }, "楼道里有烟。", "楼道里有烟。\n\n电梯停了。");
        AssertChange("case-a", form => form with { Answers = form.Answers.Insert(1, new("湿毛巾捂口鼻", "", false)) }, "2. 打119\n3. 到窗口呼救", "2. 湿毛巾捂口鼻\n3. 打119\n4. 到窗口呼救");
        AssertChange("k-04", form => form with { Answers = form.Answers.SetItem(0, form.Answers[0] with { Other = "不准做" }) }, "禁止", "不准做");
    }

    [Fact]
    public void A_type_becomes_another_with_answers_of_its_own()
    {
        AssertChange("k-04", form => form with { Type = "order", Answers = [new("甲", "", false), new("乙", "", false)] },
            "{#k-04 .match}\n- ![红圈](a.svg) :: 禁止\n- 黄三角 :: 警告\n", "{#k-04 .order}\n1. 甲\n2. 乙\n");
        AssertChange("k-03", form => form with { Type = "judge", Words = "灭火器要贴着火喷。", Answers = [new("正确", "", false), new("错误", "对。", true)] },
            "灭火器要离火 [[3]]{tolerance=1 unit=米} 喷。 {#k-03 .numeric}\n\n--- 解析", "灭火器要贴着火喷。 {#k-03 .judge}\n\n- [ ] 正确\n- [x] 错误\n    > 对。\n\n--- 解析");
    }

    [Fact]
    public void A_new_question_comes_last_or_into_its_scenario()
    {
        var added = TextEdit.Apply(Quiz, QuestionEdits.Add(Quiz, null, new("新题？", "k-05", "single") { Topic = "厨房 一", Stem = "![图](b.svg)", Answers = [new("对", "", true), new("错", "不对。", false)], Explanation = "因为。" })!.Value);
        Assert.Equal(Quiz + "\n\n## 新题？ {#k-05 .single topic=\"厨房 一\"}\n\n![图](b.svg)\n\n- [x] 对\n- [ ] 错\n    > 不对。\n\n--- 解析\n因为。\n", added);

        var within = TextEdit.Apply(Quiz, QuestionEdits.Add(Quiz, Quiz.IndexOf("楼道里", StringComparison.Ordinal), new("烟往哪里走？", "case-b", "blank") { Words = "烟往 ____ 走。", Blanks = [new("上", "高处", "", "")] })!.Value);
        Assert.Equal(Quiz.Replace("先挡住烟。\n\n", "先挡住烟。\n\n### 烟往 [[上]]{alt=\"高处\"} 走。 {#case-b .blank}\n\n", StringComparison.Ordinal), within);

        Assert.Equal("## 甲？ {#q-01 .judge}\n- [x] 正确\n- [ ] 错误\n", TextEdit.Apply("", QuestionEdits.Add("", null, new("甲？", "q-01", "judge") { Answers = [new("正确", "", true), new("错误", "", false)] })!.Value));
        Assert.Equal("k-05", QuestionEdits.FreeId(Quiz));
        Assert.Equal("q-01", QuestionEdits.FreeId(""));
    }

    [Theory]
    [InlineData("## 又一题 {#a .single}")]
    [InlineData("正文\n## 又一题")]
    [InlineData("--- 解析\n早了")]
    [InlineData("- [x] 对")]
    public void What_would_run_into_something_else_is_left_to_the_text(string stem)
    {
        Assert.Null(QuestionEdits.Change(Quiz, 0, QuestionEdits.Find(Quiz, 0)!.Form! with { Stem = stem }));
    }

    [Theory]
    [InlineData("## 题 {.single}\n- [x] 对\n- [ ] 错\n")]
    [InlineData("## 题\n- [x] 对\n- [ ] 错\n")]
    [InlineData("## 题 {#a .single}\n- [x] 对\n\n    多的一段\n- [ ] 错\n")]
    [InlineData("## 题 {#a .single}\n- [x] 对\n  - [ ] 里面\n- [ ] 错\n")]
    [InlineData("## 题 {#a .match}\n- [x] 对\n- [ ] 错\n")]
    [InlineData("## 题 {#a .single}\n- [x] 对\n\n中间的话\n\n- [ ] 错\n")]
    [InlineData("## 题 {#a .single .multiple}\n- [x] 对\n- [ ] 错\n")]
    public void A_question_of_another_shape_has_no_form(string text)
    {
        Assert.Null(QuestionEdits.Find(text, 3)!.Form);
        Assert.Null(QuestionEdits.Change(text, 3, new("题", "a", "single")));
    }

    [Theory]
    [InlineData("single", "至少写两个选项。")]
    [InlineData("match", "至少写两项。")]
    [InlineData("order", "至少写两项。")]
    [InlineData("blank", "请在题目里要填的地方写“____”（四条下划线），再在下面写答案。")]
    [InlineData("scenario", "请写出情景，或者放一张图。")]
    public void What_is_missing_is_said_in_a_sentence(string type, string fault) => Assert.Equal(fault, new QuestionForm("题", "a", type).Fault());

    private static void AssertChange(string id, Func<QuestionForm, QuestionForm> change, string before, string after)
    {
        var at = Quiz.IndexOf($"{{#{id} ", StringComparison.Ordinal);
        var form = QuestionEdits.Find(Quiz, at)!.Form!;

        Assert.Equal(Quiz.Replace(before, after, StringComparison.Ordinal), TextEdit.Apply(Quiz, QuestionEdits.Change(Quiz, at, change(form))!.Value));
    }

    private static IEnumerable<QuestionForm> Changes(QuestionForm form)
    {
        yield return form with { Words = form.Words + "？" };
        yield return form with { Level = form.Level == "3" ? "2" : "3" };
        yield return form with { Topic = "别的" };
        yield return form with { Stem = form.Stem.Length == 0 ? "看图。" : form.Stem + "\n\n再看。" };
        if (form.Type == "scenario")
        {
            yield break;
        }

        yield return form with { Hint = form.Hint + "想一想" };
        yield return form with { Explanation = form.Explanation + "\n\n还有一段。" };
        yield return form with { Law = "消防法(2021)#5" + (form.Law == "消防法(2021)#5" ? "之一" : "") };
        for (var number = 0; number < form.Answers.Length; number++)
        {
            yield return form with { Answers = form.Answers.SetItem(number, form.Answers[number] with { Text = form.Answers[number].Text + "甲" }) };
            yield return form with { Answers = form.Answers.Insert(number, new("乙", form.Type == "match" ? "丙" : "", false)) };
        }

        for (var number = 0; number < form.Blanks.Length; number++)
        {
            yield return form with { Blanks = form.Blanks.SetItem(number, form.Blanks[number] with { Answer = "7" + form.Blanks[number].Answer }) };
        }
    }

    private static string Told(Answer answer) => answer switch
    {
        Answer.Single { Choices: var choices } => $"single {Marks(choices)}",
        Answer.Multiple { Choices: var choices, IsPartial: var isPartial } => $"multiple {Marks(choices)} {isPartial}",
        Answer.Judge { Choices: var choices } => $"judge {Marks(choices)}",
        Answer.Blanks { Items: var items } => $"blank {string.Join(',', items.Select(item => string.Join('|', item.Answers)))}",
        Answer.Number number => $"numeric {number.Value} {number.Tolerance} {number.Unit}",
        Answer.Pairs { Items: var items } => $"match {string.Join(',', items.Select(item => item.Right))}",
        Answer.Steps { Items: var items } => $"order {items.Length}",
        _ => "",
    };

    private static string Told(QuestionForm form) => form.Type switch
    {
        "single" or "judge" => $"{form.Type} {Marks(form.Answers)}",
        "multiple" => $"multiple {Marks(form.Answers)} {form.IsPartial}",
        "blank" => $"blank {string.Join(',', form.Blanks.Select(blank => string.Join('|', blank.Others.Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(blank.Answer))))}",
        "numeric" => $"numeric {form.Blanks[0].Answer} {(form.Blanks[0].Tolerance.Length > 0 ? form.Blanks[0].Tolerance : "0")} {form.Blanks[0].Unit}",
        "match" => $"match {string.Join(',', form.Answers.Select(answer => answer.Other))}",
        _ => $"order {form.Answers.Length}",
    };

    private static string Marks(IEnumerable<Choice> choices) => string.Concat(choices.Select(choice => choice.IsCorrect ? 'x' : '-'));

    private static string Marks(IEnumerable<AnswerForm> answers) => string.Concat(answers.Select(answer => answer.IsRight ? 'x' : '-'));
}
