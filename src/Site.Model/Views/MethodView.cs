namespace Site.Model;

/// <summary>How figures come about and why some are not said, in plain words.</summary>
public sealed record MethodView : View;
