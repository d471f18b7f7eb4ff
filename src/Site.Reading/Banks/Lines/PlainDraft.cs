namespace Site.Reading;

/// <summary>A question of a plain-text bank while its lines come in.</summary>
/// <param name="line">Its first line, from 1.</param>
/// <param name="number">The number before it.</param>
/// <param name="section">Which section it stands in, from 0.</param>
internal sealed class PlainDraft(int line, int number, int section, PlainType? type)
{
    public int Line => line;

    public int Number => number;

    public int Section => section;

    public PlainType? Type { get; set; } = type;

    public List<string> Stem { get; } = [];

    public List<string> Options { get; } = [];

    /// <summary>As written, or null.</summary>
    public string? Answer { get; set; }

    /// <summary>The line on which the answer stands, from 1; 0 before there is one.</summary>
    public int AnswerLine { get; set; }

    /// <summary>The line for problems of the answer: its own, or else the question's.</summary>
    public int AnswerAt => AnswerLine > 0 ? AnswerLine : Line;

    public List<string> Explanation { get; } = [];

    public List<string> Said { get; } = [];

    public string? Topic { get; set; }

    public string? Level { get; set; }

    public string? Hint { get; set; }

    /// <summary>Whether there is something after the text, so that a number may begin the next question.</summary>
    public bool IsAnswerable => Options.Count > 0 || Answer is not null || Explanation.Count > 0;
}
