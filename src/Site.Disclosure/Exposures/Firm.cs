using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>Who an entry is about, as readers may see it.</summary>
/// <param name="Subject">The firm's name; for a private person 某某, the trade and the street.</param>
/// <param name="IsPerson">Whether it is a private person's own business, whose name, code and place stay here.</param>
/// <param name="Hidden">Names that must not stand in any text of the entry, the longest first; empty for firms.</param>
internal sealed record Firm(string Subject, bool IsPerson, ImmutableArray<string> Hidden);
