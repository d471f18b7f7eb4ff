using System.Collections.Immutable;
using Site.Statistics.Forms;

namespace Site.Statistics.Policies;

/// <summary>What an indicator counts, and so which rule guards it.</summary>
internal enum Measure
{
    /// <summary>Sessions, banners, articles: shown as they are.</summary>
    Open,

    /// <summary>Persons or reports that must not be few: the threshold rule.</summary>
    Count,

    /// <summary>A magnitude summed over units, such as participants: the contributors and p% rules.</summary>
    Sum,

    /// <summary>Persons summed over units: a sum that must not be small either, so both rules.</summary>
    PersonSum,
}

/// <summary>Which rule guards an indicator, and the words for it in <c>tables.yaml</c>.</summary>
internal static class MeasureNames
{
    /// <summary>Words that may be written; the first of each measure is the usual one.</summary>
    public static ImmutableArray<string> Words { get; } =
    [
        "open", "shown", "sessions", "如实公布", "公开", "场次",
        "count", "persons", "person-count", "people", "人数",
        "sum", "magnitude", "participants", "人次", "合计",
    ];

    /// <returns>
    /// The rule an indicator has if nothing is said: persons are a sum over units, what goes through disclosure control is a count,
    /// sessions and things are open.
    /// </returns>
    public static Measure Default(Indicator indicator) =>
        indicator.Publication is PublicationClass.Controlled or PublicationClass.Never ? Measure.Count
        : IsOfPersons(indicator) ? Measure.PersonSum
        : Measure.Open;

    /// <summary>Whether it counts persons or their visits, by its unit or by the threshold that the form gives it.</summary>
    public static bool IsOfPersons(Indicator indicator) => indicator.Threshold > 0 || indicator.Unit is "人" or "人次" or "人/次" or "名";

    /// <returns>The measure of a word, for an indicator of persons or of things; null where the word is none.</returns>
    public static Measure? Find(string word, bool isOfPersons) => Words.IndexOf(word.ToLowerInvariant()) switch
    {
        < 0 => null,
        < 6 => Measure.Open,
        < 11 => Measure.Count,
        _ => isOfPersons ? Measure.PersonSum : Measure.Sum,
    };
}
