using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using Site.Core.Sources;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

public class RoundTripTests
{
    private static readonly ImmutableArray<SourceFile> Input =
        [.. SampleForms.Files, SampleSite.File("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nstreet-a,示例街道,city,street,\n")];

    private static readonly FormRegistry Registry = FormReader.Read(SampleForms.Files).Value;

    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-month")]
    [InlineData("bt2024-tour")]
    [InlineData("cc2019-stat")]
    public void What_is_written_into_an_empty_form_in_CSV_comes_back(string form) => ComesBack(form, "csv", FilledTables.Csv);

    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-month")]
    [InlineData("bt2024-tour")]
    [InlineData("cc2019-stat")]
    public void What_is_written_into_an_empty_workbook_comes_back(string form) => ComesBack(form, "xlsx", FilledTables.Workbook);

    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-month")]
    [InlineData("bt2024-tour")]
    [InlineData("cc2019-stat")]
    public void What_is_written_into_an_empty_Word_form_comes_back_whatever_happens_to_its_text(string form) => ComesBack(form, "docx", FilledWord.Fill);

    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-tour")]
    public void What_is_written_into_a_workbook_that_begins_with_the_ids_comes_back(string form) =>
        ComesBack(form, "xlsx", (template, sample) => FilledTables.Workbook(FilledTables.IdsFirst(template), sample));

    private static void ComesBack(string form, string format, Func<byte[], FilledSample, byte[]> fill)
    {
        var template = FormTemplate.Make(Input, form, format).Value!;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var sample = new FilledSample(Registry.FindForm(form)!, seed);
            var filled = SampleSite.File($"filled.{format}", fill(template, sample));
            var hasDay = sample.Form.Indicators.Any(indicator => indicator.Unit == "日期");

            var (received, diagnostics) = ReturnsImport.Read(Input, [filled], new(hasDay ? null : new(2026, 6, 20)));

            Assert.Empty(diagnostics);
            Assert.Equal(sample.Form.Indicators.Count(indicator => indicator.IsPersonal), received.Dropped);
            var written = Encoding.UTF8.GetString(received.File!.Load());
            Assert.DoesNotContain("13900000001", written);
            Assert.DoesNotContain("欧阳", written);
            var read = Assert.Single(ReturnsReader.Read(Registry, [received.File]).Value);
            Assert.Equal(("street-a", new DateOnly(2026, 6, 20), 0), (read.Unit, read.AsOf, read.Correction));
            Assert.Equal(sample.Values.OrderBy(pair => pair.Key), read.Figures.ToDictionary(figure => figure.Indicator, figure => figure.Value).OrderBy(pair => pair.Key));
        }).AssertHolds(60);
    }
}
