namespace Site.Reading;

/// <summary>Where a link leads: out of the site, to a place in it, or nowhere that may be linked.</summary>
internal abstract record Destination
{
    private Destination() { }

    /// <summary>Another site, a mailbox or a telephone.</summary>
    /// <param name="Address">Valid address in ASCII or with Chinese, not yet escaped for HTML.</param>
    /// <param name="IsWeb">Whether it is another site.</param>
    public sealed record Outside(string Address, bool IsWeb) : Destination;

    /// <summary>A page or file of the site.</summary>
    /// <param name="Target">As written, percent-decoded: relative path, <c>/…</c>, <c>#…</c> or <c>xref:…</c>.</param>
    public sealed record Inside(string Target) : Destination;

    /// <summary>An address that must not or cannot be linked.</summary>
    /// <param name="Code">Code of the problem.</param>
    /// <param name="What">What is wrong with it, in Chinese, to follow the quoted address.</param>
    /// <param name="Cure">What to do.</param>
    public sealed record Refused(string Code, string What, string Cure) : Destination;
}
