using System.Collections.Immutable;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Reading;

/// <summary>What became of one file.</summary>
/// <param name="Page">The page, or null when it is not out on the day of the build.</param>
/// <param name="HasOwnId">Whether its writer chose <paramref name="Id"/>.</param>
/// <param name="Suspicions">What looks private in it and is not declared public by itself.</param>
internal readonly record struct ReadPage(
    Page? Page, string Path, string Address, string Id, bool HasOwnId, ImmutableArray<Problem> Problems, ImmutableArray<Suspicion> Suspicions);
