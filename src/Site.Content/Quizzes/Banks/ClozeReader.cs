using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads questions in the middle of a text, <c>{1:SHORTANSWER:=检测~%50%测#…}</c>. Source: Moodle, "Embedded Answers (Cloze) question type".</summary>
internal static partial class ClozeReader
{
    /// <returns>The text with a mark for each question; and the answer, which is unknown where our syntax cannot express it.</returns>
    public static (RawText Text, RawAnswer Answer) Read(RawText text, Location location, BankContext context)
    {
        var pieces = Piece().Matches(text.Text);
        var types = pieces.Select(piece => piece.Groups["type"].Value).ToArray();
        if (types.Length == 0)
        {
            return (text, new RawAnswer.Unknown("完形填空题里没有找到空。"));
        }

        if (types.All(type => IsWords(type)))
        {
            var marked = Piece().Replace(text.Text, RawText.BlankMark.ToString());
            return (text with { Text = marked }, new RawAnswer.Words(
                [.. pieces.Select(piece => Answers(piece.Groups["answers"].Value).Select(answer => new RawWord(answer.Text, answer.Weight, answer.Feedback)).ToImmutableArray())],
                types.Any(type => type.EndsWith('C'))));
        }

        if (types is [var only] && !only.StartsWith('N'))
        {
            var isSingle = !only.StartsWith("MULTIRESPONSE", StringComparison.Ordinal) && !only.StartsWith("MR", StringComparison.Ordinal);
            return (text with { Text = Piece().Replace(text.Text, "_____") }, new RawAnswer.Choices(
                [.. Answers(pieces[0].Groups["answers"].Value).Select(answer => new RawChoice(location, new(answer.Text, TextFormat.Moodle), answer.Weight, answer.Feedback))],
                isSingle, IsJudge: false));
        }

        if (types is [_] && Numbers(pieces[0].Groups["answers"].Value) is { } numbers)
        {
            return (text with { Text = Piece().Replace(text.Text, RawText.BlankMark.ToString()) }, numbers);
        }

        return (text, new RawAnswer.Unknown($"完形填空题里有{types.Length}处，不全是填空（{string.Join('、', types.Distinct(StringComparer.Ordinal))}），本站没有这种题型。"));
    }

    private static bool IsWords(string type) => type is "SHORTANSWER" or "SA" or "MW" or "SHORTANSWER_C" or "SAC" or "MWC";

    private static RawAnswer.Numbers? Numbers(string answers)
    {
        var numbers = ImmutableArray.CreateBuilder<RawNumber>();
        foreach (var answer in Answers(answers).Where(answer => answer.Text != "*"))
        {
            if (answer.Text.Split(':') is not [var value, .. var tolerance] || BankNumbers.Read(value) is not { } number)
            {
                return null;
            }

            numbers.Add(new(number, tolerance is [var around, ..] ? Math.Abs(BankNumbers.Read(around) ?? 0) : 0, answer.Weight, answer.Feedback));
        }

        return new(numbers.ToImmutable(), "");
    }

    private static IEnumerable<(string Text, decimal Weight, RawText Feedback)> Answers(string answers) =>
        Split(answers, '~').Select(answer =>
        {
            var parts = Split(answer, '#').ToArray();
            var mark = Weight().Match(parts[0]);
            var weight = mark.Groups["all"].Success ? 100 : mark.Groups["percent"].Success ? BankNumbers.Read(mark.Groups["percent"].Value) ?? 0 : 0;
            return (Unescape(parts[0][mark.Length..]), weight, parts.Length > 1 ? new RawText(Unescape(string.Join('#', parts[1..])), TextFormat.Moodle) : RawText.Empty);
        });

    private static IEnumerable<string> Split(string text, char mark)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == mark)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    // The text around is HTML, and so are its entities.
    private static string Unescape(string text) => System.Net.WebUtility.HtmlDecode(Escaped().Replace(text, "${unit}")).Trim();

    [GeneratedRegex(@"\{[0-9]*:(?<type>SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|NUMERICAL|NM|MULTICHOICE(_VS|_HS|_V|_H|_S)?|MCVS|MCHS|MCV|MCH|MCS|MC|MULTIRESPONSE(_HS|_H|_S)?|MRHS|MRH|MRS|MR):(?<answers>(\\.|[^\\}])*)\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\s*((?<all>=)|%(?<percent>-?[0-9.]{1,12})%)?", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Weight();

    [GeneratedRegex(@"\\(?<unit>[}#~/""\\:])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Escaped();
}
