using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Core.Json;

namespace Site.Themes.Campaign.Quizzes;

/// <summary>What the player's script must know of a quiz: how to draw, what is right, what to call it. See <c>Assets/js/quiz/README.md</c>.</summary>
internal static class QuizPlayerData
{
    /// <returns>JSON that is safe inside a <c>script</c> element.</returns>
    /// <param name="shown">Puts what readers see into other characters; null where they see it as it was written.</param>
    public static string Of(QuizPage quiz, string organiser, Func<string, string>? shown = null)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonText.WriteScript(output, new PlayerQuiz
        {
            Id = quiz.Id,
            Title = shown?.Invoke(quiz.Title) ?? quiz.Title,
            Organiser = shown?.Invoke(organiser) ?? organiser,
            IsDaily = quiz.Blueprint is null ? null : quiz.Blueprint.Seed == "daily",
            Blueprint = quiz.Blueprint is { } blueprint ? Describe(blueprint) : null,
            Pass = quiz.Pass,
            Minutes = quiz.ContestMinutes,
            Topics = quiz.Topics,
            ShownTopics = shown is null ? null : [.. quiz.Topics.Select(shown)],
            Variants = AnswerText.Variants(quiz.Questions.SelectMany(Typed)),
            Questions = [.. quiz.Questions.Select(Describe)],
        }, PlayerContext.Default.PlayerQuiz);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static PlayerBlueprint Describe(Blueprint blueprint) => new(
        blueprint.Draw,
        [.. blueprint.PerTopic.Select(topic => new TopicCount(topic.Topic, topic.Count))],
        [.. blueprint.Levels.Select(level => ImmutableArray.Create(level.Level, level.Count))],
        blueprint.Groups,
        blueprint.Required);

    private static PlayerQuestion Describe(Question question)
    {
        var described = new PlayerQuestion
        {
            Id = question.Id,
            Topic = question.Topic,
            Level = question.Level,
            Choices = question.Choices.Length,
            IsFixed = ChoiceOrder.IsFixed(question) ? true : null,
            Scenario = question.Scenario?.Id,
        };
        return question.Answer switch
        {
            Answer.Blanks => described with { Blanks = Blanks(question) },
            Answer.Number number => described with
            {
                Value = number.Value.ToString(CultureInfo.InvariantCulture),
                Tolerance = number.Tolerance.ToString(CultureInfo.InvariantCulture),
                Unit = AnswerText.Fold(number.Unit),
            },
            Answer.Pairs pairs => described with { Pairs = [.. pairs.Items.Select(pair => pair.Right)] },
            Answer.Steps steps => described with { Steps = steps.Items.Length },
            _ => described with
            {
                Right = [.. Enumerable.Range(0, question.Choices.Length).Where(at => question.Choices[at].IsCorrect)],
                IsPartial = question.Answer is Answer.Multiple { IsPartial: true } ? true : null,
            },
        };
    }

    /// <returns>What readers may type, folded.</returns>
    private static IEnumerable<string> Typed(Question question) => question.Answer is Answer.Number number ? [AnswerText.Fold(number.Unit)] : Blanks(question).SelectMany(answers => answers);

    private static ImmutableArray<ImmutableArray<string>> Blanks(Question question) => question.Answer is Answer.Blanks blanks
        ? [.. blanks.Items.Select(blank => blank.Answers.Select(AnswerText.Fold).ToImmutableArray())]
        : [];
}

/// <summary>A quiz as the player's script reads it; what is null is left out.</summary>
internal sealed record PlayerQuiz
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Organiser { get; init; }

    /// <summary>Null where there is no blueprint.</summary>
    public bool? IsDaily { get; init; }

    public PlayerBlueprint? Blueprint { get; init; }

    public int? Pass { get; init; }

    /// <summary>Of a contest.</summary>
    public int? Minutes { get; init; }

    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>The same as readers see them, where they see other characters; else null.</summary>
    public ImmutableArray<string>? ShownTopics { get; init; }

    /// <summary>See <see cref="AnswerText.Variants"/>.</summary>
    public required string Variants { get; init; }

    public required ImmutableArray<PlayerQuestion> Questions { get; init; }
}

/// <summary>How the script draws a paper.</summary>
/// <param name="Levels">Level and count of each.</param>
internal sealed record PlayerBlueprint(
    int Draw, ImmutableArray<TopicCount> PerTopic, ImmutableArray<ImmutableArray<int>> Levels, ImmutableArray<ImmutableArray<string>> Groups, ImmutableArray<string> Required);

/// <summary>How many questions come from a topic; written as an array of the two.</summary>
[JsonConverter(typeof(TopicCountConverter))]
internal sealed record TopicCount(string Topic, int Count);

/// <summary>What the script must know of a question: of its answer, the parts of its own type alone.</summary>
internal sealed record PlayerQuestion
{
    public required string Id { get; init; }

    public string? Topic { get; init; }

    public required int Level { get; init; }

    /// <summary>How many; 0 for types without.</summary>
    public required int Choices { get; init; }

    /// <summary>True where choices are not shuffled; else null.</summary>
    public bool? IsFixed { get; init; }

    public string? Scenario { get; init; }

    /// <summary>For each blank the answers that count as right, folded.</summary>
    public ImmutableArray<ImmutableArray<string>>? Blanks { get; init; }

    /// <summary>Of a number, with <see cref="Tolerance"/> and <see cref="Unit"/>: as text, since JSON numbers of a browser are not decimal.</summary>
    public string? Value { get; init; }

    public string? Tolerance { get; init; }

    /// <summary>Folded.</summary>
    public string? Unit { get; init; }

    /// <summary>Right sides in their order.</summary>
    public ImmutableArray<string>? Pairs { get; init; }

    /// <summary>How many.</summary>
    public int? Steps { get; init; }

    /// <summary>Places of the right choices, from 0.</summary>
    public ImmutableArray<int>? Right { get; init; }

    /// <summary>True where some of the right choices score some of the point; else null.</summary>
    public bool? IsPartial { get; init; }
}

/// <summary>Writes <c>["消防",2]</c>.</summary>
internal sealed class TopicCountConverter : JsonConverter<TopicCount>
{
    /// <exception cref="NotSupportedException">Always: these values are only written.</exception>
    public override TopicCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, TopicCount value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Topic);
        writer.WriteNumberValue(value.Count);
        writer.WriteEndArray();
    }
}

[JsonSerializable(typeof(PlayerQuiz))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PlayerContext : JsonSerializerContext;
