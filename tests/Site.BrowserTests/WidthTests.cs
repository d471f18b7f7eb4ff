namespace Site.BrowserTests;

/// <summary>Nothing has to be scrolled sideways to be read.</summary>
public sealed class WidthTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_fits_phones_tablets_and_screens_in_either_type(string template)
    {
        var look = await browsing.LookAtTemplateAsync(template);

        Assert.True(look.TooWide.Count == 0, string.Join('\n', look.TooWide));
    }
}
