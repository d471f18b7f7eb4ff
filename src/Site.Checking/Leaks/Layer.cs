namespace Site.Checking.Leaks;

/// <summary>Where bytes come from that are looked at.</summary>
/// <param name="Inside">The parts of the file that they lie in, from outside: word/document.xml; empty for the file itself.</param>
/// <param name="HasNumbers">Whether telephones and identity cards of anybody count.</param>
/// <param name="Depth">How many wrappings were opened, from 0.</param>
/// <param name="Origin">The place in the file for a place in the bytes.</param>
/// <param name="IsGuess">Whether the bytes were decoded on a guess and may be no file at all.</param>
internal sealed record Layer(string Inside, bool HasNumbers, int Depth, Func<int, int> Origin, bool IsGuess = false);
