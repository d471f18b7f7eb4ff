using System.Collections.Immutable;
using System.Text;
using Site.Core.Vocabularies;

namespace Site.Rendering.Views;

/// <summary>One way to narrow a list, drawn as radio buttons: 全部 (id <c>NAME-0</c>), then an option each (id <c>NAME-1</c> …).</summary>
/// <param name="Name">ASCII: name of the inputs, and of the attribute <c>data-NAME</c> on the entries.</param>
/// <param name="Label">What it says: 区域.</param>
/// <param name="Options">Value for <c>data-NAME</c> (no spaces in it) and label, in the order shown.</param>
public sealed record FilterGroup(string Name, string Label, ImmutableArray<Term> Options);

/// <summary>A style sheet that narrows a list by radio buttons, without script: what is not of the chosen value is hidden.</summary>
internal static class FilterStyles
{
    /// <returns>One rule an option; empty where there is nothing to choose.</returns>
    public static byte[] Of(ImmutableArray<FilterGroup> groups)
    {
        var css = new StringBuilder();
        foreach (var group in groups)
        {
            for (var option = 0; option < group.Options.Length; option++)
            {
                css.Append("main:has(#").Append(group.Name).Append('-').Append(option + 1).Append(":checked) [data-").Append(group.Name)
                    .Append("]:not([data-").Append(group.Name).Append("~=\"").Append(Escaped(group.Options[option].Id)).Append("\"]){display:none}\n");
            }
        }

        return Encoding.UTF8.GetBytes(css.ToString());
    }

    /// <summary>CSS Syntax Module Level 3, section 4.3.5: in a quoted string, all but letters, digits and hyphens as a code point.</summary>
    private static string Escaped(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune =>
            Rune.IsLetterOrDigit(rune) || rune.Value == '-' ? rune.ToString() : $"\\{rune.Value:x} "));
}
