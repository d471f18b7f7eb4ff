using Site.Model;

namespace Site.Disclosure;

/// <summary>Files of <c>input/</c> that hold private values, and how to take them out.</summary>
/// <param name="Wants">Whether a file is one of them, by its path from the site folder.</param>
/// <param name="Read">Gives the values as written, each by itself; problems name places and never values.</param>
internal sealed record PrivateSource(Func<string, bool> Wants, Func<SourceFile, List<Problem>, IEnumerable<string>> Read);
