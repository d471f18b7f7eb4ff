using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Privacy.Leaks.Containers;
using Site.Privacy.Decoding;
using Site.Privacy.Recognition;
using Site.Privacy.Values;

namespace Site.Privacy.Leaks;

/// <summary>Scans one file, layer by layer, and collects all matches.</summary>
internal sealed class FileScanner(TextScanner scanner, CleanParts clean, string path)
{
    /// <summary>What messages begin with that say what was found.</summary>
    public const string Here = "这里有一个";

    private const string Delete = "从它的来源里删去；公开的电话要先在设置或页面里声明。";
    private const string Replace = "换成能检查的文件，或者不放到网站上。";
    private const int Deepest = 3;
    private const int ShortestInBytes = 2;
    private const int ShortestOfAGuess = 3;
    private readonly bool isMail = TextFiles.HasFoldedLines(path);
    private readonly Inflation inflation = new();
    private readonly List<(string Code, string Label, string Help, string Inside, int At)> found = [];
    private readonly List<LeakMatch> matches = [];
    private int deepestParts = CleanLook.NoParts;

    /// <param name="bytes">The whole file.</param>
    public void Scan(ReadOnlySpan<byte> bytes)
    {
        var layer = new ScanLayer("", TextFiles.HasNumbers(path), 0, 0, at => at);
        if (SearchTerms.Read(path, bytes) is { } terms)
        {
            ScanText(terms, layer with { Origin = _ => 0 }, ShortestInBytes);
        }
        else if (LinedTexts.KindOf(path) is LinedKind.Other or LinedKind.Markup)
        {
            ScanOnce(bytes, layer);
        }
        else
        {
            Scan(bytes, layer);
        }
    }

    private void Scan(ReadOnlySpan<byte> bytes, ScanLayer layer)
    {
        if (MayHoldParts(bytes) && FileParts.Of(layer.Inside.Length > 0 ? layer.Inside : path, bytes.ToArray(), inflation, packed => IsClean(packed, layer)) is { } parts)
        {
            ScanParts(parts, layer);
            return;
        }

        ScanText(bytes, layer, ShortestInBytes);
        if (layer is { HasNumbers: true, IsGuess: false } && KindOf(layer) is var kind and not LinedKind.Page)
        {
            ScanLines(kind, bytes, layer);
        }

        if (Utf16Texts.MayBeIn(bytes) && !IsProgramOrFont(bytes))
        {
            foreach (var (utf8, shortest) in Utf16Texts.Read(bytes.ToArray()))
            {
                ScanText(utf8.Span, layer with { Origin = at => layer.Origin(0) }, shortest);
            }
        }
    }

    /// <returns>All diagnostics; lines and columns refer to the bytes of the file itself.</returns>
    public ImmutableArray<Diagnostic> Diagnostics(ReadOnlySpan<byte> bytes)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>(found.Count);
        foreach (var (code, label, help, inside, at) in found)
        {
            var before = bytes[..Math.Clamp(at, 0, bytes.Length)];
            var isInside = inside.Length > 0;
            var location = OutputPaths.LocationOf(path) with
            {
                Line = isInside ? 1 : before.Count((byte)'\n') + 1,
                Column = isInside ? 1 : Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1,
            };
            var position = isInside ? $"（在其中的 {Quoted.Short(inside)}）" : $"（第 {at} 字节）";
            diagnostics.Add(Diagnostic.Error(code, location, label + position + "。", help));
        }

