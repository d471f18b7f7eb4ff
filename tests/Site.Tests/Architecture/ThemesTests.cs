using Site.Cli.Build;
using Site.Content.Pages;
using Site.Rendering.Views;

namespace Site.Tests;

public class ThemesTests
{
    [Fact]
    public void Every_theme_has_a_template_for_every_type_of_page_and_view()
    {
        var pages = typeof(Page).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Page)));
        var views = typeof(View).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(View)) && type != typeof(PageView));

        var missing = from theme in ThemeRegistry.All
                      from type in pages.Concat(views)
                      where theme.TemplateOf(type) is null
                      let parent = type.IsSubclassOf(typeof(Page)) ? "PageTemplate" : "ViewTemplate"
                      select $"{type.Name} has no template in the theme {theme.Name}: add a component that begins with @inherits {parent}<{type.Name}>.";

        Findings.AssertNone(missing);
    }
}
