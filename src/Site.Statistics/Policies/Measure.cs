using System.Collections.Immutable;
using Site.Statistics.Forms;

namespace Site.Statistics.Policies;

/// <summary>What an indicator counts, and so which rules guard it.</summary>
[Flags]
internal enum Measure
{
    /// <summary>Sessions, banners, articles: shown as they are.</summary>
    Open = 0,

    /// <summary>Persons or reports that must not be few: the threshold rule.</summary>
    Count = 1,

    /// <summary>A magnitude summed over units, such as participants: the contributors and p% rules.</summary>
    Sum = 2,

    /// <summary>Persons summed over units: a sum that must not be small either, so both rules.</summary>
    PersonSum = Count | Sum,
}

/// <summary>Which rules guard an indicator, and the words for them in <c>tables.yaml</c>.</summary>
internal static class MeasureNames
{
    /// <summary>Words that may be written; the first of each measure is the usual one.</summary>
    private static readonly ImmutableArray<string> Words =
    [
        "open", "shown", "sessions", "如实公布", "公开", "场次",
        "count", "persons", "person-count", "people", "人数",
        "sum", "magnitude", "participants", "人次", "合计",
    ];

    /// <returns>
    /// The rules an indicator has if nothing is said: persons are a sum over units, what goes through disclosure control is a count,
    /// sessions and things are open.
    /// </returns>
    public static Measure Default(Indicator indicator) =>
        IsCounted(indicator) ? Measure.Count : IsOfPersons(indicator) ? Measure.PersonSum : Measure.Open;

    /// <returns>The rules an indicator has where a table asks for a measure; null where its class forbids that measure.</returns>
    /// <param name="asked"><see cref="Measure.Open"/>, <see cref="Measure.Count"/> or <see cref="Measure.Sum"/>.</param>
    /// <remarks>The class decides, and a table may only ask for more: no word takes the threshold from what must not be few.</remarks>
    public static Measure? Of(Indicator indicator, Measure asked) => (asked, indicator.Publication) switch
    {
        (_, PublicationClass.Internal) => null,
        (Measure.Open, _) => Default(indicator) == Measure.Open ? Measure.Open : null,
        (Measure.Sum, PublicationClass.Never) => null,
        (Measure.Sum, _) => IsCounted(indicator) || IsOfPersons(indicator) ? Measure.PersonSum : Measure.Sum,
        _ => asked,
    };

    /// <returns>The rules that an indicator's class asks for, whatever a table or a snapshot says.</returns>
    public static Measure Least(Indicator indicator) => IsCounted(indicator) ? Measure.Count : Measure.Open;

    /// <returns>The rules of all measures together, for figures that several tables show.</returns>
    public static Measure Strictest(IEnumerable<Measure> measures) => measures.Aggregate(Measure.Open, (one, other) => one | other);

    /// <returns>The measure of a word: open, count or sum; null where the word is none.</returns>
    public static Measure? Find(string word) => Words.IndexOf(word.ToLowerInvariant()) switch
    {
        < 0 => null,
        < 6 => Measure.Open,
        < 11 => Measure.Count,
        _ => Measure.Sum,
    };

    /// <summary>Whether it is shown, if at all, only where it is no small number.</summary>
    private static bool IsCounted(Indicator indicator) => indicator.Publication is PublicationClass.Controlled or PublicationClass.Never;

    /// <summary>Whether it counts persons or their visits, by its unit or by the threshold that the form gives it.</summary>
    private static bool IsOfPersons(Indicator indicator) => indicator.Threshold > 0 || indicator.Unit is "人" or "人次" or "人/次" or "名";
}
