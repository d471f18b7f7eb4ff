using System.Collections.Immutable;

namespace Site.Checking.Files;

/// <summary>How a kind of file begins.</summary>
/// <param name="Name">What it is called in Chinese.</param>
/// <param name="Endings">Endings in lower case, with the dot.</param>
/// <param name="Fits">Whether bytes, from the first on, are of this kind.</param>
internal sealed record FileSignature(string Name, ImmutableArray<string> Endings, Func<byte[], bool> Fits);
