using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A table of quiz attempts that <c>input/tables.yaml</c> asks for.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Dimensions">Some of <see cref="Known"/>, each once, one or more, in the order of the table.</param>
/// <param name="Where">Where it is asked for.</param>
internal sealed record AttemptTable(string Id, string Title, ImmutableArray<string> Dimensions, Place Where)
{
    public const string Quiz = "quiz";
    public const string Area = "area";
    public const string AgeBand = "age_band";
    public const string ScoreBand = "score_band";

    /// <summary>What attempts can be broken down by.</summary>
    public static ImmutableArray<string> Known { get; } = [Quiz, Area, AgeBand, ScoreBand];

    /// <summary>Finest rank of areas shown; see <see cref="UnitLevel.Rank"/>.</summary>
    public int FinestRank { get; init; } = int.MaxValue;

    /// <summary>Notes for readers.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <returns>Whether a published table is one of attempts.</returns>
    public static bool IsOne(SafeTable table) => IsOne(table.Dimensions.Select(dimension => dimension.Id));

    /// <returns>Whether a table with these dimensions is one of attempts.</returns>
    public static bool IsOne(IEnumerable<string> dimensions) => dimensions.Any(dimension => dimension is Quiz or AgeBand or ScoreBand);
}
