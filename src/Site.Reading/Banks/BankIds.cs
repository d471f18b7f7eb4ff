using System.Globalization;

namespace Site.Reading;

/// <summary>Gives every question of a bank an id of its own.</summary>
/// <param name="name">What ids begin with where the bank gives none: letters that have no upper case, digits, hyphens.</param>
internal sealed class BankIds(string name)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private int number;

    /// <returns>The bank's own id if it is one of ours and still free, or else a new one.</returns>
    public string Take(string? own)
    {
        if (own is not null && ExplicitIds.IsId(own) && taken.Add(own))
        {
            return own;
        }

        string made;
        do
        {
            number++;
            made = string.Create(CultureInfo.InvariantCulture, $"{name}-{number:00}");
        }
        while (!taken.Add(made));
        return made;
    }
}
