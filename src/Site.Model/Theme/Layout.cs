namespace Site.Model;

/// <summary>Which component draws what.</summary>
/// <param name="Of">A kind of page (<c>typeof(NewsPage)</c>) or of view (<c>typeof(HomeView)</c>).</param>
/// <param name="Component">A Razor component.</param>
public sealed record Layout(Type Of, Type Component);
