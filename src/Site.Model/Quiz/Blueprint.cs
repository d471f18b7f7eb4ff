using System.Collections.Immutable;

namespace Site.Model;

/// <summary>How a paper is drawn from the questions of a quiz.</summary>
/// <param name="Draw">Questions on a paper, 1 or more.</param>
/// <param name="PerTopic">How many of them come from each topic named here, 1 or more each.</param>
/// <param name="Seed"><c>daily</c> for one paper a day, <c>free</c> for a new paper each time.</param>
public sealed record Blueprint(int Draw, ImmutableArray<(string Topic, int Count)> PerTopic, string Seed);
