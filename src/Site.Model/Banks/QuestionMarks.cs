using System.Globalization;

namespace Site.Model;

/// <summary>
/// How what only this site knows of a question stands among the tags of a bank: <c>主题：消防</c>, <c>难度：2</c>, <c>依据：消防法(2021)#5</c>,
/// <c>单位：米</c>, <c>情景</c> on the text of a scenario and <c>情景：编号</c> on its questions, <c>题型：判断</c>, <c>计分：全对</c>, <c>复核：2027-05-31</c>.
/// </summary>
public static class QuestionMarks
{
    public const string Topic = "主题";
    public const string Level = "难度";
    public const string Law = "依据";
    public const string Unit = "单位";
    public const string Scenario = "情景";
    public const string Type = "题型";
    public const string Score = "计分";
    public const string ReviewBy = "复核";

    /// <summary>The value of <see cref="Score"/> for questions that score only when all is right.</summary>
    public const string Strict = "全对";

    /// <returns>The tag of a mark with its value.</returns>
    public static string Write(string mark, string value) => $"{mark}：{value}";

    /// <returns>The value that a tag gives to a mark, or null where it is another tag.</returns>
    public static string? Read(string mark, string tag) =>
        tag.StartsWith(mark, StringComparison.Ordinal) && tag.Length > mark.Length && tag[mark.Length] is '：' or ':'
            ? tag[(mark.Length + 1)..].Trim()
            : null;

    /// <returns>The number as a level, 1 to 3, or null.</returns>
    public static int? ReadLevel(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 3 ? level : null;
}
