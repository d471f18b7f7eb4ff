namespace Site.Model;

/// <summary>A picture that came inside a bank.</summary>
/// <param name="Name">File name without folder, in lower case with its ending: <c>bank-01.png</c>; unique in the bank.</param>
public sealed record BankPicture(string Name, ReadOnlyMemory<byte> Bytes);
