namespace Site.Model;

/// <summary>What a decision rests on: a law that the site has, and articles that it has.</summary>
/// <param name="Address">The law's page.</param>
/// <param name="Text">《安全生产法》第四十一条、第一百零二条; the law alone where the articles would tell too much.</param>
public sealed record SafeLegalBasis(string Address, string Text);
