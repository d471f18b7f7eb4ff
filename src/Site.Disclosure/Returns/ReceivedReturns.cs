using Site.Model;

namespace Site.Disclosure;

/// <summary>What an import came to: one new file for <c>input/returns/</c>, and counts that name nobody.</summary>
/// <param name="File">The file to write; null where there is nothing to write, or anything was wrong.</param>
/// <param name="Returns">Number of returns in it.</param>
/// <param name="Units">Number of units they come from.</param>
/// <param name="Reported">Number of blanks that are filled in.</param>
/// <param name="NotReported">Number of blanks that are empty, which is not 0.</param>
/// <param name="Corrections">How many of the returns correct an earlier one.</param>
/// <param name="Dropped">Number of particulars of persons that were dropped.</param>
public sealed record ReceivedReturns(SourceFile? File, int Returns, int Units, int Reported, int NotReported, int Corrections, int Dropped);
