using Site.Cli.Build;
using Site.Rendering.Views;

namespace Site.Tests;

public class ThemesTests
{
    /// <summary>That it has one for every type of page stands in <see cref="ContentTypeTests"/>.</summary>
    [Fact]
    public void Every_theme_has_a_template_for_every_type_of_view()
    {
        var views = typeof(View).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(View)) && type != typeof(PageView));

        var missing = from theme in ThemeRegistry.All
                      from type in views
                      where theme.TemplateOf(type) is null
                      select $"{type.Name} has no template in the theme {theme.Name}: add a component that begins with @inherits ViewTemplate<{type.Name}>.";

        Findings.AssertNone(missing);
    }
}
