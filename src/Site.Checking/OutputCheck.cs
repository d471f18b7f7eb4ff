using Site.Model;

namespace Site.Checking;

/// <summary>A check of the list of files that are about to be written; their bytes are not made for it.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Find">Finds what is wrong.</param>
internal sealed record OutputCheck(string Name, Func<IReadOnlyList<OutputFile>, IEnumerable<Problem>> Find);
