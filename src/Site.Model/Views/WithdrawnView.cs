namespace Site.Model;

/// <summary>What is left of a withdrawn exposure entry: that it was withdrawn.</summary>
public sealed record WithdrawnView : View;
