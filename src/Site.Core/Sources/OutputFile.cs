using System.Buffers;

namespace Site.Core.Sources;

/// <summary>A file of the website: its path, and a pure function that writes its bytes.</summary>
/// <param name="Path">Path in the output folder, with forward slashes and no leading one, decoded: <c>news/2024/开放日/index.html</c>.</param>
/// <param name="Write">Writes all bytes, the same each time; safe to call from any thread.</param>
public sealed record OutputFile(string Path, Action<IBufferWriter<byte>> Write);
