using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Tests;

public class AnyInputTests
{
    /// <summary>Pieces that mean something to a form, a table or a number, and text that means nothing.</summary>
    private static readonly Gen<string> Any =
        from pieces in Gen.OneOf(
            Gen.Elements("id: ", "sections:\n", "  - ", "\n", ",", "\"", "\"\"", "（", "）", "(", "12", "１２", "1,234", "场", "人次", "无", "约", "-", ".", "=", "：", "[", "]", "{", "}", "&a", "*a", "\t", "\u0000", "□是", "☑否"),
            ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(text => text.Get)).ListOf(12)
        select string.Concat(pieces);

    [Fact]
    public void Any_text_is_a_form_or_a_diagnostic() => ForAny(text =>
    {
        var (registry, diagnostics) = FormReader.Read([SampleSite.File("input/forms/a.yaml", text)]);
        return registry.Forms.Length == 1 || !diagnostics.IsEmpty;
    });

    [Fact]
    public void Any_change_to_a_form_is_a_form_or_a_diagnostic_of_that_file() => ForAny(text =>
    {
        var at = (text.Length * 131) % SampleForms.Short.Length;
        var (registry, diagnostics) = FormReader.Read([SampleSite.File("input/forms/a.yaml", SampleForms.Short.Insert(at, text))]);
        return (registry.Forms.Length == 1) == diagnostics.IsEmpty && diagnostics.All(diagnostic => diagnostic.Location.Path == "input/forms/a.yaml");
    });

    [Fact]
    public void Any_rows_are_returns_or_diagnostics() => ForAny(text =>
    {
        var (returns, diagnostics) = ReturnsReader.Read(SampleForms.Registry,
            [SampleSite.File("input/returns/a.csv", $"form,unit,as_of,indicator,value\nsample,a,2026-06-20,sample.study.sessions,{text}\n")]);
        return !diagnostics.IsEmpty || returns.Length > 0;
    });

    [Fact]
    public void What_is_written_in_a_blank_is_a_figure_of_nine_digits_at_most_or_a_mistake_that_repeats_no_number() => ForAny(text =>
    {
        var count = FigureParser.ReadCount(text, "场");
        return count.Value is null or (>= 0 and < 1_000_000_000)
            && (count.Value is null || count.Mistake is null)
            && !Regex.IsMatch((count.Mistake ?? "").Replace("超过了 9 位", ""), "[0-9]");
    });

    [Fact]
    public void A_tick_is_yes_no_nothing_or_a_mistake() => ForAny(text => FigureParser.ReadBoolean(text).Value is null or 0 or 1);

    private static void ForAny(Func<string, bool> holds) =>
        Prop.ForAll(Any.ToArbitrary(), holds).AssertHolds(500);
}
