namespace Site.Model;

/// <summary>Two things of a bank that belong together.</summary>
/// <param name="Left">Markdown of one line, without <c>::</c>.</param>
/// <param name="Right">Markdown of one line that is plain text.</param>
public sealed record BankPair(string Left, string Right);
