using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Statistics.Attempts;

/// <summary>An age band, however an export writes it: <c>18-25</c>, <c>18—25岁</c>, <c>&lt;18</c>, <c>18岁以下</c>, <c>60+</c>, <c>≥60</c>, <c>60岁以上</c>.</summary>
/// <param name="From">The lowest age, in years.</param>
/// <param name="To">The highest age, in years; <see cref="Oldest"/> where there is none.</param>
/// <param name="Name">What readers see.</param>
internal sealed partial record AgeBand(int From, int To, string Name) : IComparable<AgeBand>
{
    public const int Oldest = 150;

    /// <returns>The band, or null where the text is none.</returns>
    public static AgeBand? Read(string text)
    {
        var found = Form().Match(text);
        if (!found.Success)
        {
            return null;
        }

        var (sign, first, last, end) = (found.Groups["sign"].Value, Number("first"), found.Groups["last"].Success ? Number("last") : -1, found.Groups["end"].Value);
        var isIncluded = found.Groups["with"].Success;
        AgeBand? band = (sign, end) switch
        {
            ("", "") when last >= first => new(first, last, $"{first}—{last}岁"),
            ("", "") when last < 0 && !found.Groups["plus"].Success => new(first, first, $"{first}岁"),
            ("", "") when last < 0 => new(first, Oldest, $"{first}岁及以上"),
            ("<", "") when last < 0 => new(0, first - 1, $"{first}岁以下"),
            ("≤", "") when last < 0 => new(0, first, $"{first}岁及以下"),
            (">", "") when last < 0 => new(first + 1, Oldest, $"{first}岁以上"),
            ("≥", "") when last < 0 => new(first, Oldest, $"{first}岁及以上"),
            ("", "以下") when last < 0 => isIncluded ? new(0, first, $"{first}岁及以下") : new(0, first - 1, $"{first}岁以下"),
            ("", "以上") when last < 0 => isIncluded ? new(first, Oldest, $"{first}岁及以上") : new(first + 1, Oldest, $"{first}岁以上"),
            _ => null,
        };
        return band is { From: >= 0, To: <= Oldest } && band.From <= band.To ? band : null;

        int Number(string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <returns>Whether somebody could belong to both; bands that share nothing but the age at which one ends and the other begins are taken not to.</returns>
    public bool Overlaps(AgeBand other) => this != other && From < other.To && other.From < To;

    /// <summary>Orders the young before the old.</summary>
    public int CompareTo(AgeBand? other) => other is null ? 1
        : From != other.From ? From.CompareTo(other.From)
        : To != other.To ? To.CompareTo(other.To)
        : string.CompareOrdinal(Name, other.Name);

    [GeneratedRegex("^(?<sign>[<>≥≤]?)(?<first>[0-9]{1,3})岁?(?:(?:[-—–~～至](?<last>[0-9]{1,3})岁?)|(?<plus>\\+)|(?:(?<with>及|（含）|\\(含\\))?(?<end>以上|以下)))?$",
        RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Form();
}

/// <summary>The bands into which scores of 0 to 100 fall, the lowest first. A score between two whole numbers belongs to the lower band.</summary>
internal static class ScoreBands
{
    /// <summary>Where each band but the lowest begins, in points.</summary>
    public static ImmutableArray<int> Cuts { get; } = [60, 70, 80, 90];

    /// <summary>What readers see.</summary>
    public static ImmutableArray<string> Names { get; } = ["60分以下", "60—69分", "70—79分", "80—89分", "90—100分"];
}
