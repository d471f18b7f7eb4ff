namespace Site.Model.Privacy;

/// <summary>Something in a source that looks private. Whether it is declared public is known only when the whole site has been read.</summary>
public sealed record Suspicion
{
    internal Suspicion(Place where, PrivateKind kind, string written) => (Where, Kind, Written) = (where, kind, written);

    /// <summary>Its first character.</summary>
    public Place Where { get; }

    public PrivateKind Kind { get; }

    /// <summary>The value, which no message and no page may repeat.</summary>
    internal string Written { get; }

    /// <returns>The place and the kind, never the value.</returns>
    public override string ToString() => $"{Where} {Kind}";
}
