using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A line of CODEOWNERS.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Pattern">Which files it is for, as in .gitignore: <c>/content/warnings/</c>.</param>
/// <param name="Owners">Who has to agree; none takes every owner away.</param>
public sealed record OwnerRule(int Line, string Pattern, ImmutableArray<string> Owners);
