using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>
/// Reads what is shown of XML and HTML: a name that Word splits over two runs, a drawing over two spans stands in one piece, however much markup lies between. Only text that markup splits is
/// kept: all other has already been scanned.
/// </summary>
internal static class MarkupTexts
{
    /// <summary>In bytes: the longest local name of an element that is looked up.</summary>
    private const int LongestName = 16;

    /// <summary>In bytes: the longest name of an entity with its two signs.</summary>
    private const int LongestReference = 64;

    /// <summary>The most entities that a file may define, and the most bytes that all their uses may take beyond the length of the file; later ones stay as they are written.</summary>
    private const int MostEntities = 1_000;
    private const int MostOfEntities = 1_048_576;

    /// <summary>Local names of the elements across which a word goes on: of Word, Excel and PowerPoint (ECMA-376), OpenDocument, SVG and HTML. All others end it.</summary>
    private static readonly FrozenSet<string> Inline = new[]
    {
        "r", "t", "hyperlink", "smartTag", "fldSimple", "fld", "ins", "del", "delText", "moveFrom", "moveTo", "sdt", "sdtContent", "customXml", "ruby", "rubyBase", "bdo", "dir",
        "span", "s", "a", "meta", "ruby-base", "tspan", "textPath", "b", "i", "u", "em", "strong", "small", "sub", "sup", "font", "mark", "br", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<byte> BehindName = SearchValues.Create(" \t\r\n/>"u8);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="bytes">XML or HTML in UTF-8, whole or broken.</param>
    /// <returns>The text that markup splits, without it; null where there is none.</returns>
    public static DecodedBytes? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        return reader.Read();
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        /// <summary>The stretches of text since the last element that ends a word.</summary>
        private readonly List<(int Start, int End)> pieces = [];
        private readonly Dictionary<string, byte[]> entities = new(StringComparer.Ordinal);
        private int leftForEntities = bytes.Length + MostOfEntities;

        /// <summary>How many of the pieces are not blank.</summary>
        private int filled;

        /// <summary>How many elements are open that say how text looks (w:rPr, a:rPr) and hold none.</summary>
        private int properties;
        private DecodedBytes? decoded;

        public DecodedBytes? Read()
        {
            for (var at = 0; at < bytes.Length;)
            {
                var text = bytes[at..].IndexOf((byte)'<') is var next and >= 0 ? next : bytes.Length - at;
                Take(at, at + text);
                at += text;
                at += at < bytes.Length ? Tag(at) : 0;
            }

            EndWord();
            return decoded;
        }

        /// <returns>The length of what begins with a less-than sign.</returns>
        private int Tag(int at)
        {
            var rest = bytes[at..];
            if (rest.StartsWith("<!--"u8))
            {
                return LengthTo(rest, "-->"u8);
            }

            if (rest.StartsWith("<![CDATA["u8))
            {
                var whole = LengthTo(rest, "]]>"u8);
                Take(at + "<![CDATA["u8.Length, at + Math.Max("<![CDATA["u8.Length, whole - "]]>"u8.Length));
                return whole;
            }

            if (rest.StartsWith("<!ENTITY"u8))
            {
                var whole = LengthTo(rest, ">"u8);
                Define(rest[..whole]);
                return whole;
            }

            if (rest.StartsWith("<!DOCTYPE"u8))
            {
                // What it holds in brackets is read as it stands.
                return rest.IndexOfAny((byte)'[', (byte)'>') is var end and >= 0 ? end + 1 : rest.Length;
            }

            var isEnd = rest.Length > 1 && rest[1] == '/';
            var name = rest[(isEnd ? 2 : 1)..];
            if (name.IsEmpty || !(char.IsAsciiLetter((char)name[0]) || name[0] is (byte)'?' or (byte)'_'))
            {
                Take(at, at + 1);
                return 1;
            }

            var length = LengthTo(rest, ">"u8);
            if (length < 2 || rest[length - 2] != '/')
            {
                Element(LocalName(name), isEnd);
            }

            return length;
        }

        private void Element(ReadOnlySpan<byte> name, bool isEnd)
        {
            if (name.EndsWith("Pr"u8))
            {
                properties = Math.Max(0, properties + (isEnd ? -1 : 1));
            }
            else if (properties == 0 && !IsInline(name))
            {
                EndWord();
            }
        }

        private void Take(int start, int end)
        {
            if (properties == 0 && end > start)
            {
                pieces.Add((start, end));
                filled += bytes[start..end].ContainsAnyExcept(" \t\r\n"u8) ? 1 : 0;
            }
        }

        /// <summary>Keeps what has been read of a word, if it is not in one piece.</summary>
        private void EndWord()
        {
            if (filled > 1 || (filled == 1 && entities.Count > 0))
            {
                decoded ??= new();
                decoded.AddSeparator(pieces[0].Start);
                foreach (var (start, end) in pieces)
                {
                    Write(start, end);
                }
            }

            pieces.Clear();
            filled = 0;
        }

        private void Write(int start, int end)
        {
            for (var at = start; entities.Count > 0 && bytes[at..end].IndexOf((byte)'&') is var next and >= 0;)
            {
                decoded!.Copy(bytes, start, at += next);
                start = at;
                if (Entity(bytes[at..end], out var length) is { } value)
                {
                    decoded.Add(value, at);
                    start = at + length;
                }

                at = Math.Max(start, at + 1);
            }

            decoded!.Copy(bytes, start, end);
        }

        /// <summary>Remembers an entity, with those in it that were defined before.</summary>
        private void Define(ReadOnlySpan<byte> declaration)
        {
            var name = declaration["<!ENTITY"u8.Length..].TrimStart(" \t\r\n"u8);
            var quote = name.IndexOfAny((byte)'"', (byte)'\'');
            var value = quote > 0 ? name[(quote + 1)..] : [];
            if (entities.Count < MostEntities && quote > 0 && value.IndexOf(name[quote]) is var end and >= 0)
            {
                entities.TryAdd(Encoding.UTF8.GetString(name[..quote].TrimEnd(" \t\r\n"u8)), Expand(value[..end]));
            }
        }

        private byte[] Expand(ReadOnlySpan<byte> value)
        {
            if (value.IndexOf((byte)'&') < 0)
            {
                return value.ToArray();
            }

            using var written = new PooledBytes(value.Length);
            while (value.IndexOf((byte)'&') is var next and >= 0)
            {
                written.Write(value[..next]);
                var known = Entity(value[next..], out var length);
                written.Write(known is null ? "&"u8 : known);
                value = value[(next + (known is null ? 1 : length))..];
            }

            written.Write(value);
            return written.Bytes.ToArray();
        }

        /// <returns>What the entity stands for whose use begins the text, or null.</returns>
        private byte[]? Entity(ReadOnlySpan<byte> text, out int length)
        {
            length = text[..Math.Min(text.Length, LongestReference)].IndexOf((byte)';') + 1;
            if (length < 3 || !entities.TryGetValue(Encoding.UTF8.GetString(text[1..(length - 1)]), out var value) || value.Length > leftForEntities)
            {
                return null;
            }

            leftForEntities -= value.Length;
            return value;
        }

        private static int LengthTo(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end) => rest.IndexOf(end) is var at and >= 0 ? at + end.Length : rest.Length;

        /// <returns>The name of an element without its prefix.</returns>
        private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> tag)
        {
            var name = tag[..(tag.IndexOfAny(BehindName) is var end and >= 0 ? end : tag.Length)];
            return name[(name.IndexOf((byte)':') + 1)..];
        }

        private static bool IsInline(ReadOnlySpan<byte> name)
        {
            Span<char> characters = stackalloc char[LongestName];
            return name.Length <= LongestName && InlineNames.Contains(characters[..Encoding.Latin1.GetChars(name, characters)]);
        }
    }
}
