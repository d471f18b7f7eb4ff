using Site.Model;

namespace Site.Checking;

/// <summary>A check of the whole site as read.</summary>
/// <param name="Name">The class that finds.</param>
/// <param name="Find">Finds what is wrong; may run beside other checks.</param>
internal sealed record ContentCheck(string Name, Func<Website, IEnumerable<Problem>> Find);
