using Site.Cli.Build;
using Site.Content.Pages;
using Site.Rendering.Pages;
using Site.Rendering.Views;

namespace Site.Tests;

public class ThemesTests
{
    [Fact]
    public void Every_theme_has_a_layout_for_every_kind_of_page_and_view()
    {
        var kinds = typeof(Page).Assembly.GetTypes().Concat(typeof(View).Assembly.GetTypes())
            .Where(type => type is { IsAbstract: false } && (type.IsSubclassOf(typeof(Page)) || (type.IsSubclassOf(typeof(View)) && type != typeof(PageView))));

        var missing = from theme in ThemeRegistry.All
                      from kind in kinds
                      where theme.Templates.All(layout => layout.Of != kind)
                      select $"{kind.Name} has no layout in the theme {theme.Name}: add one, and a line in its table.";

        Findings.AssertNone(missing);
    }
}