        return [.. diagnostics.Distinct()];
    }

    /// <summary>Looks for what is not in the bytes as they stand: texts in GB 18030, sentences that go on in the next caption, words that markup splits. Pages are always in UTF-8.</summary>
    private void ScanLines(LinedKind kind, ReadOnlySpan<byte> bytes, ScanLayer layer)
    {
        ScanMarkup(kind, bytes, layer, ShortestInBytes);
        foreach (var text in LinedTexts.Read(kind, bytes.ToArray()))
        {
            var read = layer with { Origin = at => layer.Origin(text.Origin(at)) };
            ScanText(text.Bytes, read, ShortestOfAGuess);
            ScanMarkup(kind, text.Bytes, read, ShortestOfAGuess);
        }
    }

    private void ScanMarkup(LinedKind kind, ReadOnlySpan<byte> bytes, ScanLayer layer, int shortest)
    {
        if (kind == LinedKind.Markup && MarkupTexts.Read(bytes) is { } shown)
        {
            using (shown)
            {
                ScanText(shown.Bytes, layer with { Origin = at => layer.Origin(shown.Origin(at)) }, shortest);
            }
        }
    }

    private LinedKind KindOf(ScanLayer layer) => layer.Inside.Length > 0 ? LinedTexts.KindOfPart(layer.Inside) : LinedTexts.KindOf(path);

    private void ScanParts(IEnumerable<FilePart> parts, ScanLayer layer)
    {
        if (layer.IsGuess && layer.Decoded == Deepest)
        {
            return;
        }

        if (!layer.IsGuess && layer.Depth == Deepest)
        {
            found.Add(("leak/cannot-look", $"文件里的压缩包套了 {Deepest} 层以上，没有检查到底", Replace, layer.Inside, layer.Origin(0)));
            return;
        }

        deepestParts = layer.IsGuess ? deepestParts : Math.Max(deepestParts, layer.Depth);
        foreach (var part in parts)
        {
            var inside = string.Join(" / ", ((string[])[layer.Inside, part.Name]).Where(name => name.Length > 0));
            if (part.Obstacle is { } obstacle && (!layer.IsGuess || obstacle.StartsWith("解压后", StringComparison.Ordinal)))
            {
                found.Add(("leak/cannot-look", "不能检查有没有泄露：" + obstacle.TrimEnd('。'), Replace, inside, layer.Origin(0)));
            }

            ScanOnce(part.Bytes, Within(layer, inside, part.Name));
            if (part.Packed is { } packed && found.Count == 0 && deepestParts <= layer.Depth)
            {
                clean.Add(KeyOf(packed.Bytes, Within(layer, inside, part.Name)) with { IsPacked = true }, new(CleanLook.NoParts, packed.Inflated));
            }
        }
    }

    private static ScanLayer Within(ScanLayer layer, string inside, string name) =>
        new(inside.Length > 0 ? inside : "压缩内容", name.Contains('.') ? TextFiles.HasNumbers(name) : layer.HasNumbers, layer.Depth + 1, layer.IsGuess ? layer.Decoded + 1 : 0, at => 0, layer.IsGuess);

    /// <summary>Whether a compressed stream of a document was unpacked before and nothing was found in it; its bytes count all the same.</summary>
    private bool IsClean(Digest packed, ScanLayer layer) =>
        clean.Find(KeyOf(packed, Within(layer, "PDF", "PDF")) with { IsPacked = true }) is { } look && inflation.TryTake(look.Inflated);

    private CleanPart KeyOf(Digest bytes, ScanLayer layer) => new(bytes, KindOf(layer), isMail, layer.HasNumbers, layer.IsGuess, layer.Decoded);

    /// <summary>
    /// Scans a part, or a whole file that may lie in an archive too, unless nothing was found in the same bytes before. A gzip file is opened each time: how what it holds is read, its own name tells.
    /// </summary>
    private void ScanOnce(ReadOnlySpan<byte> bytes, ScanLayer layer)
    {
        if (bytes.Length < CleanParts.Shortest || FileParts.IsGzip(bytes))
        {
            Scan(bytes, layer);
            return;
        }

        var key = KeyOf(Digest.Of(bytes), layer);
        if (clean.Find(key) is { } look && look.Parts + layer.Depth < Deepest && inflation.TryTake(look.Inflated))
        {
            deepestParts = Math.Max(deepestParts, look.Parts + layer.Depth);
            return;
        }

        var (outside, before, left) = (deepestParts, found.Count, inflation.Left);
        deepestParts = CleanLook.NoParts;
        Scan(bytes, layer);
        if (found.Count == before)
        {
            clean.Add(key, new(deepestParts - layer.Depth, left - inflation.Left));
        }

        deepestParts = Math.Max(deepestParts, outside);
    }

    private void ScanText(ReadOnlySpan<byte> bytes, ScanLayer layer, int shortest)
    {
        Collect(bytes, layer, shortest);
        ScanBase64(bytes, layer);
        if (layer.Decoded < Deepest && Escapes.Decode(bytes, isMail) is { } decoded)
        {
            using (decoded)
            {
                ScanText(decoded.Bytes, layer with { Decoded = layer.Decoded + 1, Origin = at => layer.Origin(decoded.Origin(at)) }, shortest);
            }
        }
    }

    private void ScanBase64(ReadOnlySpan<byte> bytes, ScanLayer layer)
    {
        if (layer.Decoded < Deepest)
        {
            Base64Runs.FindAll(bytes, (digits, at) => ScanRun(digits, at, layer));
        }
    }

    /// <summary>Decodes on a guess and scans what comes of it: hashes and addresses are the same on many pages.</summary>
    private void ScanRun(ReadOnlySpan<byte> digits, int at, ScanLayer layer)
    {
        var how = (layer.Decoded * 4) + (layer.HasNumbers ? 2 : 0) + (isMail ? 1 : 0);
        if (digits.Length > CleanParts.LongestRun || !clean.Runs.Holds(digits, how))
        {
            var (before, left, guess) = (found.Count, inflation.Left, layer with { Decoded = layer.Decoded + 1, Origin = _ => layer.Origin(at), IsGuess = true });
            Base64Runs.Decode(digits, decoded => Scan(decoded, guess));
            if (digits.Length <= CleanParts.LongestRun && found.Count == before && inflation.Left == left)
            {
                clean.Runs.Add(digits, how);
            }
        }
    }

    private void Collect(ReadOnlySpan<byte> bytes, ScanLayer layer, int shortest)
    {
        scanner.Find(bytes, layer.HasNumbers, shortest, matches);
        foreach (var match in matches)
        {
            found.Add(match.Kind is { } kind
                ? ($"leak/{kind.Code()}", Here + kind.Label(), Delete, layer.Inside, layer.Origin(match.Offset))
                : ("leak/private-value", LabelOf(match.Origin), HelpOf(match.Origin), layer.Inside, layer.Origin(match.Offset)));
        }

        matches.Clear();
    }

    private static string LabelOf(SecretOrigin origin) => Here + "来自 input 的非公开内容：" + origin switch
    {
        SecretOrigin.Source => "台账里写明来源的一格",
        SecretOrigin.Note => "台账或报表里的备注",
        SecretOrigin.Canary => LeakScanner.OfCanaries,
        SecretOrigin.FileName => LeakScanner.OfFileNames,
        SecretOrigin.Business => "台账里个人经营者的字号",
        _ => LeakScanner.OfPersons,
    };

    private static string HelpOf(SecretOrigin origin) => origin switch
    {
        SecretOrigin.Source => "改写这一处，不写线索从哪里来；如果那一格只说怎样发现的（如“日常巡查”），把台账里的写法改成发现方式词表里的词。",
        SecretOrigin.Note => "改写这一处，只写查实后可以公开的情况；备注里的话不能照抄。",
        SecretOrigin.Canary => "改写这一处；那一行如果可以公开，就从 input/canaries.txt 里去掉。",
        SecretOrigin.FileName => "改写这一处，不写报送文件的名字；或者给那个文件改名，只写日期和表名。",
        SecretOrigin.Business => "改写这一处，字号写成“某某”。",
        _ => Delete,
    };

    private static bool MayHoldParts(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 3 && (bytes[0] is 0x1F or (byte)'P' or 0x89 or 0xFF or (byte)'R' or (byte)'%' or (byte)'7' or 0xFD or 0x28 or (byte)'B'
            || bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0);

    private static bool IsProgramOrFont(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("wOF"u8) || bytes.StartsWith("OTTO"u8) || bytes.StartsWith("\0asm"u8) || bytes.StartsWith("\0\u0001\0\0"u8) || IsBareFont(bytes);

    /// <summary>The outlines of one font without a file around them, as PDFs hold them: a header of four bytes and the list of names (Adobe Technical Note 5176, 6 and 7).</summary>
    private static bool IsBareFont(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 6 && bytes.StartsWith("\u0001\0\u0004"u8) && bytes[3] is >= 1 and <= 4 && bytes[4..].StartsWith("\0\u0001"u8) && bytes[6] is >= 1 and <= 4;
}

/// <summary>Where the bytes being scanned come from.</summary>
/// <param name="Inside">The parts of the file they lie in, outermost first, such as word/document.xml; empty for the file itself.</param>
/// <param name="HasNumbers">Whether any telephone or identity number is a match.</param>
/// <param name="Depth">How many archives and documents the bytes lie in, one in the other, from 0.</param>
/// <param name="Decoded">How many times the bytes of the innermost have been decoded, from 0; what was unpacked on a guess counts too.</param>
/// <param name="Origin">Maps an offset in the bytes to an offset in the file.</param>
/// <param name="IsGuess">Whether the bytes were decoded on a guess and may be meaningless.</param>
internal sealed record ScanLayer(string Inside, bool HasNumbers, int Depth, int Decoded, Func<int, int> Origin, bool IsGuess = false);
