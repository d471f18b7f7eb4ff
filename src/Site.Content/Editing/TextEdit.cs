using System.Collections.Immutable;
using System.Text;

namespace Site.Content.Editing;

/// <summary>A change of a text: some characters give way to others.</summary>
/// <param name="Start">UTF-16 units before it.</param>
/// <param name="Length">UTF-16 units that go, 0 or more.</param>
/// <param name="Text">What comes in their place.</param>
public readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <returns>The text after all edits, whose places are those in the text before them and do not overlap.</returns>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var changed = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            changed.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.Start + edit.Length;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    /// <returns>The one edit that leads from a text to another; empty where they are equal.</returns>
    public static ImmutableArray<TextEdit> Between(string before, string after)
    {
        if (before == after)
        {
            return [];
        }

        var most = Math.Min(before.Length, after.Length);
        var same = before.AsSpan().CommonPrefixLength(after);
        same -= same > 0 && char.IsHighSurrogate(before[same - 1]) ? 1 : 0;
        var end = 0;
        while (end < most - same && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        end -= end > 0 && char.IsLowSurrogate(before[^end]) ? 1 : 0;
        return [new(same, before.Length - same - end, after[same..^end])];
    }
}
