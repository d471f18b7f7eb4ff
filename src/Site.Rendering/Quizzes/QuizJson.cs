using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Json;
using Site.Rendering.Pictures;

namespace Site.Rendering.Quizzes;

/// <summary>A quiz as JSON: its questions with answers, explanations and laws. Texts that may hold links and pictures are HTML with whole addresses.</summary>
internal static class QuizJson
{
    public static void Write(IBufferWriter<byte> output, Website website, QuizPage quiz, IReadOnlyDictionary<string, ResponsivePicture> made)
    {
        var settings = website.Settings;
        var html = new BankHtml(website, quiz, picture => PublishedPictures.AbsoluteAddress(website, made, quiz.Path, picture));
        JsonText.WriteFile(output, new QuizFile
        {
            Schema = SiteAddress.Absolute(settings, QuizAddresses.Schema),
            Id = quiz.Id,
            Url = SiteAddress.Absolute(settings, quiz.Address),
            Title = quiz.Title,
            Summary = quiz.Summary,
            Language = settings.Language,
            License = SiteSettings.DataLicence,
            Publisher = settings.Organiser,
            Reviewer = quiz.Reviewer,
            AsOf = LocalTime.Day(website.AsOf),
            ReviewBy = quiz.ReviewBy is { } day ? LocalTime.Day(day) : null,
            Sample = quiz.IsSample,
            Sources = [.. quiz.Sources.Select(source => source.Text)],
            Topics = quiz.Topics,
            Scenarios = [.. quiz.Scenarios.Select(scenario => new QuizFileScenario(scenario.Id, scenario.Title, html.Of(scenario.Text)))],
            Questions = quiz.Questions.Select(question => Describe(html, question)),
        }, QuizFileContext.Default.QuizFile);
        output.Write("\n"u8);
    }

    private static QuizFileQuestion Describe(BankHtml html, Question question)
    {
        var described = new QuizFileQuestion
        {
            Id = question.Id,
            Type = question.Type.ToString().ToLowerInvariant(),
            Text = question.Text,
            Topic = question.Topic,
            Level = question.Level,
            Scenario = question.Scenario?.Id,
            Law = question.Law is { } law ? new(law.Law, law.Year, law.Article) { Inserted = law.Inserted } : null,
            Stem = TextOf(html, question.Stem),
            Hint = NullIfEmpty(question.Hint),
            Explanation = html.Of(question.Explanation),
        };
        return question.Answer switch
        {
            Answer.Single single => described with { Choices = Describe(html, single.Choices) },
            Answer.Judge judge => described with { Choices = Describe(html, judge.Choices) },
            Answer.Multiple multiple => described with { Score = multiple.IsPartial ? "partial" : "strict", Choices = Describe(html, multiple.Choices) },
            Answer.Blanks blanks => described with { Blanks = [.. blanks.Items.Select(blank => (IReadOnlyList<string>)blank.Answers)] },
            Answer.Number number => described with { Number = new(number.Value, number.Tolerance, number.Unit) },
            Answer.Pairs pairs => described with { Pairs = [.. pairs.Items.Select(pair => new QuizFilePair(html.Of(pair.Left), pair.Right))] },
            Answer.Steps steps => described with { Steps = [.. steps.Items.Select(html.Of)] },
            _ => described,
        };
    }

    private static ImmutableArray<QuizFileChoice> Describe(BankHtml html, ImmutableArray<Choice> choices) =>
        [.. choices.Select(choice => new QuizFileChoice(html.Of(choice.Text), choice.IsCorrect, TextOf(html, choice.Feedback)))];

    private static string? TextOf(BankHtml html, HtmlFragment fragment) => NullIfEmpty(html.Of(fragment));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>The whole file; properties are written in the order in which they stand here, null as null where nothing else is said.</summary>
internal sealed record QuizFile
{
    [JsonPropertyName("$schema")]
    public required string Schema { get; init; }

    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Language { get; init; }

    public required string License { get; init; }

    public required string Publisher { get; init; }

    public required string Reviewer { get; init; }

    public required string AsOf { get; init; }

    public string? ReviewBy { get; init; }

    public required bool Sample { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<QuizFileScenario> Scenarios { get; init; }

    /// <summary>Made one by one while the file is written.</summary>
    public required IEnumerable<QuizFileQuestion> Questions { get; init; }
}

internal sealed record QuizFileScenario(string Id, string Title, string Html);

/// <summary>A question with what is right: <c>choices</c>, <c>blanks</c>, <c>number</c>, <c>pairs</c> or <c>steps</c>.</summary>
internal sealed record QuizFileQuestion
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Text { get; init; }

    public string? Topic { get; init; }

    public required int Level { get; init; }

    public string? Scenario { get; init; }

    public QuizFileLaw? Law { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stem { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hint { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuizFileChoice>? Choices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Blanks { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuizFileNumber? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuizFilePair>? Pairs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Steps { get; init; }

    public required string Explanation { get; init; }
}

internal sealed record QuizFileLaw(string Id, int Year, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Article)
{
    /// <summary>1 for 第…条之一; not written where it is 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Inserted { get; init; }
}

internal sealed record QuizFileChoice(
    string Html, bool Correct, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Feedback);

internal sealed record QuizFileNumber(decimal Value, decimal Tolerance, string Unit);

internal sealed record QuizFilePair(string Left, string Right);

[JsonSerializable(typeof(QuizFile))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class QuizFileContext : JsonSerializerContext;
