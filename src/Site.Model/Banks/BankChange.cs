namespace Site.Model;

/// <summary>Something that a bank or a quiz has and that the other form cannot carry, or not as it was.</summary>
/// <param name="Where">The question's place in the file that was read.</param>
/// <param name="Item">What the question is called, in a few words.</param>
/// <param name="What">One sentence in simplified Chinese: what was lost or changed, and into what.</param>
public sealed record BankChange(Place Where, string Item, string What);
