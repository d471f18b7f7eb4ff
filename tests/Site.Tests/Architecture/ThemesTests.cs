using Site.Cli.Build;
using Site.Rendering.Views;

namespace Site.Tests;

public class ThemesTests
{
    /// <remarks>Content types are looked at in <see cref="ContentTypeTests"/>.</remarks>
    [Fact]
    public void Every_theme_has_a_template_for_every_type_of_view()
    {
        var missing = from theme in ThemeRegistry.All
                      from view in typeof(View).Assembly.GetTypes()
                      where view.IsSubclassOf(typeof(View)) && !view.IsAbstract && view != typeof(PageView) && theme.TemplateOf(view) is null
                      select $"{view.Name} has no template in the theme {theme.Name}: add a component that begins with @inherits ViewTemplate<{view.Name}>.";

        Findings.AssertNone(missing);
    }
}
