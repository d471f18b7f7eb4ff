namespace Site.Disclosure;

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
