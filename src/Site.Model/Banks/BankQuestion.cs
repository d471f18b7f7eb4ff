namespace Site.Model;

/// <summary>A question of a bank, ready to be written in our quiz syntax.</summary>
/// <param name="Where">Where it begins in the bank's file.</param>
/// <param name="Id">Unique in the bank; fit for <c>{#id}</c>.</param>
/// <param name="Text">Markdown of one line, with <see cref="Blank.Mark"/> for each blank.</param>
/// <param name="Stem">Markdown blocks between the question and its answers; empty where there is nothing.</param>
/// <param name="Hint">Markdown of one line, or null.</param>
/// <param name="Answer">What it wants to know.</param>
/// <param name="Explanation">Markdown blocks; empty where the bank gives none.</param>
/// <param name="Topic">Without quotation marks and braces, or null.</param>
/// <param name="Level">1 to 3, or null where the bank does not say.</param>
/// <param name="Law">A reference such as <c>消防法(2021)#5</c>, or null.</param>
/// <param name="Scenario">What it is about together with its neighbours, or null.</param>
public sealed record BankQuestion(
    Place Where, string Id, string Text, string Stem, string? Hint, BankAnswer Answer, string Explanation,
    string? Topic, int? Level, string? Law, BankScenario? Scenario)
{
    /// <summary>The day after which it leaves the public quiz, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}
