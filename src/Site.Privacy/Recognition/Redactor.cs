using System.Collections.Immutable;
using System.Text;

namespace Site.Privacy.Recognition;

/// <summary>Removes private values from free text: hazards, decisions, notes of any kind that are published.</summary>
public static class Redactor
{
    /// <summary>The replacement of a private value, the same for every kind and length.</summary>
    public const string Mask = "■■";

    /// <summary>Replaces every private value with ■■.</summary>
    /// <param name="text">Any text; nothing in it is trusted.</param>
    /// <returns>The text, unchanged if nothing private was found, and the counts.</returns>
    public static Redacted Redact(string text)
    {
        var matches = PrivateDataRecognizer.Find(text);
        if (matches.IsEmpty)
        {
            return new(text, []);
        }

        var masked = new StringBuilder(text.Length);
        var end = 0;
        foreach (var match in matches)
        {
            masked.Append(text, end, match.Start - end).Append(Mask);
            end = match.End;
        }

        masked.Append(text, end, text.Length - end);
        return new(
            masked.ToString(),
            [.. matches.CountBy(match => match.Kind).OrderBy(count => count.Key).Select(count => new MaskedCount(count.Key, count.Value))]);
    }
}

/// <summary>A text without its private values, and how many there were: what an editor may be told.</summary>
/// <param name="Text">The text; each private value is now ■■.</param>
/// <param name="Masked">How many values of each kind were masked, 1 or more, in the order of the kinds.</param>
public sealed record Redacted(string Text, ImmutableArray<MaskedCount> Masked);

/// <summary>How many values of one kind were masked.</summary>
/// <param name="Kind">What they were.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct MaskedCount(PrivateKind Kind, int Count);
