using Site.Content.Rules;
using Site.Content.Scenes;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Scenes to find hazards in: what is read of them, and what is wrong at which place.</summary>
public sealed class SceneTests
{
    private const string Rest = "\n\n危险。\n\n> [!TIP]\n> 挪开。\n";

    [Fact]
    public void A_hazard_has_an_area_points_a_law_and_a_cure_and_a_thing_that_is_safe_has_none_of_them()
    {
        var scene = SceneReader.Read("s.md", "引子。\n\n## 纸箱 {#box area=\"12.5 30 25 20\" points=3 law=\"消防法(2021)#28\"}" + Rest + "\n## 灭火器 {#ext .safe area=\"60 20 20 30\"}\n\n挂着。\n", 1);

        Assert.Empty(scene.Body.Diagnostics);
        var (box, extinguisher) = (scene.Spots[0], scene.Spots[1]);
        Assert.Equal((new Area(12.5m, 30, 25, 20), 3, "消防法", "<p>挪开。</p>"), (box.Area!.Value, box.Hazard!.Points, box.Hazard.Law!.Law, MarkdownText.Show(box.Hazard.Cure).Trim()));
        Assert.Equal((new Area(60, 20, 20, 30), null), (extinguisher.Area!.Value, extinguisher.Hazard));
    }

    [Theory]
    [InlineData("## 纸箱 {#box area=\"0 0 8 10\" basis=\"规定\"}" + Rest, "")]
    [InlineData("## 纸箱 {#box area=\"0 0 100 100\" points=5 basis=\"规定\"}" + Rest, "")]
    [InlineData("## 纸箱 {#box basis=\"规定\"}" + Rest, "1:1 scene/no-area")]
    [InlineData("## 纸箱 {#box area=\"12 30 25\" basis=\"规定\"}" + Rest, "1:13 scene/unreadable-area")]
    [InlineData("## 纸箱 {#box area=\"80 30 25 20\" basis=\"规定\"}" + Rest, "1:13 scene/unreadable-area")]
    [InlineData("## 纸箱 {#box area=\"-1 30 25 20\" basis=\"规定\"}" + Rest, "1:13 scene/unreadable-area")]
    [InlineData("## 纸箱 {#box area=\"1 30 一 20\" basis=\"规定\"}" + Rest, "1:13 scene/unreadable-area")]
    [InlineData("## 纸箱 {#box area=\"10 30 3 20\" basis=\"规定\"}" + Rest, "1:13 scene/small-area")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\"}" + Rest, "1:1 scene/no-law")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\" law=\"消防法\"}" + Rest, "1:32 scene/unreadable-law")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\" points=9 basis=\"规定\"}" + Rest, "1:32 scene/points-out-of-range")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\" score=9 basis=\"规定\"}" + Rest, "1:32 scene/unknown-attribute")]
    [InlineData("## 纸箱 {#box .bad area=\"10 30 20 20\" basis=\"规定\"}" + Rest, "1:13 scene/unknown-attribute")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\" basis=\"规定\"}\n\n危险。\n", "1:1 scene/no-cure")]
    [InlineData("## 纸箱 {#box area=\"10 30 20 20\" basis=\"规定\"}\n\n> [!TIP]\n> 挪开。\n", "1:1 scene/no-reason")]
    [InlineData("## 纸箱 {area=\"10 30 20 20\" basis=\"规定\"}" + Rest, "1:1 scene/no-id|1:1 scene/no-hazard")]
    [InlineData("## 灯 {#lamp .safe}\n\n好的。\n", "1:1 scene/no-hazard")]
    [InlineData("## 灯 {#lamp .safe points=2}\n\n好的。\n\n## 纸箱 {#box area=\"10 30 20 20\" basis=\"规定\"}" + Rest, "1:19 scene/unknown-attribute")]
    [InlineData("## 灯 {#lamp .safe}\n\n好的。\n\n> [!TIP]\n> 改。\n\n## 纸箱 {#box area=\"10 30 20 20\" basis=\"规定\"}" + Rest, "5:1 scene/cure-of-safe")]
    public void What_is_wrong_is_said_at_its_place(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SceneReader.Read("s.md", text, 1).Body.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Code}")));

    [Fact]
    public void A_scene_needs_a_picture_and_its_laws_are_looked_up()
    {
        var website = SampleSite.Read(
            """
            -- content/scenes/kitchen.md --
            ---
            title: 厨房
            ---
            ## 纸箱 {#box area="10 30 20 20" law="没有的法(2021)#2"}

            危险。

            > [!TIP]
            > 挪开。
            """);

        Assert.Equal("scene/no-picture", Assert.Single(ScenePage.Definition.ProblemsOf(Assert.Single(website.Of<ScenePage>()))).Code);
        Assert.StartsWith("content/scenes/kitchen.md:4:1: error scene/unknown-law\n  隐患依据的 “没有的法” 不是本站的法律法规。", Assert.Single(QuizLaws.Find(website)).ToString(), StringComparison.Ordinal);
    }
}
