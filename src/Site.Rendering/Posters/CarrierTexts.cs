using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Guides;
using Site.Content.Pages;
using Site.Content.Types;

namespace Site.Rendering.Posters;

/// <summary>What a guide says on things to take along: posters, banners, rows of lamps, loudspeakers, screens.</summary>
public sealed record CarrierTexts
{
    private const string Calls = "火警打119，急救打120。";

    private static readonly string[] Questions = ["怎么办", "怎么做", "怎么用", "怎么救", "怎么报"];

    private CarrierTexts(GuidePage guide)
    {
        (Title, Sub) = PageTitles.Parts(guide.Title);
        Steps = [.. GuideSteps.Of(guide.Body).Select(CarrierStep.Of)];
        Never = GuideSteps.NeverOf(guide.Body);
        Banners = [Headline, .. Never is { } never ? [FirstClause(never)] : Array.Empty<string>()];
        Leds = [.. ImmutableArray.Create(16, 32, 64).Select(most => new LedLine(most, Led(most)))];
        Announcements = [.. ImmutableArray.Create(15, 30, 60).Select(Announce)];
    }

    /// <summary>The guide's title before its colon: 燃气泄漏怎么办.</summary>
    public string Title { get; }

    /// <summary>The title behind its colon; may be empty.</summary>
    public string Sub { get; }

    /// <summary>In their order; a poster shows the first five.</summary>
    public ImmutableArray<CarrierStep> Steps { get; }

    /// <summary>What never to do, or null.</summary>
    public string? Never { get; }

    /// <summary>Texts for banners of cloth, one line each.</summary>
    public ImmutableArray<string> Banners { get; }

    /// <summary>Lines of 16, 32 and 64 characters at most.</summary>
    public ImmutableArray<LedLine> Leds { get; }

    /// <summary>Texts to read aloud in 15, 30 and 60 seconds at most.</summary>
    public ImmutableArray<Announcement> Announcements { get; }

    /// <summary>The title without its question: 燃气泄漏：关阀、开窗、出门再打电话.</summary>
    public string Headline => Sub.Length > 0 ? $"{Subject}：{Sub}" : Subject;

    private string Subject => Questions.FirstOrDefault(Title.EndsWith) is { } question && Title.Length > question.Length + 1 ? Title[..^question.Length] : Title;

    public static CarrierTexts Of(GuidePage guide) => new(guide);

    private string Led(int most)
    {
        var numbered = string.Concat(Subject, "：", string.Join(' ', Steps.Select((step, at) => $"{at + 1}{step.Head}")));
        var candidates = most < 64 ? new[] { Headline, Sub } : [$"{numbered} 火警119 急救120", numbered, Headline, Sub];
        return candidates.FirstOrDefault(text => text.Length > 0 && text.Length <= most)
            ?? Joined(most < 64 ? [.. Clauses(Sub), Subject] : [Subject + "：", .. Steps.Select((step, at) => $"{at + 1}{step.Head} ")], most);
    }

    /// <returns>As many of the parts as fit, the first at least in part.</returns>
    private static string Joined(string[] parts, int most)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            if (joined.Length + part.Length > most)
            {
                break;
            }

            joined.Append(part);
        }

        var text = joined.Length > 0 ? joined.ToString() : parts.MinBy(part => part.Length)!;
        return text[..Math.Min(text.Length, most)].TrimEnd('，', '、', '；', '：', ' ');
    }

    // Each with the mark that ends it.
    private static IEnumerable<string> Clauses(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '，' or '、' or '；' or '：' || i == text.Length - 1)
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }
    }

    private static string FirstClause(string text)
    {
        var end = text.AsSpan().IndexOfAny('，', '。', '；');
        return end > 0 ? text[..end] : text;
    }

    private Announcement Announce(int most)
    {
        var heads = Steps.Select((step, at) => $"第{ChineseOf(at + 1)}，{step.Head}。").ToList();
        var texts = Steps.Select((step, at) => $"第{ChineseOf(at + 1)}，{step.Text.TrimEnd('。')}。").ToList();
        var opening = Fits(Headline + "。" + Calls) ? Headline + "。" : Subject + "。";

        // All steps or none: half of them would be taken for the whole.
        var chosen = Fits(opening + string.Concat(heads) + Calls) ? heads
            : string.Join('、', Steps.Select(step => step.Head)) + "。" is var line && Steps.Length > 0 && Fits(opening + line + Calls) ? [line] : [];
        texts = chosen == heads ? texts : chosen;
        var never = Never is { } text && Fits(opening + string.Concat(chosen) + FirstClause(text) + "。" + Calls) ? FirstClause(text) + "。" : "";
        for (var at = 0; at < chosen.Count; at++)
        {
            var shorter = chosen[at];
            chosen[at] = texts[at];
            if (!Fits(Whole()))
            {
                chosen[at] = shorter;
            }
        }

        return new(most, SpeechTime.Of(Whole()), Whole());

        string Whole() => opening + string.Concat(chosen) + never + Calls;

        bool Fits(string words) => SpeechTime.Of(words) <= most;
    }

    private static string ChineseOf(int number) => Core.Text.ChineseNumerals.Write(number);
}

/// <summary>A step of a guide.</summary>
/// <param name="Head">A few words: 关阀.</param>
/// <param name="Text">A sentence of at most some 44 characters that begins with the head.</param>
public sealed record CarrierStep(string Head, string Text)
{
    private const int LongestHead = 12;
    private const int LongestText = 44;

    internal static CarrierStep Of(string step)
    {
        var sentence = step[..(step.IndexOf('。', StringComparison.Ordinal) is var end and > 0 ? end : step.Length)];
        if (sentence.Length > LongestText)
        {
            var cut = sentence.AsSpan(0, LongestText).LastIndexOfAny('；', '，', '、');
            sentence = cut > LongestText / 3 ? sentence[..cut] : sentence[..LongestText];
        }

        var mark = sentence.AsSpan().IndexOfAny('：', '，', '；');
        var head = mark > 0 ? sentence[..mark] : sentence;
        return new(head.Length <= LongestHead ? head : head[..(head.AsSpan(0, LongestHead).LastIndexOf('、') is var pause and > 2 ? pause : LongestHead)], sentence + "。");
    }
}

/// <summary>A line for a row of lamps.</summary>
/// <param name="Most">How many characters the row shows.</param>
/// <param name="Text">At most so many UTF-16 units.</param>
public sealed record LedLine(int Most, string Text);

/// <summary>A text to read aloud.</summary>
/// <param name="Most">Seconds that there are.</param>
/// <param name="Seconds">Seconds that it takes, as <see cref="SpeechTime"/> counts.</param>
public sealed record Announcement(int Most, int Seconds, string Text);

/// <summary>How long reading aloud takes: four characters a second, as announcements are read (240 a minute), and a pause at each mark.</summary>
public static class SpeechTime
{
    private const decimal Character = 0.25m;
    private const decimal Comma = 0.25m;
    private const decimal Stop = 0.5m;

    /// <returns>Whole seconds, rounded up; a digit and a Latin letter are read as a character each.</returns>
    public static int Of(string text)
    {
        var seconds = 0m;
        foreach (var rune in text.EnumerateRunes())
        {
            seconds += Rune.IsLetterOrDigit(rune) ? Character
                : rune.Value is '。' or '！' or '？' ? Stop
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherPunctuation ? Comma
                : 0;
        }

        return (int)Math.Ceiling(seconds);
    }
}
