using System.Text.RegularExpressions;
using Site.Cli.Editing.HandingIn;
using Site.Tests;
using Site.Tests.Rendering.Pictures;
using static Microsoft.Playwright.Assertions;

namespace Site.BrowserTests;

/// <summary>The editor, used as a clerk would: she knows neither Markdown nor git.</summary>
public class EditorTests(Browsing browsing)
{
    /// <summary>A look at the whole site may take its time where many tests run at once.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 30_000 };

    private static readonly LocatorAssertionsToContainTextOptions PatientlyToo = new() { Timeout = 30_000 };

    private const string Excel =
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td{padding:0}</style></head><body><table><tr><td class=xl65>单位</td><td>场次</td></tr><tr><td>示例一街道</td><td align=right>３</td></tr></table></body></html>";

    private const string Word =
        "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body><h2>怎么报名<o:p></o:p></h2><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>打 <b>12350</b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>";

    private const string WeChat =
        "<section style=\"font-size:16px\"><p><span>　　欢迎来看。​</span></p><p><br></p><p><a href=\"https://mp.weixin.qq.com/s?__biz=Mz&mid=2&chksm=8a#wechat_redirect\">上一篇</a></p><script>alert(1)</script></section>";

    [Fact]
    public async Task News_with_photographs_a_table_and_pasted_text_is_written_mended_and_handed_in()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var gitea = new ImitatedForge(ForgeKind.Gitea);
        await using var editor = await Editor.StartAsync(site, gitea.Environment);
        await using var visit = await OpenAsync(editor, 1280);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "新建一页" }).ClickAsync();
        await page.GetByLabel("标题", new() { Exact = true }).FillAsync("示例广场举办开放日");
        await page.GetByRole(AriaRole.Button, new() { Name = "建一份草稿" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("示例广场举办开放日", new() { Timeout = 30_000 });
        await Expect(View(page).GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("示例广场举办开放日", new() { Timeout = 30_000 });

        await FillAsync(page.GetByLabel("写的是哪个单位，或者由哪个单位供稿"), "示例街道办事处");
        await FillAsync(page.GetByLabel("由哪个科室、单位审核（必填）"), "示例市应急管理局宣教科");
        await FillAsync(page.GetByLabel("内容从哪里来 1", new() { Exact = true }), "示例街道办事处（2026年6月10日）");
        await page.Locator("[data-field=tags]").GetByRole(AriaRole.Button, new() { Name = "加一项" }).ClickAsync();
        await FillAsync(page.GetByLabel("标签 1", new() { Exact = true }), "开放日");

        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await text.FillAsync("6月10日上午，示例广场举办开放日。\n\n##现场\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "改成小标题" }).ClickAsync(new() { Timeout = 30_000 });
        await Expect(text).ToHaveValueAsync(new Regex("^## 现场$", RegexOptions.Multiline));
        await PasteAsync(text, Word, "");
        await PasteAsync(text, "", "\n\n");
        await PasteAsync(text, Excel, "单位\t场次\n");
        await PasteAsync(text, "", "\n\n");
        await PasteAsync(text, WeChat, "欢迎来看。");
        await Expect(text).ToHaveValueAsync(new Regex("### 怎么报名|## 怎么报名"));
        await Expect(text).ToHaveValueAsync(new Regex(@"1\. 打 \*\*12350\*\*"));
        await Expect(text).ToHaveValueAsync(new Regex(@"\| 示例一街道 \| 3 \|"));
        await Expect(text).ToHaveValueAsync(new Regex(@"\(https://mp\.weixin\.qq\.com/s\?__biz=Mz&mid=2\)"));

        await PhotographAsync(page, "IMG_0001.JPG", Photograph(3000, 4000, 1), "居民在看体验车", covers: true);
        await PhotographAsync(page, "微信图片_2026 (1).jpg", Photograph(4000, 3000, 6), "孩子在练习灭火", covers: false);
        await Expect(text).ToHaveValueAsync(new Regex(@"!\[居民在看体验车\]\(img/[^)]+-1\.jpg\)[\s\S]*!\[孩子在练习灭火\]\(img/[^)]+-2\.jpg\)"));
        var pictures = Directory.GetFiles(site.In("content/news/2026/img")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, pictures.Length);
        Assert.All(pictures, file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Exif"u8));
            using var picture = SixLabors.ImageSharp.Image.Load(bytes);
            Assert.Equal((1800, 2400), (picture.Width, picture.Height));
        });

        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("以哪个科室的名义（必填）").FillAsync("示例街道办事处");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("合并请求已经建好", PatientlyToo);

        var branch = Assert.Single(git.Branches(), name => name != "main");
        var names = git.AtServer("diff", "--name-only", "main", branch).Split('\n');
        Assert.Equal(3, names.Length);
        var sent = git.AtServer("show", $"{branch}:{names.Single(name => name.EndsWith(".md", StringComparison.Ordinal))}");
        Assert.DoesNotContain("draft:", sent, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^[^#\n]*请写", sent);
        Assert.Single(gitea.Requests);
        Assert.Equal("main", git.Do("rev-parse", "--abbrev-ref", "HEAD"));
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Every_screen_is_clean_for_axe_has_no_sideways_scroll_and_tells_mistakes_at_their_field(int width)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/halls/wrong.md", "---\ntitle: 示例馆\nclass: 二类\nsource: 示例\nreviewer: 示例科\narea: 第3\nopenDays:\n  - date: 6月16日\n---\n##甲\n\n乙。\n");
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, width);
        var page = visit.Page;
        await AssertCleanAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "有问题" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "示例馆" }).ClickAsync();
        var day = page.Locator("[data-field=openDays]");
        await Expect(day).ToContainTextAsync("6月16日", PatientlyToo);
        await AssertCleanAsync(page);
        await day.GetByRole(AriaRole.Button, new() { Name = "改成 2026-06-16" }).ClickAsync();
        await Expect(day.Locator("input[type=date]")).ToHaveValueAsync("2026-06-16", new() { Timeout = 30_000 });

        foreach (var (button, close) in new[] { ("链接", "关闭"), ("照片", "关闭"), ("表格", "关闭"), ("提交审核", "关闭") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync(Patiently);
            await AssertCleanAsync(page);
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = close }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        visit.AssertQuiet();
    }

    [Fact]
    public async Task By_keyboard_alone_a_page_is_found_changed_undone_saved_and_handed_in()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 1280);
        var page = visit.Page;

        await TabToAsync(page, "搜标题、文件名");
        await page.Keyboard.TypeAsync("about");
        await TabToAsync(page, "关于");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("关于", new() { Timeout = 30_000 });
        await TabToAsync(page, "标题（必填）");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("我们");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("关于我们", new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-field] :focus")).ToHaveCountAsync(1);
        await TabToAsync(page, "正文");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("\n要紧的话");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+b");
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await Expect(text).ToHaveValueAsync(new Regex(@"\*\*要紧的话\*\*"));
        await page.Keyboard.PressAsync("Control+z");
        await Expect(text).ToHaveValueAsync(new Regex("[^*]要紧的话"));
        await page.Keyboard.PressAsync("Control+y");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#said")).ToContainTextAsync("已保存", PatientlyToo);

        Assert.EndsWith("第一版。\n\n**要紧的话**", site.Read("content/pages/about.md"), StringComparison.Ordinal);
        Assert.StartsWith("---\ntitle: 关于我们\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n第一版。\n", site.Read("content/pages/about.md"), StringComparison.Ordinal);

        await TabToAsync(page, "提交审核");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByLabel("以哪个科室的名义（必填）")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("示例科室");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("已提交到分支", PatientlyToo);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(2, git.Branches().Length);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_browser_crashed_and_can_be_thrown_away()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        await using (var visit = await OpenAsync(editor, 1280, "content/pages/about.md"))
        {
            await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "正文" }).FillAsync("写了一半。\n");
            await Expect(View(visit.Page).GetByText("写了一半。")).ToBeVisibleAsync(Patiently);
        }

        await using var later = await OpenAsync(editor, 1280, "content/pages/about.md");
        var text = later.Page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await Expect(text).ToHaveValueAsync("写了一半。\n", new() { Timeout = 30_000 });
        await Expect(later.Page.GetByText("已经恢复")).ToBeVisibleAsync();
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "丢弃，回到保存的内容" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("第一版。\n");
        Assert.Contains("第一版。", site.Read("content/pages/about.md"), StringComparison.Ordinal);
    }

    /// <summary>On an old computer answers take a while: whoever types waits for none of them.</summary>
    [Fact]
    public async Task Whoever_types_faster_than_the_program_answers_loses_nothing_and_types_over_prompts()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 1280);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "新建一页" }).ClickAsync();
        await page.GetByLabel("标题", new() { Exact = true }).FillAsync("示例广场举办咨询日");
        await page.GetByRole(AriaRole.Button, new() { Name = "建一份草稿" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await Expect(text).ToHaveValueAsync(new Regex("写"), new() { Timeout = 30_000 });
        await page.RouteAsync("**/api/*", async route =>
        {
            await Task.Delay(300);
            await route.ContinueAsync();
        });

        // A click puts the cursor into the middle of what the template says; each key comes while the answer to the field before is under way.
        foreach (var (label, words) in new[] { ("一两句话的摘要", "示例广场来了很多人。"), ("由哪个科室、单位审核（必填）", "示例市应急管理局宣教科"), ("内容从哪里来 1", "示例街道办事处（2026年6月10日）"), ("写的是哪个单位，或者由哪个单位供稿", "示例街道办事处") })
        {
            await page.GetByLabel(label, new() { Exact = true }).ClickAsync();
            foreach (var letter in words)
            {
                await page.Keyboard.InsertTextAsync(letter.ToString());
                await page.WaitForTimeoutAsync(30);
            }
        }

        await text.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync("6月10日上午，示例广场举办咨询日。\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("以哪个科室的名义（必填）").FillAsync("示例街道办事处");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("已提交到分支", PatientlyToo);
        Assert.DoesNotMatch("null|undefined|false", await dialog.InnerTextAsync());

        var branch = Assert.Single(git.Branches(), name => name != "main");
        var sent = git.AtServer("show", $"{branch}:{Assert.Single(git.AtServer("diff", "--name-only", "main", branch).Split('\n'))}");
        Assert.All(["summary: 示例广场来了很多人。", "reviewer: 示例市应急管理局宣教科", "示例街道办事处（2026年6月10日）", "unit: 示例街道办事处", "\n6月10日上午，示例广场举办咨询日。"], line => Assert.Contains(line, sent, StringComparison.Ordinal));
        Assert.DoesNotMatch("(?m)^[^#\n]*请写", sent);
        Assert.DoesNotContain("draft:", sent, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_row_that_was_just_added_stays_when_the_answer_to_an_earlier_field_comes()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 1280, "content/pages/about.md");
        var page = visit.Page;
        var isAdded = new TaskCompletionSource();
        await page.RouteAsync("**/api/check", async route =>
        {
            await isAdded.Task;
            await route.ContinueAsync();
        });
        await FillAsync(page.GetByLabel("标题（必填）"), "关于我们");
        await page.Locator("[data-field=tags]").GetByRole(AriaRole.Button, new() { Name = "加一项" }).ClickAsync();

        isAdded.SetResult();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("关于我们");

        var tag = page.GetByLabel("标签 1", new() { Exact = true });
        await Expect(tag).ToBeFocusedAsync();
        await FillAsync(tag, "开放日");
        await Expect(page.Locator("[data-field=tags]").GetByRole(AriaRole.Button, new() { Name = "再加一项" })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-field=tags] [data-steps]")).ToHaveCountAsync(1);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_question_is_added_and_changed_in_a_form_of_its_own()
    {
        const string Quiz = "content/quizzes/fire.md";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write(Quiz, "---\ntitle: 示例测验\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ntopics: [消防]\n---\n");
        site.Write("content/laws/fire.md", "---\ntitle: 消防法\nname: 中华人民共和国消防法\nid: 消防法\nversion: 2021-04-29\narticles: 74\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n示例。\n");
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 360, Quiz);
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);

        await page.GetByRole(AriaRole.Button, new() { Name = "题目", Exact = true }).PressAsync("Enter");
        await dialog.GetByLabel("题目", new() { Exact = true }).FillAsync("油锅起火，首先应当怎么做？");
        foreach (var (at, words) in new[] { (0, "关火并盖上锅盖"), (1, "往锅里浇水") })
        {
            await dialog.GetByLabel("写什么").Nth(at).FillAsync(words);
            await dialog.GetByLabel("选了它，告诉他为什么").Nth(at).FillAsync(at == 0 ? "对。隔绝空气，火就灭了。" : "错。水遇热油会爆溅。");
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
        await Expect(dialog.Locator("textarea:invalid").First).ToBeFocusedAsync();
        await dialog.GetByLabel("解析：说明理由和出处").FillAsync("窒息灭火。来源：《消防安全常识二十条》。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("请在对的选项上勾选");
        await dialog.GetByLabel("这个对").First.CheckAsync();
        await dialog.GetByLabel("找一部法律").FillAsync("消防");
        await dialog.GetByLabel("第几条").FillAsync("44");
        await page.AssertAxeFindsNothingAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();

        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });
        await Expect(text).ToHaveValueAsync(
            "## 油锅起火，首先应当怎么做？ {#q-01 .single topic=消防 level=1 law=\"消防法(2021)#44\"}\n- [x] 关火并盖上锅盖\n    > 对。隔绝空气，火就灭了。\n- [ ] 往锅里浇水\n    > 错。水遇热油会爆溅。\n\n--- 解析\n窒息灭火。来源：《消防安全常识二十条》。\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "题目", Exact = true }).PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改这一道" }).ClickAsync();
        await dialog.GetByLabel("写什么").Nth(1).FillAsync("端起锅往外跑");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex(@"- \[ \] 端起锅往外跑\n    > 错。水遇热油会爆溅。"));
        await page.GetByRole(AriaRole.Button, new() { Name = "看", Exact = true }).ClickAsync();
        await Expect(View(page).Locator("body")).ToContainTextAsync("端起锅往外跑", PatientlyToo);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Every_type_of_question_and_a_scenario_has_its_form_and_what_was_not_touched_stays()
    {
        const string Quiz = "content/quizzes/fire.md";
        const string Odd = "## 看图，报警打 [[119]]{alt=\"一一九\"}。 {#q-01 .blank  topic=消防}\n\n![示例图](img/a.svg)\n\n--- 解析\n因为。\n\n\n";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/quizzes/img/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>");
        site.Write(Quiz, "---\ntitle: 示例测验\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ntopics: [消防]\n---\n" + Odd);
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 1280, Quiz);
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });

        await NewAsync("匹配", "标志配意思");
        await dialog.GetByLabel("左边", new() { Exact = true }).First.FillAsync("红圈斜杠");
        await dialog.GetByLabel("右边").First.FillAsync("禁止");
        await dialog.GetByLabel("左边", new() { Exact = true }).Nth(1).FillAsync("黄三角");
        await dialog.GetByLabel("右边").Nth(1).FillAsync("警告");
        await FinishAsync("## 标志配意思 {#q-02 .match topic=消防 level=1}\n- 红圈斜杠 :: 禁止\n- 黄三角 :: 警告\n\n--- 解析\n因为。\n");

        await NewAsync("排序", "先后是什么");
        await dialog.GetByLabel("做什么").First.FillAsync("打119");
        await dialog.GetByLabel("做什么").Nth(1).FillAsync("关门");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "第 2 步上移" }).ClickAsync();
        await FinishAsync("## 先后是什么 {#q-03 .order topic=消防 level=1}\n1. 关门\n2. 打119\n\n--- 解析\n因为。\n");

        await NewAsync("数值", "离火 ");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "在题目里加一个空" }).ClickAsync();
        await dialog.GetByLabel("答案").FillAsync("3");
        await dialog.GetByLabel("差多少也算对（可以没有）").FillAsync("1");
        await dialog.GetByLabel("单位（可以没有）").FillAsync("米");
        await page.AssertAxeFindsNothingAsync();
        await FinishAsync("## 离火 [[3]]{tolerance=1 unit=米} {#q-04 .numeric topic=消防 level=1}\n\n--- 解析\n因为。\n");

        await NewAsync("情景", "楼道里有烟");
        await dialog.GetByLabel("情景：发生了什么，可以放图").FillAsync("电梯停了。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "题目", Exact = true }).PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "在情景“楼道里有烟”里加一道" }).ClickAsync();
        await dialog.GetByLabel("题型").SelectOptionAsync("判断");
        await dialog.GetByLabel("题目", new() { Exact = true }).FillAsync("坐电梯下楼");
        await dialog.GetByLabel("这个对").Nth(1).CheckAsync();
        await FinishAsync("### 坐电梯下楼 {#q-06 .judge topic=消防 level=1}\n- [ ] 正确\n- [x] 错误\n\n--- 解析\n因为。\n");

        await text.EvaluateAsync("box => { box.focus(); box.setSelectionRange(3, 3); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "题目", Exact = true }).PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改这一道" }).ClickAsync();
        await Expect(dialog.GetByLabel("题目", new() { Exact = true })).ToHaveValueAsync("看图，报警打 ____。");
        await dialog.GetByLabel("也算对的（可以没有）").FillAsync("一一九|119台");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex("^" + Regex.Escape(Odd.Replace("一一九", "一一九|119台", StringComparison.Ordinal) + "## 标志配意思")));
        visit.AssertQuiet();

        // On 320 pixels with letters twice as large.
        async Task FitsAsync()
        {
            await page.ResizeAsync(320, 640);
            await page.EvaluateAsync("document.documentElement.style.fontSize = '212.5%'");
            Assert.Equal(0, await dialog.EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth"));
            await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
            await page.ResizeAsync(1280, 800);
        }

        async Task NewAsync(string type, string words)
        {
            // By keyboard: what is told of the text meanwhile may move the button from below a pointer.
            await page.GetByRole(AriaRole.Button, new() { Name = "题目", Exact = true }).PressAsync("Enter");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "在最后加一道" }).ClickAsync();
            await dialog.GetByLabel("题型").SelectOptionAsync(type);
            await FitsAsync();
            await dialog.GetByLabel(type == "情景" ? "情景的标题" : "题目", new() { Exact = true }).FillAsync(words);
        }

        async Task FinishAsync(string written)
        {
            await dialog.GetByLabel("解析：说明理由和出处").FillAsync("因为。");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "放进正文" }).ClickAsync();
            await Expect(text).ToHaveValueAsync(new Regex(Regex.Escape(written) + "$"));
        }
    }

    [Theory]
    [InlineData("IMG_0002.HEIC", "兼容性最佳")]
    [InlineData("VID_0003.mp4", "是视频")]
    [InlineData("scan.tif", "认不出")]
    public async Task What_is_no_picture_is_refused_with_what_to_do(string name, string says)
    {
        byte[] bytes = name switch
        {
            "IMG_0002.HEIC" => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0],
            "VID_0003.mp4" => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0],
            _ => [.. "II*\0"u8, 8, 0, 0, 0],
        };
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        await using var visit = await OpenAsync(editor, 360, "content/pages/about.md");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "照片", Exact = true }).ClickAsync(new() { Timeout = 30_000 });
        await visit.Page.GetByLabel("选照片", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await visit.Page.GetByLabel("照片里有什么（必填）").FillAsync("现场");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "放进去" }).ClickAsync();

        await Expect(visit.Page.Locator("dialog [role=alert]")).ToContainTextAsync(says, PatientlyToo);
        Assert.False(Directory.Exists(site.In("content/pages/img")));
    }

    private static IFrameLocator View(IPage page) => page.FrameLocator("iframe");

    private async Task<EditorVisit> OpenAsync(Editor editor, int width, string path = "")
    {
        var context = await browsing.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN" });
        await context.DelayAnswersAsync();
        var visit = new EditorVisit(context, await context.OpenPageAsync());
        await visit.Page.GotoAsync(editor.Address.AbsoluteUri + (path.Length > 0 ? $"#/{path}" : ""));
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(Patiently);
        Assert.DoesNotContain(editor.Key, visit.Page.Url, StringComparison.Ordinal);
        return visit;
    }

    /// <summary>Fills a field and leaves it, and waits until the page's text has it.</summary>
    private static async Task FillAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
        await Expect(field.Page.Locator("#source")).ToHaveValueAsync(new Regex(Regex.Escape(text)), new() { Timeout = 30_000 });
    }

    private static async Task PasteAsync(ILocator text, string html, string plain)
    {
        var before = await text.InputValueAsync();
        await text.EvaluateAsync(
            """
            (area, { html, plain }) => {
              area.focus();
              area.setSelectionRange(area.value.length, area.value.length);
              const data = new DataTransfer();
              if (html) data.setData("text/html", html);
              data.setData("text/plain", plain);
              const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
              if (area.dispatchEvent(event)) document.execCommand("insertText", false, plain);
            }
            """,
            new { html, plain });
        await Expect(text).Not.ToHaveValueAsync(before, new() { Timeout = 30_000 });
    }

    private static async Task PhotographAsync(IPage page, string name, byte[] bytes, string words, bool covers)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "照片", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("选照片", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = bytes });
        await Expect(dialog.Locator("canvas")).ToBeVisibleAsync(Patiently);
        if (covers)
        {
            await dialog.Locator("canvas").FocusAsync();
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("Enter");
            await Expect(dialog).ToContainTextAsync("盖住了 1 处");
        }

        await dialog.GetByLabel("照片里有什么（必填）").FillAsync(words);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "放进去" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    /// <summary>A photograph as a phone writes it: with the place where it was taken, and perhaps lying on its side.</summary>
    private static byte[] Photograph(int width, int height, int orientation)
    {
        using var picture = PictureSamples.Blank(width, height);
        return PictureSamples.WithSegment(PictureSamples.Encode(picture, "jpg"), 0xE1, [.. "Exif\0\0"u8, .. PictureSamples.Exif(orientation)]);
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                "name => { const at = document.activeElement; return at.getAttribute('aria-label') === name || at.textContent === name || at.labels?.[0]?.textContent === name; }", name))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never comes to “{name}”.");
    }

    private static async Task AssertCleanAsync(IPage page)
    {
        await page.AssertAxeFindsNothingAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The screen scrolls sideways.");
        Assert.Equal("", await page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('button, input, select, summary')].filter((one) => one.offsetParent && !one.matches('input[type=checkbox], input[type=range]') && one.getBoundingClientRect().height < 43).map((one) => one.outerHTML).join('\\n')"));
    }

    private sealed class EditorVisit : IAsyncDisposable
    {
        private readonly IBrowserContext context;
        private readonly List<string> complaints = [];

        public EditorVisit(IBrowserContext context, IPage page)
        {
            (this.context, Page) = (context, page);
            page.Console += (_, message) =>
            {
                if (message.Type is "error" or "warning")
                {
                    complaints.Add(message.Text);
                }
            };
            page.PageError += (_, error) => complaints.Add(error);
        }

        public IPage Page { get; }

        public void AssertQuiet() => Assert.Equal([], complaints);

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }
}
