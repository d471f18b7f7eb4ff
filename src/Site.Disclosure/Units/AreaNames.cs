using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>Names under which areas are shown.</summary>
internal static class AreaNames
{
    /// <returns>The names in the same order, each once: where two are equal, each has the name of the area it lies in before it.</returns>
    /// <param name="parents">For each area the place of the area it lies in, before its own; -1 for the first.</param>
    public static ImmutableArray<string> Of(IReadOnlyList<string> names, IReadOnlyList<int> parents)
    {
        var shown = names.ToArray();
        var prefix = parents.ToArray();
        while (true)
        {
            var twice = shown.Select((name, at) => (name, at)).GroupBy(area => area.name, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .SelectMany(group => group.Select(area => area.at)).Where(at => prefix[at] >= 0).ToArray();
            if (twice.Length == 0)
            {
                break;
            }

            foreach (var at in twice)
            {
                (shown[at], prefix[at]) = (names[prefix[at]] + shown[at], parents[prefix[at]]);
            }
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. shown.Select(name => (seen[name] = seen.GetValueOrDefault(name) + 1) is > 1 and var again ? $"{name}（{again}）" : name)];
    }
}
