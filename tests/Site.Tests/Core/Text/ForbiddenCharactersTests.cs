using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>Characters that no text may contain, over all of UTF-16.</summary>
public sealed class ForbiddenCharactersTests
{
    [Fact]
    public void Each_unit_is_allowed_or_not_in_files_and_in_fields()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var text = $"文{(char)unit}字";
            var isForbidden = char.IsControl((char)unit) || unit is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) or 0xFFFE or 0xFFFF;
            List<Diagnostic> diagnostics = [];

            Assert.Equal(isForbidden && unit is not ('\t' or '\n'), !ForbiddenCharacters.Find("a.md", text, diagnostics));
            Assert.Equal(isForbidden && unit is not ('\t' or '\n') ? [new Location("a.md", 1, 2)] : [], diagnostics.Select(diagnostic => diagnostic.Location));
            Assert.Equal(isForbidden || char.IsSurrogate((char)unit) ? $"U+{unit:X4}" : null, ForbiddenCharacters.FirstIn(text));
        }
    }

    [Fact]
    public void Pairs_are_one_character_in_fields()
    {
        Assert.Null(ForbiddenCharacters.FirstIn(""));
        Assert.Null(ForbiddenCharacters.FirstIn("𠮷野家"));
        Assert.Equal("U+D842", ForbiddenCharacters.FirstIn("𠮷\uD842野"));
        Assert.Equal("U+DFB7", ForbiddenCharacters.FirstIn("\uDFB7𠮷"));
        Assert.Equal("U+0007", ForbiddenCharacters.FirstIn("😀😀\u0007"));
    }
}
