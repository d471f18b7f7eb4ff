namespace Site.Tests;

public class AikenTests
{
    [Fact]
    public void Questions_options_and_answers_are_read()
    {
        Assert.Equal(
            "## 火警电话是？ {#bank-01 .single}\n- [ ] 110\n- [x] 119\n\n## 第二问 {#bank-02 .multiple score=partial}\n- [x] 甲\n- [ ] 乙\n- [x] 丙",
            BankSample.Markdown("aiken", "火警电话是？\nA) 110\nB) 119\nANSWER: B\n\n第二问\nA. 甲\nB. 乙\nC. 丙\nANSWER: A,C\n"));
    }

    [Theory]
    [InlineData("问\nA. 甲\nB. 乙\n", "1:1 bank/no-answer")]
    [InlineData("问\nA. 甲\nB. 乙\nANSWER: C", "4:1 bank/unknown-letter")]
    [InlineData("问\nA. 甲\nANSWER: A", "3:1 bank/choices-count")]
    [InlineData("问\nA. 甲\nB. 乙\n这是什么\nA. 甲\nB. 乙\nANSWER: A", "4:1 bank/no-answer")]
    public void A_bad_file_gives_a_located_error(string text, string diagnostics)
    {
        Assert.Equal(diagnostics, BankSample.Diagnostics("aiken", text));
    }
}
