namespace Site.Themes.Campaign.Words;

/// <summary>Names choices: A, B, C …</summary>
internal static class Letters
{
    /// <param name="index">From 0 to 25: a question has at most 26 choices (checked as quiz/too-many-choices).</param>
    public static string Of(int index) => ((char)('A' + index)).ToString();
}
