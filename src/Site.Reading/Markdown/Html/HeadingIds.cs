using System.Text;

namespace Site.Reading;

/// <summary>The ids of one page: each is given once.</summary>
internal sealed class HeadingIds
{
    // Ids that the frame around the body has.
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "main" };

    /// <returns>Whether the id was free; now it is not.</returns>
    public bool Take(string id) => taken.Add(id);

    /// <returns>The id that the heading's words give, with <c>-2</c>, <c>-3</c> … where it is taken; now it is.</returns>
    public string TakeFor(string heading)
    {
        var id = Of(heading);
        if (taken.Add(id))
        {
            return id;
        }

        // Doubling, then stepping, keeps a page of 100,000 equal headings linear.
        next.TryGetValue(id, out var number);
        string numbered;
        do
        {
            number = Math.Max(number, 1) + 1;
            numbered = $"{id}-{number}";
        }
        while (!taken.Add(numbered));
        next[id] = number;
        return numbered;
    }

    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>Letters (lower-cased), digits and Chinese stay, spaces become hyphens, punctuation goes.</summary>
    /// <returns>The id, <c>section</c> for a heading without letters and digits.</returns>
    public static string Of(string heading)
    {
        var id = new StringBuilder(heading.Length);
        var hasLetter = false;
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                id.Append(Rune.ToLowerInvariant(rune).ToString());
                hasLetter = true;
            }
            else if (rune.Value is '_' || ((rune.Value is '-' || Rune.IsWhiteSpace(rune)) && id.Length > 0 && id[^1] != '-'))
            {
                id.Append(rune.Value is '_' ? '_' : '-');
            }
        }

        return hasLetter ? id.ToString().TrimEnd('-') : "section";
    }
}
