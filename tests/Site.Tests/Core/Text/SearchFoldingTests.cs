using Site.Core.Text;

namespace Site.Tests;

public sealed class SearchFoldingTests
{
    [Theory]
    [InlineData("CO₂", "co2")]
    [InlineData("１２３４５", "12345")]
    [InlineData("Ⅱ级", "ii级")]
    [InlineData("25㎡", "25m2")]
    [InlineData("10³", "103")]
    [InlineData("①②", "12")]
    [InlineData("３０℃", "30°c")]
    [InlineData("ＡＥＤ", "aed")]
    [InlineData("rán qì", "ran qi")]
    [InlineData("燃氣洩漏", "燃气泄漏")]
    [InlineData("甲\u200B乙\u00AD丙", "甲乙丙")]
    [InlineData("GB\u30002894\u00A0条", "gb 2894 条")]
    [InlineData("𝟏𝟐", "12")]
    [InlineData("豈", "岂")]
    [InlineData("İſK", "isk")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("한국", "한국")]
    [InlineData("ｶﾞ", "カ")]
    [InlineData("燃气泄漏，怎么办？", "燃气泄漏,怎么办?")]
    public void Forms_of_one_character_are_taken_for_the_same(string text, string folded) => Assert.Equal(folded, SearchFolding.Fold(text));

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        var wrong = Enumerable.Range(0, 0x30000).Where(System.Text.Rune.IsValid).Select(point => new System.Text.Rune(point).ToString())
            .Where(text => SearchFolding.Fold(SearchFolding.Fold(text)) != SearchFolding.Fold(text));

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData('燃', "ran")]
    [InlineData('气', "qi")]
    [InlineData('绿', "lv")]
    [InlineData('a', null)]
    public void Characters_of_the_common_sets_have_a_reading(char character, string? reading) => Assert.Equal(reading, Pinyin.Of(character));
}
