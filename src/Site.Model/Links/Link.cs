namespace Site.Model;

/// <summary>A link from one page of the site to another page or file of it.</summary>
/// <param name="Where">Its place in the source.</param>
/// <param name="Target">As written, percent-decoded: <c>../guides/gas-leak.md#先做什么</c>, <c>#先做什么</c>, <c>/guides/</c> or <c>xref:gas-leak</c>.</param>
public sealed record Link(Place Where, string Target);
