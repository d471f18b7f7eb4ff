using System.Buffers;
using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>
/// Reads what is shown of XML and HTML: a name that Word splits over two runs, a drawing over two spans stands in one piece, however much markup lies between. Only text that markup splits is
/// kept: all other has already been scanned.
/// </summary>
internal static class MarkupTexts
{
    /// <summary>In bytes: the longest name of an entity with its two signs.</summary>
    private const int LongestReference = 64;

    /// <summary>The most entities that a file may define, and the most bytes that all their uses may take beyond the length of the file; later ones stay as they are written.</summary>
    private const int MostEntities = 1_000;
    private const int MostOfEntities = 1_048_576;

    private static readonly SearchValues<byte> BehindName = SearchValues.Create(" \t\r\n/>"u8);

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

        /// <summary>The stretches of text since the last element that ends a word; an empty one is the end of a line or a tab.</summary>
        private readonly List<(int Start, int End)> pieces = [];

        /// <summary>The same of what stands above words and says how to read them: the words go on below.</summary>
        private readonly List<(int Start, int End)> readings = [];
        private readonly Dictionary<string, byte[]> entities = new(StringComparer.Ordinal);
        private int leftForEntities = bytes.Length + MostOfEntities;

        /// <summary>Whether such a reading is open.</summary>
        private bool isReading;

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
                Take(at + "<![CDATA["u8.Length, at + whole - (rest[..whole].EndsWith("]]>"u8) ? "]]>"u8.Length : 0));
                return whole;
            }

            if (rest.StartsWith("<!ENTITY"u8))
            {
                var whole = LengthOfTag(rest);
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

            name = name[..(name.IndexOfAny(BehindName) is var behind and >= 0 ? behind : name.Length)];
            var length = LengthOfTag(rest);
            var closing = isEnd ? 0 : LengthOfEnd(rest[length..], name);
            var isEmpty = closing > 0 || (length >= 2 && rest[length - 2] == '/');
            if (InlineTags.IsBreak(name) || (isEmpty && InlineTags.LocalName(name).SequenceEqual("s"u8)))
            {
                Break(at);
            }
            else if (!isEmpty)
            {
                Element(name, isEnd);
            }

            return length + closing;
        }

        /// <summary>Keeps apart the numbers of a table that is set with tabs, or of two lines; a name goes on all the same.</summary>
        private readonly void Break(int at)
        {
            if (properties == 0 && pieces.Count > 0)
            {
                pieces.Add((at, at));
            }
        }

        private void Element(ReadOnlySpan<byte> tag, bool isEnd)
        {
            var name = InlineTags.LocalName(tag);
            if (name.EndsWith("Pr"u8))
            {
                properties = Math.Max(0, properties + (isEnd ? -1 : 1));
            }
            else if (properties == 0 && IsReading(name))
            {
                isReading = !isEnd;
            }
            else if (properties == 0 && !InlineTags.IsInline(tag))
            {
                EndWord();
            }
            else if (name.Length >= 4 && Ascii.EqualsIgnoreCase(name[..4], "ruby"u8))
            {
                isReading = false;
            }
        }

        private void Take(int start, int end)
        {
            if (properties == 0 && end > start)
            {
                (isReading ? readings : pieces).Add((start, end));
            }
        }

        /// <summary>Keeps what has been read of a word, if it is not in one piece.</summary>
        private void EndWord()
        {
            isReading = false;
            Keep(pieces);
            Keep(readings);
        }

        private void Keep(List<(int Start, int End)> word)
        {
            var filled = 0;
            foreach (var (start, end) in word)
            {
                filled += bytes[start..end].ContainsAnyExcept(" \t\r\n"u8) ? 1 : 0;
            }

            if (filled > 1 || (filled == 1 && entities.Count > 0))
            {
                decoded ??= new();
                decoded.AddSeparator(word[0].Start);
                foreach (var (start, end) in word)
                {
                    if (start == end)
                    {
                        decoded.Add("\n"u8, start);
                    }

                    Write(start, end);
                }
            }

            word.Clear();
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

        /// <returns>Whether it says how words are read: w:rt, rt and its brackets rp, text:ruby-text.</returns>
        private static bool IsReading(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "rt"u8) || Ascii.EqualsIgnoreCase(name, "rp"u8) || name.SequenceEqual("ruby-text"u8);

        /// <returns>The length of the tag that closes the element of this name where it follows at once, else 0.</returns>
        private static int LengthOfEnd(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name) =>
            rest.StartsWith("</"u8) && rest[2..].StartsWith(name) && rest[(2 + name.Length)..].StartsWith(">"u8) ? name.Length + 3 : 0;

        /// <returns>The length up to the first greater-than sign that is not in quotation marks; up to the first of all where one of these is not closed before another tag begins.</returns>
        private static int LengthOfTag(ReadOnlySpan<byte> rest)
        {
            var tag = rest[..(rest[1..].IndexOf((byte)'<') is var next and >= 0 ? next + 1 : rest.Length)];
            for (var at = 0; tag[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is var sign and >= 0; at++)
            {
                at += sign;
                if (tag[at] == '>')
                {
                    return at + 1;
                }

                var close = tag[(at + 1)..].IndexOf(tag[at]);
                if (close < 0)
                {
                    break;
                }

                at += close + 1;
            }

            return LengthTo(rest, ">"u8);
        }
    }
}
