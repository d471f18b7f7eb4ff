using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Site.Rendering.Json;

/// <summary>Writes JSON that keeps Chinese readable.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions InScript = Options(JavaScriptEncoder.Create(UnicodeRanges.All), false);
    private static readonly JsonWriterOptions InFile = Options(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, true);
    private static readonly JsonWriterOptions InLine = Options(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, false);

    /// <summary>Writes JSON that is safe inside a <c>script</c> element, without white space.</summary>
    /// <remarks>
    /// The encoder writes <c>&lt; &gt; &amp; " '</c>, control characters, U+2028 and U+2029 as <c>\uXXXX</c>, so that no text can end the
    /// element (HTML, "Restrictions for contents of script elements").
    /// </remarks>
    public static Utf8JsonWriter ScriptWriter(IBufferWriter<byte> output) => new(output, InScript);

    /// <summary>Writes a file of its own that people can read, with LF at the end of lines.</summary>
    public static Utf8JsonWriter FileWriter(IBufferWriter<byte> output) => new(output, InFile);

    /// <summary>Writes a part of a file of its own, in one line.</summary>
    public static Utf8JsonWriter LineWriter(IBufferWriter<byte> output) => new(output, InLine);

    /// <summary>Writes a property unless its text is missing or empty.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static JsonWriterOptions Options(JavaScriptEncoder encoder, bool isIndented) => new()
    {
        Encoder = encoder,
        Indented = isIndented,
        NewLine = "\n",
        SkipValidation = true,
    };
}
