using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>What became of one file.</summary>
/// <param name="Page">The page, or null when it is not out on the day of the build.</param>
/// <param name="HasOwnId">Whether its writer chose <paramref name="Id"/>.</param>
internal readonly record struct ReadPage(
    Page? Page, string Path, string Address, string Id, bool HasOwnId, ImmutableArray<Problem> Problems);
