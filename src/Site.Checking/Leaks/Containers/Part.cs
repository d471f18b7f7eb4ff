namespace Site.Checking.Leaks.Containers;

/// <summary>A part of a file that holds others, ready to be looked at.</summary>
/// <param name="Name">What an editor can find it by: word/document.xml; empty where it has no name.</param>
/// <param name="Bytes">The bytes, inflated.</param>
/// <param name="Obstacle">Why it cannot be looked at, as a sentence in Chinese, or null.</param>
internal sealed record Part(string Name, byte[] Bytes, string? Obstacle = null)
{
    public static Part Closed(string name, string obstacle) => new(name, [], obstacle);
}
