using Site.Content.Quizzes;
using Site.Content.Settings;
using Site.Core.Json;

namespace Site.Rendering.Quizzes;

/// <summary>Says what <c>data/quizzes/ID.json</c> holds.</summary>
internal static class QuizSchema
{
    public static JsonSchema Of(SiteSettings settings) => JsonSchema.Object(new()
    {
        ["$schema"] = JsonSchema.Uri(),
        ["id"] = JsonSchema.Words,
        ["url"] = JsonSchema.Uri("测验的网页"),
        ["title"] = JsonSchema.Words,
        ["summary"] = JsonSchema.Text(),
        ["language"] = JsonSchema.Text(),
        ["license"] = JsonSchema.Uri(),
        ["publisher"] = JsonSchema.Text(),
        ["reviewer"] = JsonSchema.Text("由谁审核"),
        ["as_of"] = JsonSchema.Day("生成的日期"),
        ["review_by"] = JsonSchema.Day("最迟哪一天复核").OrNull(),
        ["sample"] = JsonSchema.Boolean("是不是编的示例"),
        ["sources"] = JsonSchema.Array(JsonSchema.Text()),
        ["topics"] = JsonSchema.Array(JsonSchema.Text()) with { UniqueItems = true },
        ["scenarios"] = JsonSchema.Array(JsonSchema.Object(new() { ["id"] = JsonSchema.Text(), ["title"] = JsonSchema.Text(), ["html"] = JsonSchema.Words })),
        ["questions"] = JsonSchema.Array(JsonSchema.Refer("question"), 1),
    }) with
    {
        Dialect = JsonSchema.Draft,
        Id = SiteAddress.Absolute(settings, QuizAddresses.Schema),
        Title = "题库",
        Description = "一套测验的全部公开题目，连同答案、解析和依据。html、stem、left、steps、feedback、explanation 是 HTML 片段，链接和图片都是完整的网址。",
        Definitions = new() { ["question"] = Question() },
    };

    private static JsonSchema Question() => JsonSchema.Object(
        new()
        {
            ["id"] = JsonSchema.Words with { Description = "全站唯一，永不另用" },
            ["type"] = JsonSchema.OneOfTexts(["single", "multiple", "judge", "blank", "numeric", "match", "order"], "单选、多选、判断、填空、数值、匹配、排序"),
            ["text"] = JsonSchema.Words with { Description = "纯文字；____ 是要填的空" },
            ["topic"] = JsonSchema.Text().OrNull(),
            ["level"] = JsonSchema.Integer(1, 3, "出题人定的难度：1易，2中，3难"),
            ["scenario"] = JsonSchema.Text("情景的编号").OrNull(),
            ["law"] = JsonSchema.Object(new() { ["id"] = JsonSchema.Text(), ["year"] = JsonSchema.Integer(), ["article"] = JsonSchema.Integer(1), ["inserted"] = JsonSchema.Integer(1) }, "article", "inserted").OrNull(),
            ["stem"] = JsonSchema.Text(),
            ["hint"] = JsonSchema.Text(),
            ["score"] = JsonSchema.OneOfTexts(["strict", "partial"], "多选：全对才得分，或者选对一部分得一部分"),
            ["choices"] = JsonSchema.Array(Choice(), 2) with { Contains = new() { Properties = new() { ["correct"] = new() { Const = true } } } },
            ["blanks"] = JsonSchema.Array(JsonSchema.Array(JsonSchema.Words, 1), 1, "每个空的答案，第一个是显示的，其余也算对"),
            ["number"] = JsonSchema.Object(new() { ["value"] = JsonSchema.Number(), ["tolerance"] = JsonSchema.Number(0), ["unit"] = JsonSchema.Text() }),
            ["pairs"] = JsonSchema.Array(JsonSchema.Object(new() { ["left"] = JsonSchema.Text(), ["right"] = JsonSchema.Text() }), 2),
            ["steps"] = JsonSchema.Array(JsonSchema.Text(), 2, "照正确的先后"),
            ["explanation"] = JsonSchema.Text(),
        },
        "stem", "hint", "score", "choices", "blanks", "number", "pairs", "steps") with
    {
        OneOf =
        [
            Answer("choices", JsonSchema.OneOfTexts(["single", "multiple", "judge"])),
            Answer("blanks", new() { Const = "blank" }),
            Answer("number", new() { Const = "numeric" }),
            Answer("pairs", new() { Const = "match" }),
            Answer("steps", new() { Const = "order" }),
        ],
    };

    private static JsonSchema Choice() =>
        JsonSchema.Object(new() { ["html"] = JsonSchema.Words, ["correct"] = JsonSchema.Boolean(), ["feedback"] = JsonSchema.Text() }, "feedback");

    private static JsonSchema Answer(string property, JsonSchema type) => new() { Required = [property], Properties = new() { ["type"] = type } };
}
