namespace Site.Model;

/// <summary>An article of a law in one of its versions, written <c>消防法(2021)#5</c>.</summary>
/// <param name="Law">Id of a <see cref="LawPage"/>.</param>
/// <param name="Year">The version's year.</param>
/// <param name="Article">The article, 1 or more, or null for the law as a whole.</param>
public sealed record LawReference(string Law, int Year, int? Article);
