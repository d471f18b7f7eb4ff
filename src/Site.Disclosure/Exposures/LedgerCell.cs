namespace Site.Disclosure;

/// <summary>A cell of a ledger in CSV: its text without quotes and outer blanks, and where it begins.</summary>
/// <param name="Text">Never to be repeated in a message: any cell may hold what someone pasted there.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1; that of the quotation mark where there is one.</param>
internal sealed record LedgerCell(string Text, int Line, int Column);
