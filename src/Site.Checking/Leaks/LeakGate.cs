using System.Collections.Immutable;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Checking.Leaks;

/// <summary>
/// The last look at a finished file: nothing of what was told in confidence, and nobody's telephone or identity card, may be in its bytes,
/// however they are encoded. Made once, used for every file, from any thread.
/// </summary>
public sealed class LeakGate
{
    private readonly TextLook look;

    private LeakGate(TextLook look) => this.look = look;

    /// <summary>Makes a gate.</summary>
    /// <param name="values">What was read in confidence.</param>
    /// <param name="publicContacts">Telephones and mail addresses that pages and settings declare as public, and names that the site publishes, as written.</param>
    public static LeakGate Create(PrivateValues values, IEnumerable<string> publicContacts)
    {
        var contacts = publicContacts.ToArray();
        return new(new(values.Without(contacts), new(contacts)));
    }

    /// <summary>Finds private values in a file.</summary>
    /// <param name="path">Path in the output folder, with forward slashes; its ending says whether numbers are text.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <returns>
    /// Errors <c>leak/private-value</c>, <c>leak/phone</c>, <c>leak/identity-card</c>, or <c>leak/cannot-look</c> for what cannot be opened,
    /// with line and column where the file is text, and never with the value.
    /// </returns>
    public ImmutableArray<Problem> Find(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileLook(look, path);
        file.Look(bytes, new("", TextFiles.HasNumbers(path), 0, at => at));
        return file.Problems(bytes);
    }
}
