using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A question bank that someone else wrote, as far as our own quiz syntax can carry it. Its texts are Markdown that this site reads.</summary>
/// <param name="Title">What the bank calls itself, in one line; empty where it does not say.</param>
/// <param name="Questions">Those that can be carried, in the order of the file.</param>
/// <param name="Pictures">Those that the texts show, by the names used there.</param>
/// <param name="Changes">Everything that was lost or changed, in the order of the file.</param>
/// <param name="Found">Questions in the file, those that cannot be carried included.</param>
public sealed record Bank(
    string Title, ImmutableArray<BankQuestion> Questions, ImmutableArray<BankPicture> Pictures, ImmutableArray<BankChange> Changes, int Found);
