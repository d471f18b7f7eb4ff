using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>A way to write down problems.</summary>
/// <param name="Name">As in <c>--format</c>.</param>
/// <param name="IsForPeople">Whether it goes to standard error, with a count, and not to standard output.</param>
/// <param name="Write">All problems as one text.</param>
internal sealed record ProblemFormat(string Name, bool IsForPeople, Func<ImmutableArray<Problem>, string> Write);
