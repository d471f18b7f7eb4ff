using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Site.Core.Json;

/// <summary>Writes JSON that keeps Chinese readable, with the same bytes on every machine.</summary>
/// <remarks>
/// Values are records with a source-generated <see cref="JsonSerializerContext"/>. Encoder and indentation are those of the writer:
/// a context with options of its own would lose its generated fast path, which takes a third of the time.
/// </remarks>
public static class JsonText
{
    private static readonly JsonWriterOptions InScript = Options(JavaScriptEncoder.Create(UnicodeRanges.All), false);
    private static readonly JsonWriterOptions InFile = Options(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, true);
    private static readonly JsonWriterOptions InLine = Options(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, false);

    /// <summary>Writes JSON that is safe inside a <c>script</c> element, without white space.</summary>
    /// <remarks>
    /// The encoder writes <c>&lt; &gt; &amp; " '</c>, control characters, U+2028 and U+2029 as <c>\uXXXX</c>, so that no text can end the
    /// element (HTML, "Restrictions for contents of script elements").
    /// </remarks>
    public static void WriteScript<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type) => Write(output, InScript, value, type);

    /// <summary>Writes JSON that is safe inside a <c>script</c> element, value by value.</summary>
    public static Utf8JsonWriter ScriptWriter(IBufferWriter<byte> output) => new(output, InScript);

    /// <summary>Writes a file of its own that people can read, with LF at the end of lines but for the last.</summary>
    public static void WriteFile<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type) => Write(output, InFile, value, type);

    /// <summary>Writes a part of a file of its own, in one line.</summary>
    public static void WriteLine<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type) => Write(output, InLine, value, type);

    /// <summary>Writes a part of a file of its own, in one line, value by value.</summary>
    public static Utf8JsonWriter LineWriter(IBufferWriter<byte> output) => new(output, InLine);

    private static void Write<T>(IBufferWriter<byte> output, JsonWriterOptions options, T value, JsonTypeInfo<T> type)
    {
        using var json = new Utf8JsonWriter(output, options);
        JsonSerializer.Serialize(json, value, type);
    }

    private static JsonWriterOptions Options(JavaScriptEncoder encoder, bool isIndented) => new()
    {
        Encoder = encoder,
        Indented = isIndented,
        NewLine = "\n",
        SkipValidation = true,
    };
}

/// <summary>One text or more: a single one is written without brackets.</summary>
[JsonConverter(typeof(OneOrMoreConverter)), CollectionBuilder(typeof(OneOrMore), nameof(Create))]
public sealed class OneOrMore
{
    private OneOrMore(ImmutableArray<string> texts) => Texts = texts;

    public ImmutableArray<string> Texts { get; }

    public static OneOrMore Create(ReadOnlySpan<string> texts) => new([.. texts]);

    public ImmutableArray<string>.Enumerator GetEnumerator() => Texts.GetEnumerator();
}

/// <summary>Writes a single text without brackets, more than one as an array.</summary>
public sealed class OneOrMoreConverter : JsonConverter<OneOrMore>
{
    /// <exception cref="NotSupportedException">Always: these values are only written.</exception>
    public override OneOrMore Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, OneOrMore value, JsonSerializerOptions options)
    {
        if (value.Texts is [var only])
        {
            writer.WriteStringValue(only);
            return;
        }

        writer.WriteStartArray();
        foreach (var text in value.Texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
