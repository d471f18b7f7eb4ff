namespace Site.Model;

/// <summary>What a column of figures counts.</summary>
/// <param name="Id">Its id in the forms, such as <c>bt2024-month.consult.events</c>.</param>
/// <param name="Label">What readers see, in simplified Chinese, without the unit.</param>
/// <param name="Unit">The unit of count: 场, 次, 人次. Figures of different units are never added up or drawn on one axis.</param>
/// <param name="Concept">What it has in common with indicators of other forms, such as <c>consult.events</c>, or null.</param>
public sealed record SafeIndicator(string Id, string Label, string Unit, string? Concept = null);
