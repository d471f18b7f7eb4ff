using System.Globalization;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What <c>input/policy.yaml</c> says about exposure entries.</summary>
/// <param name="KeepRectifiedDays">For how many days after it was put right an entry stays on the lists, 0 to 3650.</param>
internal sealed partial record ExposureRules(int KeepRectifiedDays)
{
    private const string Path = "input/policy.yaml";
    private const int Usual = 180;
    private const int Most = 3650;

    /// <summary>Reads the one line; the rest of the file is for others to read and to check.</summary>
    /// <returns>180 days where the file or the line is missing.</returns>
    public static ExposureRules Read(IEnumerable<SourceFile> files, List<Problem> problems)
    {
        List<Problem> unheard = [];
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputText.Read(file, 256 * 1024, unheard) is not { } text
            || Line().Match(text) is not { Success: true } match)
        {
            return new(Usual);
        }

        var value = match.Groups["value"];
        if (int.TryParse(value.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most)
        {
            return new(days);
        }

        var line = text.AsSpan(0, value.Index).Count('\n') + 1;
        problems.Add(Problem.Error("policy/keep-rectified-days", new(Path, line, value.Index - text.LastIndexOf('\n', value.Index)),
            "keepRectifiedDays 不是一个天数。", $"写 0 到 {Most} 的整数，如 keepRectifiedDays: {Usual}。"));
        return new(Usual);
    }

    [GeneratedRegex("^[ ]*keepRectifiedDays[ ]*:[ ]*[\"']?(?<value>[^\\s#\"']*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
