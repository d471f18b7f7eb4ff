namespace Site.Model.Privacy;

/// <summary>Every kind of number, in the order in which they are tried. A new kind is a file beside this one and a line here.</summary>
internal static class NumberKinds
{
    private const int ShortestNumber = 7;

    /// <param name="candidate">The digits.</param>
    /// <param name="lastPhoneEnd">Where the last telephone before this place ends, or -1.</param>
    /// <returns>What the digits are, or null when they are nothing private.</returns>
    public static FoundNumber? Of(in NumberCandidate candidate, int lastPhoneEnd) =>
        candidate.Digits.Length < ShortestNumber
            ? null
            : IdentityCards.Read(candidate) ?? Mobiles.Read(candidate) ?? Landlines.Read(candidate, lastPhoneEnd) ?? BankCards.Read(candidate);
}
