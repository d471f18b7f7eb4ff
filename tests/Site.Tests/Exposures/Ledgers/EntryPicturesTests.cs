using Site.Core.Diagnostics;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Exposures.SignOffs;

namespace Site.Tests;

/// <summary>Photographs of entries: how it was found, how it is since it was put right.</summary>
public class EntryPicturesTests
{
    private const string Columns = $"{Ledger.Columns},picture,picture_alt,picture_after,picture_after_alt";

    private static readonly string[] Rectified = ["status=rectified", "status_on=2026-06-05"];

    private static Result<PublicInput> Read(string pictures, params string[] cells) => ReadWith(["a.jpg", "b.jpg"], pictures, cells);

    private static Result<PublicInput> ReadWith(string[] names, string pictures, params string[] cells) => Ledger.ReadFiles("2026-06-10",
        [Ledger.File("input/exposures/a.csv", $"{Columns}\n{Ledger.Row(cells)},{pictures}\n"), .. names.Select(name => Ledger.File($"input/exposures/pictures/{name}", "x"))]);

    private static string[] Codes(Result<PublicInput> read) => [.. read.Diagnostics.Select(diagnostic => diagnostic.Code)];

    [Fact]
    public void An_entry_put_right_shows_how_it_was_and_how_it_is()
    {
        var read = Read("a.jpg,门上挂着锁,b.jpg,门开着", Rectified);

        Assert.Empty(read.Diagnostics);
        var entry = Assert.Single(read.Value.Exposures);
        Assert.Equal(("input/exposures/pictures/a.jpg", "门上挂着锁"), (entry.Picture?.Path, entry.Picture?.Alt));
        Assert.Equal(("input/exposures/pictures/b.jpg", "门开着"), (entry.PictureAfter?.Path, entry.PictureAfter?.Alt));
        Assert.Equal(2, read.Value.Pictures().Count());
    }

    [Fact]
    public void A_ledger_without_the_columns_is_as_good_as_before() => Assert.Null(Ledger.Entry().Picture);

    [Fact]
    public void What_is_not_put_right_yet_does_not_show_how_it_will_be()
    {
        var read = Read("a.jpg,门上挂着锁,b.jpg,门开着");

        Assert.Equal(["exposure/picture-too-early"], Codes(read));
        Assert.Null(Assert.Single(read.Value.Exposures).PictureAfter);
    }

    [Fact]
    public void A_later_ledger_need_not_name_the_first_picture_again()
    {
        var read = Ledger.ReadFiles("2026-06-10",
            Ledger.File("input/exposures/a.csv", $"{Columns}\n{Ledger.Row()},a.jpg,门上挂着锁,,\n"),
            Ledger.File("input/exposures/b.csv", $"{Columns}\n{Ledger.Row(Rectified)},,,b.jpg,门开着\n"),
            Ledger.File("input/exposures/pictures/a.jpg", "x"), Ledger.File("input/exposures/pictures/b.jpg", "x"));

        Assert.Empty(read.Diagnostics);
        Assert.Equal("门上挂着锁", Assert.Single(read.Value.Exposures).Picture?.Alt);
    }

    [Theory]
    [InlineData("c.jpg,门,,", "exposure/missing-picture")]
    [InlineData("../../secret.jpg,门,,", "exposure/wrong-picture")]
    [InlineData("pictures/a.jpg,门,,", "exposure/wrong-picture")]
    [InlineData("现场.jpg,门,,", "exposure/wrong-picture")]
    [InlineData("A.JPG,门,,", "exposure/wrong-picture")]
    [InlineData("a.heic,门,,", "exposure/wrong-picture")]
    [InlineData("a.svg,门,,", "exposure/wrong-picture")]
    [InlineData("a.jpg,,,", "exposure/no-alt")]
    [InlineData(",门上挂着锁,,", "exposure/no-picture")]
    [InlineData(",,b.jpg,", "exposure/no-alt")]
    public void A_picture_that_cannot_be_shown_is_an_error_at_its_cell(string pictures, string code)
    {
        var diagnostic = Assert.Single(Read(pictures, Rectified).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);

        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(2, diagnostic.Location.Line);
        Assert.DoesNotContain("secret", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_offered() =>
        Assert.Contains("是不是 a.jpg？", Assert.Single(ReadWith(["a.jpg"], "aa.jpg,门,,").Diagnostics, diagnostic => diagnostic.Code == "exposure/missing-picture").Help, StringComparison.Ordinal);

    [Fact]
    public void Words_for_a_picture_are_redacted_as_all_texts_are()
    {
        var read = Read("a.jpg,门上写着13800138000,,");

        Assert.Equal("门上写着■■", Assert.Single(read.Value.Exposures).Picture?.Alt);
        Assert.Contains("exposure/masked", Codes(read));
    }

    [Theory]
    [InlineData("source=群众举报")]
    [InlineData("reporter=甲乙丙")]
    public void What_rests_on_a_lead_shows_no_picture_and_makes_none(string cell) => Assert.Empty(Read("a.jpg,门上挂着锁,b.jpg,门开着", [.. Rectified, cell]).Value.Pictures());

    [Fact]
    public void Words_that_tell_of_a_lead_make_it_one() => Assert.Empty(Read("a.jpg,群众举报时拍的照片，门上挂着锁,,").Value.Pictures());

    [Fact]
    public void What_rested_on_a_lead_in_an_earlier_ledger_still_does()
    {
        var read = Ledger.ReadFiles("2026-06-10",
            Ledger.File("input/exposures/a.csv", $"{Columns}\n{Ledger.Row("source=市民举报")},a.jpg,门上挂着锁,,\n"),
            Ledger.File("input/exposures/b.csv", $"{Columns}\n{Ledger.Row([.. Rectified, "source=复查"])},,,b.jpg,门开着\n"),
            Ledger.File("input/exposures/pictures/a.jpg", "x"), Ledger.File("input/exposures/pictures/b.jpg", "x"));

        Assert.Empty(read.Value.Pictures());
        Assert.NotEqual(DayPrecision.Day, Assert.Single(read.Value.Exposures).Published.Precision);
    }

    [Fact]
    public void A_private_person_s_business_shows_no_picture()
    {
        var read = Read("a.jpg,门上挂着锁,,", "enterprise=示例小吃店（个体工商户）");

        Assert.Contains("exposure/picture-of-person", Codes(read));
        Assert.Empty(read.Value.Pictures());
    }

    [Fact]
    public void A_withdrawn_entry_shows_no_picture() =>
        Assert.Empty(Read("a.jpg,门上挂着锁,b.jpg,门开着", "status=withdrawn", "status_on=2026-06-05").Value.Pictures());

    [Fact]
    public void A_file_that_no_row_names_is_told() =>
        Assert.Equal(["exposure/unused-picture"], Codes(Read("a.jpg,门上挂着锁,,")));

    [Theory]
    [InlineData("other", false)]
    [InlineData("x", true)]
    public void Another_picture_voids_the_signature_of_the_ledger(string bytes, bool isSame)
    {
        var rules = SignOffReader.Read(new(SampleSite.Files("-- input/policy.yaml --\nsignOff: {exposures: [科室审核]}"))).Value.Rules;
        string Hash(string picture) => Assert.Single(SignedItems.Find(Ledger.Website(), [],
            [Ledger.File("input/exposures/a.csv", $"{Columns}\n{Ledger.Row()},a.jpg,门,,\n"), Ledger.File("input/exposures/pictures/a.jpg", picture)], rules)).ContentHash;

        Assert.Equal(isSame, Hash("x") == Hash(bytes));
    }
}
