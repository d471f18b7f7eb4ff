using Site.Model;

namespace Site.Disclosure;

/// <summary>What is written in one blank of a filled-in form. Raw, so it never leaves this room.</summary>
/// <param name="Indicator">The blank.</param>
/// <param name="Text">As written; the brackets of the blank may still be around it.</param>
/// <param name="IsFormula">Whether a formula gave it.</param>
/// <param name="Where">The place in the file, as exact as the format has it.</param>
/// <param name="Seen">The place in words: <c>第 1 个表格第 3 行</c>.</param>
internal sealed record WrittenBlank(Indicator Indicator, string Text, bool IsFormula, Place Where, string Seen);
