namespace Site.Model;

/// <summary>A line of a ledger.</summary>
/// <param name="Where">The line.</param>
/// <param name="SignOff">Who signed, and when.</param>
/// <param name="Content">What was signed: 64 hexadecimal digits, as <see cref="SignedContent.Hash"/> gives them.</param>
public sealed record Signature(Place Where, SignOff SignOff, string Content);
