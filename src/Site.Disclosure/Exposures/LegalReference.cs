using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A law of the site and articles of it.</summary>
/// <param name="Law">A page of the site.</param>
/// <param name="Articles">One or more, each of which the law has, in the order written.</param>
internal sealed record LegalReference(LawPage Law, ImmutableArray<int> Articles);
