namespace Site.Model;

/// <summary>Two things that belong together.</summary>
/// <param name="Left">HTML of one line; often a picture of a sign.</param>
/// <param name="Right">Plain text, to choose from a list.</param>
public sealed record Pair(HtmlFragment Left, string Right);
