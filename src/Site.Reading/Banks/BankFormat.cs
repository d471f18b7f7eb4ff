namespace Site.Reading;

/// <summary>A form in which banks come.</summary>
/// <param name="Name">What people write after <c>--format</c>.</param>
/// <param name="LargestInBytes">The largest file that is read.</param>
internal sealed record BankFormat(string Name, int LargestInBytes, Func<byte[], BankNotes, List<RawQuestion>?> Read)
{
    /// <returns>A form that is text.</returns>
    public static BankFormat OfText(string name, Func<string, BankNotes, List<RawQuestion>?> read) =>
        new(name, 8 * 1024 * 1024, (bytes, notes) => BankFileText.Read(bytes, notes) is { } text ? read(text, notes) : null);
}
