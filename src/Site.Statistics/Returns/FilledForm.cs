using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>A filled-in form as it came, before any figure is read. Raw, so it never leaves this project.</summary>
/// <param name="Form">Which form it is.</param>
/// <param name="Unit">Who filled it in, as written; empty where it does not say.</param>
/// <param name="Day">The day as written; empty where it does not say.</param>
/// <param name="Correction">What stands in the field 更正, as written.</param>
/// <param name="Blanks">What is written in each blank but those of persons.</param>
/// <param name="Dropped">How many particulars of persons were dropped.</param>
internal sealed record FilledForm(
    Form Form, string Unit, string Day, string Correction, ImmutableArray<WrittenBlank> Blanks, int Dropped);

/// <summary>What is written in one blank of a filled-in form. Raw, so it never leaves this project.</summary>
/// <param name="Indicator">The blank.</param>
/// <param name="Text">As written; the brackets of the blank may still be around it.</param>
/// <param name="IsFormula">Whether a formula gave it.</param>
/// <param name="Location">The place in the file, as exact as the format has it.</param>
/// <param name="Description">The place in words: <c>第 1 个表格第 3 行</c>.</param>
internal sealed record WrittenBlank(Indicator Indicator, string Text, bool IsFormula, Location Location, string Description);

/// <summary>What our empty forms carry beside the blanks of the form itself.</summary>
internal static class FormMarks
{
    public const string VersionLabel = "表格版本";

    public const string CorrectionLabel = "更正";

    /// <returns>The id of the row with the version of the form.</returns>
    public static string Version(Form form) => $"{form.Id}.header.version";

    /// <returns>The id of the row that says whether this is a correction.</returns>
    public static string Correction(Form form) => $"{form.Id}.header.correction";
}
