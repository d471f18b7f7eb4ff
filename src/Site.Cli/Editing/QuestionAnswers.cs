using System.Text.Json.Nodes;
using Site.Cli.Local;
using Site.Content.Editing.Questions;

namespace Site.Cli.Editing;

/// <summary>Answers what the form of a quiz's questions asks. The text is that of the editor's box; a place in it is counted in UTF-16 units, as the browser does.</summary>
internal static class QuestionAnswers
{
    /// <returns><c>{form, scenario, freeId, types: [{id, label}]}</c>: the form of the question at the place, null where there is none or where it has to be edited as text, which <c>isFound</c> tells apart.</returns>
    public static JsonObject Read(string text, int at)
    {
        var found = QuestionEdits.Find(text, at);
        return new()
        {
            ["isFound"] = found is not null,
            ["form"] = found?.Form is { } form ? Of(form) : null,
            ["scenario"] = found?.Scenario,
            ["freeId"] = QuestionEdits.FreeId(text),
            ["types"] = EditJson.List(QuestionForm.Types, type => new JsonObject { ["id"] = type.Id, ["label"] = type.Label }),
        };
    }

    /// <param name="place"><c>here</c> for the question at the place, <c>scenario</c> for a new one of the scenario there, <c>end</c> for a new one at the end.</param>
    /// <returns><c>{edits}</c>, or what has to be written first.</returns>
    /// <exception cref="NotAQuestionException">The form or the place is none.</exception>
    public static JsonObject Write(string text, int at, string place, JsonObject asked)
    {
        var form = Form(asked);
        if (form.Fault() is { } fault)
        {
            return new() { ["failure"] = fault };
        }

        var edits = place switch
        {
            "here" => QuestionEdits.Change(text, at, form),
            "scenario" => QuestionEdits.Add(text, at, form),
            "end" => QuestionEdits.Add(text, null, form),
            _ => throw new NotAQuestionException(),
        };
        return edits is { } found ? new() { ["edits"] = EditJson.Of(found) } : new() { ["failure"] = "这样写，题目会和别的内容混在一起：文字里不要有单独成行的“##”“--- 解析”和列表。请改一改，或者直接在正文里写。" };
    }

    private static JsonObject Of(QuestionForm form) => new()
    {
        ["words"] = form.Words,
        ["id"] = form.Id,
        ["type"] = form.Type,
        ["topic"] = form.Topic,
        ["level"] = form.Level,
        ["law"] = form.Law,
        ["reviewBy"] = form.ReviewBy,
        ["isPartial"] = form.IsPartial,
        ["stem"] = form.Stem,
        ["hint"] = form.Hint,
        ["explanation"] = form.Explanation,
        ["answers"] = EditJson.List(form.Answers, answer => new JsonObject { ["text"] = answer.Text, ["other"] = answer.Other, ["isRight"] = answer.IsRight }),
        ["blanks"] = EditJson.List(form.Blanks, blank => new JsonObject { ["answer"] = blank.Answer, ["others"] = blank.Others, ["tolerance"] = blank.Tolerance, ["unit"] = blank.Unit }),
    };

    private static QuestionForm Form(JsonObject asked) => new(Text(asked, "words"), Text(asked, "id"), QuestionForm.Types.Any(type => type.Id == Text(asked, "type")) ? Text(asked, "type") : throw new NotAQuestionException())
    {
        Topic = Text(asked, "topic"),
        Level = Text(asked, "level"),
        Law = Text(asked, "law"),
        ReviewBy = Text(asked, "reviewBy"),
        IsPartial = IsTrue(asked, "isPartial"),
        Stem = Text(asked, "stem"),
        Hint = Text(asked, "hint"),
        Explanation = Text(asked, "explanation"),
        Answers = [.. List(asked, "answers").Select(answer => new AnswerForm(Text(answer, "text"), Text(answer, "other"), IsTrue(answer, "isRight")))],
        Blanks = [.. List(asked, "blanks").Select(blank => new BlankForm(Text(blank, "answer"), Text(blank, "others"), Text(blank, "tolerance"), Text(blank, "unit")))],
    };

    private static IEnumerable<JsonObject> List(JsonObject asked, string name) =>
        (asked[name] as JsonArray ?? throw new NotAQuestionException()).Select(one => one as JsonObject ?? throw new NotAQuestionException());

    private static string Text(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new NotAQuestionException();

    private static bool IsTrue(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<bool>(out var isSet) && isSet;
}
