using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Guides;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>Finds what makes a plain-language version hard to read.</summary>
internal static partial class EasySteps
{
    /// <summary>A line of large type on a phone, and what is said in one breath.</summary>
    private const int LongestSentence = 20;

    private const int MostSentences = 2;

    public static IEnumerable<Diagnostic> Find(Website website) =>
        from guide in website.Of<GuidePage>()
        where !guide.Easy.IsEmpty
        let steps = GuideSteps.PicturesOf(guide.Body).Length
        from step in guide.Easy
        from found in FindIn(step, steps, website)
        select found;

    private static IEnumerable<Diagnostic> FindIn(EasyStep step, int steps, Website website)
    {
        var sentences = SentenceEnd().Split(step.Say).Where(sentence => sentence.Trim().Length > 0).ToList();
        if (sentences.FirstOrDefault(sentence => LengthOf(sentence) > LongestSentence) is { } tooLong)
        {
            yield return Diagnostic.Error("guide/easy-long-sentence", step.At,
                $"简明版里这一句有 {LengthOf(tooLong)} 个字：“{Quoted.Short(tooLong.Trim())}”。一句最多 {LongestSentence} 个字。", "拆成两步，一步说一件事。");
        }

        if (sentences.Count > MostSentences || Joint().IsMatch(step.Say))
        {
            yield return Diagnostic.Error("guide/easy-two-things", step.At,
                $"简明版里这一步不止一件事：“{Quoted.Short(step.Say)}”。", $"一步一件事，最多 {MostSentences} 句，不用“然后”“接着”“同时”“并且”和分号；后面的事另写一步，step 可以相同。");
        }

        foreach (var word in website.HardWords.Where(word => step.Say.Contains(word.Word, StringComparison.Ordinal)))
        {
            yield return Diagnostic.Error("guide/easy-hard-word", step.At,
                $"简明版里有难字：“{word.Word}”（{word.Reading}），词表 content/terms.yaml 里给它标了读音。", "换成人人认得的说法，例如“心肺复苏”写成“按胸口”。");
        }

        if (step.Step > steps)
        {
            yield return Diagnostic.Error("guide/easy-unknown-step", step.At, $"正文只有 {steps} 步，没有第 {step.Step} 步。", "step 写正文里编号列表的第几步；不在步骤里的话，不写 step。");
        }
    }

    /// <returns>How many characters are read: not spaces and marks.</returns>
    private static int LengthOf(string sentence) => sentence.EnumerateRunes().Count(Rune.IsLetterOrDigit);

    [GeneratedRegex("[。！？!?]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[；;]|然后|接着|同时|并且", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Joint();
}
