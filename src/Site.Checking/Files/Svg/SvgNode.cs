using System.Collections.Immutable;
using System.Xml;
using Site.Model;

namespace Site.Checking.Files;

/// <summary>Where the reading of a drawing stands.</summary>
/// <param name="Path">The drawing.</param>
/// <param name="Reader">At the node in question.</param>
/// <param name="Problems">Takes what is wrong.</param>
internal sealed record SvgNode(string Path, XmlReader Reader, ImmutableArray<Problem>.Builder Problems)
{
    /// <summary>The first character of the node's name, or of its text.</summary>
    public Place Where => Reader is IXmlLineInfo info && info.HasLineInfo()
        ? new(Path, Math.Max(1, info.LineNumber), Math.Max(1, info.LinePosition))
        : new(Path);

    public void Add(Problem problem) => Problems.Add(problem);
}
