using Site.Core.Vocabularies;
using Site.Privacy.Leaks;
using Site.Privacy.Values;

namespace Site.Tests;

/// <summary>What counts as private depends on where in <c>input/</c> it stands.</summary>
public class SecretOriginTests
{
    [Theory]
    [InlineData("日常巡查")]
    [InlineData("消防监督检查")]
    [InlineData("联合检查")]
    [InlineData("出海前检查")]
    [InlineData("自查")]
    [InlineData("群众举报")]
    [InlineData("节前联合检查、抽查")]
    [InlineData("企业自查自纠")]
    [InlineData("“双随机、一公开”检查")]
    [InlineData("有限空间专项整治")]
    [InlineData("12350热线转办")]
    [InlineData("Routine inspection")]
    public void A_way_of_finding_is_never_private(string way)
    {
        Assert.True(WaysOfFinding.Covers(way));
        Assert.Empty(Find(way, SecretOrigin.Source, $"<p>本周通过{way}发现问题。</p><td>{way}</td>"));
        Assert.Empty(Find(way, SecretOrigin.Note, $"<p>{way}</p>"));
        Assert.Empty(Find(way, SecretOrigin.Person, $"<p>{way}</p>"));
    }

    [Theory]
    [InlineData("夜班保管员说钥匙挂在门岗抽屉第三格里")]
    [InlineData("李四海")]
    [InlineData("15400000430")]
    public void No_page_makes_a_canary_public_by_naming_it_as_its_reviewer_or_contact(string canary)
    {
        var gate = LeakScanner.Create(PrivateValues.Of([new SecretText(canary, SecretOrigin.Canary)]), [canary]);

        Assert.NotEmpty(gate.Find("a/index.html", Encodings.Text($"<p>据说{canary}，后来改了</p>")));
    }

    [Theory]
    [InlineData("李四海反映")]
    [InlineData("示例街道老周")]
    [InlineData("三号车间夜班工人")]
    [InlineData("安全")]
    [InlineData("企业")]
    [InlineData("")]
    [InlineData("、")]
    public void Other_texts_are_no_way_of_finding(string text) => Assert.False(WaysOfFinding.Covers(text));

    [Theory]
    [InlineData("安全生产")]
    [InlineData("渔港码头")]
    [InlineData("整改情况向居民公示")]
    [InlineData("夜间值守")]
    [InlineData("高层建筑")]
    [InlineData("责令限期改正并处罚款")]
    [InlineData("training")]
    public void Ordinary_words_of_a_source_or_a_note_pass(string words)
    {
        Assert.Empty(Find(words, SecretOrigin.Source, $"<td>{words}</td>"));
        Assert.Empty(Find(words, SecretOrigin.Note, $"<p>关于{words}的通知</p>"));
    }

    [Theory]
    [InlineData("其前员工来电称三号车间夜间无人", "三号车间夜间无人")]
    [InlineData("门卫老周透露每周三凌晨卸货", "门卫老周透露每周三凌晨卸货")]
    [InlineData("举报人李四海，15400000001", "15400000001")]
    [InlineData("李四海反映", "李四海")]
    [InlineData("微信wxid_test000000demo1", "wxid_test000000demo1")]
    public void What_tells_of_a_person_or_a_lead_is_found_in_a_source_or_a_note(string written, string told)
    {
        Assert.NotEmpty(Find(written, SecretOrigin.Source, $"<p>{written}</p>"));
        Assert.NotEmpty(Find(written, SecretOrigin.Note, $"<p>{written}</p>"));
        Assert.Contains(told, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SecretOrigin.Source, "台账里写明来源的一格", "线索从哪里来")]
    [InlineData(SecretOrigin.Note, "备注", "只写查实后")]
    [InlineData(SecretOrigin.Canary, "canaries.txt", "从 input/canaries.txt 里去掉")]
    [InlineData(SecretOrigin.Person, "姓名、电话", "从它的来源里删去")]
    [InlineData(SecretOrigin.FileName, "文件夹的名字", "改名")]
    [InlineData(SecretOrigin.Business, "字号", "某某")]
    public void The_message_names_the_kind_and_the_cure(SecretOrigin origin, string label, string cure)
    {
        var diagnostic = Assert.Single(Find("门卫老周透露每周三凌晨卸货", origin, "<p>门卫老周透露每周三凌晨卸货</p>"));

        Assert.Contains(label, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(cure, diagnostic.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张**")]
    [InlineData("张某")]
    [InlineData("张某某")]
    [InlineData("欧阳某某")]
    [InlineData("李XX")]
    public void A_name_that_is_masked_already_is_no_secret_wherever_it_stands(string masked)
    {
        foreach (var text in (string[])[masked, "举报人张某某、李XX已获奖励", "张*、张**、欧阳某某", "张三丰"])
        {
            Assert.Empty(Find(masked, SecretOrigin.Reporter, $"<p>{text}</p>"));
            Assert.Empty(Find(masked, SecretOrigin.Person, $"<td>{text}</td>"));
        }
    }

    [Fact]
    public void A_masked_name_beside_a_number_or_a_sentence_hides_neither()
    {
        Assert.NotEmpty(Find("张**，15400000001", SecretOrigin.Reporter, "<p>15400000001</p>"));
        Assert.NotEmpty(Find("张**说三号车间夜班锁闭后门没人管", SecretOrigin.Canary, "<p>三号车间夜班锁闭后门没人管</p>"));
        Assert.NotEmpty(Find("李四海", SecretOrigin.Reporter, "<p>李*四*海</p>".Replace("*", "\u200B", StringComparison.Ordinal)));
        Assert.Empty(Find("李四海", SecretOrigin.Reporter, "<p>李**、李*海</p>"));
        Assert.NotEmpty(Find("张某某", SecretOrigin.Canary, "<p>张某某</p>"));
    }

    [Fact]
    public void Naming_a_reporter_as_reviewer_makes_the_name_no_more_public()
    {
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of([new SecretText("李四海", SecretOrigin.Reporter)]), ["李四海"]).Find("a/index.html", "<p>审核：李四海</p>"u8));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of([new SecretText("示例街道办", SecretOrigin.Reporter)]), ["示例街道办"]).Find("a/index.html", "<p>审核：示例街道办</p>"u8));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of([new SecretText("李四海", SecretOrigin.Person)]), ["李四海"]).Find("a/index.html", "<p>审核：李四海</p>"u8));
    }

    private static System.Collections.Immutable.ImmutableArray<Site.Core.Diagnostics.Diagnostic> Find(string written, SecretOrigin origin, string text) =>
        LeakScanner.Create(PrivateValues.Of([new SecretText(written, origin)]), []).Find("a/index.html", Encodings.Text(text));
}
