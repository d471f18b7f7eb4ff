using Site.Core.Diagnostics;
using Site.Office;
using Site.Statistics.Inputs;

namespace Site.Tests;

/// <summary>The office of a small made-up city: two districts of two and three streets, and a fire brigade.</summary>
internal static class OfficeSample
{
    public const string Units =
        """
        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        jia,示例甲区,city,district,
        yi,示例乙区,city,district,
        jia-1,示例甲一街道,jia,street,
        jia-2,示例甲二街道,jia,street,
        yi-1,示例乙一街道,yi,street,
        yi-2,示例乙二街道,yi,street,
        yi-3,示例乙三街道,yi,street,
        fire,示例市消防救援支队,city,office,fire

        """;

    /// <summary>The form <c>sample</c>.</summary>
    public const string Form = "-- input/forms/sample.yaml --\n" + SampleForms.Short + "\n";

    /// <returns>What is read from units, the form and further files.</returns>
    public static Result<OfficeInput> Check(string text, string journal = "") =>
        OfficeInput.Read(new InputFiles(SampleSite.Files(Units + Form + text)), journal);

    /// <returns>The same.</returns>
    /// <exception cref="InvalidOperationException">Anything is wrong with it.</exception>
    public static OfficeInput Read(string text, string journal = "")
    {
        var (input, diagnostics) = Check(text, journal);
        return diagnostics.HasErrors() ? throw new InvalidOperationException(string.Join('\n', diagnostics)) : input;
    }

    /// <returns>A duties file of 2026.</returns>
    public static string Duties(string lines) => $"-- input/duties.yaml --\nyear: 2026\nduties:\n{lines}\n";

    /// <returns>A file of returns: a line a figure, <c>unit day value</c>, of the first blank of the form.</returns>
    public static string Returns(params string[] lines) =>
        "-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n" + string.Concat(lines.Select(line => line.Split(' ')).Select(word => $"sample,{word[0]},{word[1]},sample.study.sessions,{word[2]}\n"));
}
