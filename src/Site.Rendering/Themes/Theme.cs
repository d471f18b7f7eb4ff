using System.Collections.Frozen;
using System.Reflection;

namespace Site.Rendering.Themes;

/// <summary>How pages look: the Razor components of one assembly, each found by its base class.</summary>
public sealed class Theme
{
    private readonly FrozenDictionary<Type, Type> pages;
    private readonly FrozenDictionary<Type, Type> views;
    private readonly FrozenDictionary<Type, Type> items;

    /// <param name="name">As in <c>site.yaml</c>.</param>
    /// <param name="components">
    /// Where its components lie: one <see cref="SiteLayout"/>, a <see cref="PageTemplate{TPage}"/> for each content type, a <see cref="ViewTemplate{TView}"/>
    /// for each type of view, and an <see cref="ItemsTemplate{TPage}"/> for each content type whose lists are more than rows.
    /// </param>
    /// <exception cref="InvalidOperationException">It has no layout or more than one.</exception>
    /// <exception cref="ArgumentException">Two templates are for the same type.</exception>
    public Theme(string name, Assembly components)
    {
        Name = name;
        var types = components.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(SiteComponent))).ToList();
        Layout = types.Single(type => type.IsSubclassOf(typeof(SiteLayout)));
        pages = By(types, typeof(PageTemplate<>));
        views = By(types, typeof(ViewTemplate<>));
        items = By(types, typeof(ItemsTemplate<>));
    }

    /// <summary>As in <c>site.yaml</c>.</summary>
    public string Name { get; }

    /// <summary>Everything around the main part of a page, a <see cref="SiteLayout"/>.</summary>
    public Type Layout { get; }

    /// <summary>Templates of pages and views, in no particular order.</summary>
    public IEnumerable<Type> Templates => pages.Values.Concat(views.Values);

    /// <returns>The template of a content type or view, or null where there is none.</returns>
    public Type? TemplateOf(Type pageOrView) => pages.GetValueOrDefault(pageOrView) ?? views.GetValueOrDefault(pageOrView);

    /// <returns>What draws a list of pages of one type, or null where rows do.</returns>
    public Type? ItemsOf(Type page) => items.GetValueOrDefault(page);

    private static FrozenDictionary<Type, Type> By(List<Type> types, Type template) =>
        types.Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == template)
            .ToFrozenDictionary(type => type.BaseType!.GetGenericArguments()[0]);
}
