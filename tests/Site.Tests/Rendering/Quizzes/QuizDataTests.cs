using System.Text.Json;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Content.Quizzes.Rules;

namespace Site.Tests;

public class QuizDataTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Quiz =
        """
        -- content/quizzes/home.md --
        ---
        title: 家庭
        summary: 几道题
        source: 示例
        reviewer: 示例科室
        topics: [消防]
        reviewBy: 2026-01-01
        ---
        ## 油锅起火怎么办？ {#oil .single topic=消防 level=2 law="消防法(2021)#5"}
        > 提示：想一想

        - [x] **盖**锅盖
            > 对
        - [ ] 浇水

        --- 解析
        见[首页](/)。

        ## 哪些？ {#many .multiple score=partial reviewBy=2025-06-09}
        - [x] 甲
        - [x] 乙

        ## 先 [[通风]]{alt="换气"} 再 [[检测]] {#fill .blank}

        ## 离开 [[8]]{unit=米 tolerance=0.5} {#far .numeric}

        ## 一个情景 {#case .scenario}
        有人昏倒。

        ### 配对 {#match .match}
        - 红 :: 禁止
        - 黄 :: 警告

        ### 排序 {#order .order}
        1. 一
        2. 二
        """;

    [Fact]
    public void All_that_a_question_is_stands_in_the_data()
    {
        using var json = JsonDocument.Parse(RenderedSite.Of(SampleSite.Read(Quiz))["data/quizzes/home.json"]);
        var questions = json.RootElement.GetProperty("questions").EnumerateArray().ToArray();

        Assert.Equal("https://example.gov.cn/data/quizzes/schema.json", json.RootElement.GetProperty("$schema").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", json.RootElement.GetProperty("license").GetString());
        Assert.Equal(
            """{"id":"oil","type":"single","text":"油锅起火怎么办？","topic":"消防","level":2,"scenario":null,"law":{"id":"消防法","year":2021,"article":5},"hint":"想一想","choices":[{"html":"<strong>盖</strong>锅盖","correct":true,"feedback":"<p>对</p>"},{"html":"浇水","correct":false}],"explanation":"<p>见<a href=\"https://example.gov.cn/\">首页</a>。</p>"}""",
            Compact(questions[0]));
        Assert.Equal("""[["通风","换气"],["检测"]]""", Compact(questions[1].GetProperty("blanks")));
        Assert.Equal("""{"value":8,"tolerance":0.5,"unit":"米"}""", Compact(questions[2].GetProperty("number")));
        Assert.Equal("""[{"left":"红","right":"禁止"},{"left":"黄","right":"警告"}]""", Compact(questions[3].GetProperty("pairs")));
        Assert.Equal("case", questions[3].GetProperty("scenario").GetString());
        Assert.Equal("""["一","二"]""", Compact(questions[4].GetProperty("steps")));
        Assert.Equal("""[{"id":"case","title":"一个情景","html":"<p>有人昏倒。</p>"}]""", Compact(json.RootElement.GetProperty("scenarios")));
    }

    [Trait("Speed", "slow")]
    [Fact]
    public async Task The_data_follow_the_schema_that_is_published_beside_them()
    {
        var website = OwnSite.Read();
        var site = RenderedSite.Of(website).Concat(RenderedSite.Of(SampleSite.Read(Quiz))).Where(file => file.Key.StartsWith("data/quizzes/", StringComparison.Ordinal)).ToLookup(file => file.Key, file => file.Value);
        using var folder = new SiteFolder("");
        folder.Write("schema.json", site["data/quizzes/schema.json"].First());
        var data = site.Where(file => !file.Key.EndsWith("schema.json", StringComparison.Ordinal)).ToList();
        data.ForEach(file => folder.Write(file.Key, file.Single()));

        var run = await SchemaTool.RunAsync("schema", folder.In("schema.json"), data.Select(file => folder.In(file.Key)));

        Assert.True(run.Output.Length == 0 && run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(website.Of<QuizPage>().Count() + 2, site.Count);
        Assert.Contains("data/quizzes/hazardous-chemicals.json", site.Select(file => file.Key));

        folder.Write("file.json", site["data/quizzes/home.json"].Single().Replace("\"correct\": true", "\"correct\": false", StringComparison.Ordinal));
        Assert.NotEqual("", (await SchemaTool.RunAsync("schema", folder.In("schema.json"), folder.In("file.json"))).Output);
    }

    [Fact]
    public void A_question_past_its_day_of_review_is_neither_on_the_page_nor_in_the_data_nor_drawn()
    {
        var before = SampleSite.Read(Quiz, "2025-06-09");
        var after = SampleSite.Read(Quiz, "2025-06-10");

        Assert.Equal(6, before.Of<QuizPage>().Single().Questions.Length);
        Assert.Contains("id=\"many\"", RenderedSite.Of(before)["quizzes/home/index.html"]);
        Assert.Contains("\"many\"", RenderedSite.Of(before)["data/quizzes/home.json"]);
        Assert.DoesNotContain("many", RenderedSite.Of(after)["quizzes/home/index.html"]);
        Assert.DoesNotContain("\"many\"", RenderedSite.Of(after)["data/quizzes/home.json"]);
        Assert.DoesNotContain("many", Draw.Of(after.Of<QuizPage>().Single(), "2025-06-10").Questions.Select(question => question.Question.Id));
        Assert.Equal(
            """
            content/quizzes/home.md:19:1: warning quiz/review-overdue
              题目“哪些？”应在 2025-06-09 前复核，今天是 2025-06-10，已经撤下。
              对照现行法规复核这道题，再把它的 reviewBy 改到下一次。
            """,
            string.Join('\n', OverdueQuestions.Find(after)));
    }

    [Fact]
    public void A_quiz_past_its_day_of_review_says_so_and_gives_nothing_away()
    {
        var site = RenderedSite.Of(SampleSite.Read(Quiz, "2026-01-02"));

        Assert.Contains("暂时不开放", site["quizzes/home/index.html"]);
        Assert.DoesNotContain("油锅", site["quizzes/home/index.html"]);
        Assert.Contains("正在复核", site["quizzes/index.html"]);
        Assert.DoesNotContain(site.Keys, path => path.StartsWith("data/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blueprint_that_too_few_questions_are_left_for_gives_way_to_all_of_them()
    {
        var text = Quiz.Replace("topics: [消防]", "topics: [消防]\nblueprint: {draw: 6}", StringComparison.Ordinal);

        Assert.Equal(6, SampleSite.Read(text, "2025-06-09").Of<QuizPage>().Single().Blueprint?.Draw);
        Assert.Null(SampleSite.Read(text, "2025-06-10").Of<QuizPage>().Single().Blueprint);
    }

    [Fact]
    public void The_page_offers_the_data_and_names_the_licence()
    {
        var page = RenderedSite.Of(SampleSite.Read(Quiz))["quizzes/home/index.html"];

        Assert.Contains("href=\"/data/quizzes/home.json\" download", page);
        Assert.Contains("CC BY 4.0", page);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Readable);
}
