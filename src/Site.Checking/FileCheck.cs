using System.Collections.Immutable;
using Site.Model;

namespace Site.Checking;

/// <summary>A check that needs a file's bytes.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Endings">Which files it wants, by the ending of their names in lower case, with the dot.</param>
/// <param name="LargestInBytes">The longest file that it reads; a longer one is not loaded for it.</param>
/// <param name="Find">Finds what is wrong, given the path from the site folder and all bytes; may run beside other checks.</param>
internal sealed record FileCheck(
    string Name, ImmutableArray<string> Endings, int LargestInBytes, Func<string, byte[], IEnumerable<Problem>> Find);
