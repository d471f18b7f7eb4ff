using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Where the front matter fields of a page stand, so that a check can point at them long after reading.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Fields">Name, line and column (from 1) of each field's value, as written; a page has few, so a list is the smallest form.</param>
public sealed record FieldPlaces(string Path, ImmutableArray<(string Name, int Line, int Column)> Fields)
{
    /// <returns>The place of the field's value; line 1 and column 1 when the page does not have the field.</returns>
    public Place this[string name]
    {
        get
        {
            foreach (var (known, line, column) in Fields)
            {
                if (known == name)
                {
                    return new(Path, line, column);
                }
            }

            return new(Path);
        }
    }
}
