[assembly: AssemblyFixture(typeof(Site.BrowserTests.QuizSite))]

namespace Site.BrowserTests;

/// <summary>A small site with a quiz of every type of question, a contest, and one of 200 questions; built when the first test asks for it.</summary>
public sealed class QuizSite : IAsyncLifetime
{
    private const string Types =
        """
        -- content/quizzes/types.md --
        ---
        title: 各种题型
        summary: 示例。
        topics: [消防, 用电]
        pass: 60
        source: 示例
        reviewer: 示例
        ---
        ## 油锅着火，先做什么？ {#single .single topic=消防}
        - [ ] 泼水
            > 错。会爆溅。
        - [x] 盖锅盖
            > 对。隔绝空气。

        --- 解析
        盖上锅盖。见[油锅](../guides/oil.md)。

        ## 哪些要关？ {#partial .multiple score=partial topic=用电}
        - [x] 空调
        - [x] 电炉
        - [x] 电熨斗
        - [ ] 冰箱

        --- 解析
        出门关电器。

        ## 手湿可以拔插头。 {#judge .judge topic=用电}
        - [ ] 正确
        - [x] 错误

        --- 解析
        会触电。

        ## 火警打[[119]]，隐患举报打[[12350]]{alt="安全生产热线"}。 {#blank .blank topic=消防}

        --- 解析
        记住两个号码。

        ## 灭火器要摆在 [[1.5]]{tolerance=0.2 unit=米} 以下。 {#number .numeric topic=消防}

        --- 解析
        示例。

        ## 颜色和意思 {#match .match topic=消防}
        - 红 :: 禁止
        - 黄 :: 警告
        - 蓝 :: 指令

        --- 解析
        看颜色。

        ## 灭火器怎么用 {#order .order topic=消防}
        1. 提起
        2. 拔销
        3. 对准
        4. 压下

        --- 解析
        提、拔、握、压。
        -- content/guides/oil.md --
        ---
        title: 油锅着火怎么办
        summary: 示例。
        hazard: 消防
        source: 示例
        reviewer: 示例
        ---
        1. 盖上锅盖。
        """;

    private const string Contest =
        """

        -- content/quizzes/contest.md --
        ---
        title: 计时比赛
        summary: 示例。
        blueprint: {draw: 3, seed: daily}
        contestMinutes: 2
        source: 示例
        reviewer: 示例
        ---
        """;

    private BuiltSite? site;

    internal BuiltSite Site => site!;

    public async ValueTask InitializeAsync() => site = await SmallSite.BuildAsync(Types + Contest + Questions(6, "c") + Long("several", 25) + Long("many", 200));

    public async ValueTask DisposeAsync() => await (site?.DisposeAsync() ?? default);

    /// <returns>A quiz of so many questions.</returns>
    private static string Long(string name, int count) =>
        $"\n-- content/quizzes/{name}.md --\n---\ntitle: {count}道题\nsummary: 示例。\nsource: 示例\nreviewer: 示例\n---\n" + Questions(count, name);

    private static string Questions(int count, string prefix) => string.Concat(Enumerable.Range(1, count).Select(number =>
        $$"""

        ## 第{{number}}道示例题，哪一项对？ {#{{prefix}}-{{number}} .single}
        - [x] 甲{{number}}
            > 对。说明一下为什么。
        - [ ] 乙{{number}}
            > 错。说明一下为什么。
        - [ ] 丙{{number}}
        - [ ] 丁{{number}}

        --- 解析
        这里是第{{number}}题的解析，写得长一些，像真的解析那样，有依据，也有来源。

        """));
}
