using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Publishing;

/// <summary>What a build was asked, what it saw and what it said: asked the same and seeing the same, the next one says the same, and the site is there already.</summary>
/// <param name="Asked">The program and everything that it was asked.</param>
/// <param name="Ground">As in <see cref="SiteRecord.Ground"/>: what is private, and what may be shown all the same, is in it.</param>
/// <param name="Questions">As in <see cref="Infrastructure.SourceFolder.Questions"/>.</param>
/// <param name="Seen">Of <see cref="Infrastructure.SourceFolder.Seen"/>, with the key of the cache: names of files of <c>input/</c> are in it. The default digest, which nothing has, where that was null.</param>
/// <param name="Manifest">SHA-256 of <c>build.json</c>, which tells every other file.</param>
/// <param name="Files">How many files were published.</param>
/// <param name="Home">Address of the home page.</param>
/// <param name="Texts">What was known of the texts of its pages.</param>
internal sealed record KeptReport(string Asked, Digest Ground, ImmutableArray<string> Questions, Digest Seen, Digest Manifest, int Files, string Home, KnownTexts Texts)
{
    /// <summary>To be raised when the form of the bytes changes.</summary>
    private const int Form = 4;

    /// <param name="said">As <see cref="InputNames.Hide(ImmutableArray{Diagnostic})"/> gives it.</param>
    /// <returns>The bytes of the report with what it said.</returns>
    public ReadOnlyMemory<byte> Write(ImmutableArray<Diagnostic> said)
    {
        var bytes = new MemoryStream(said.Length * 200);
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(Form);
            to.Write(Asked);
            to.Write(Ground);
            to.Write(Questions.Length);
            foreach (var question in Questions)
            {
                to.Write(question);
            }

            to.Write(Seen);
            to.Write(Manifest);
            to.Write(Files);
            to.Write(Home);
            to.Write(Texts.Firm);
            to.Write(Texts.Pages.Length);
            foreach (var page in Texts.Pages)
            {
                to.Write(page);
            }

            to.Write(said.Length);
            foreach (var one in said)
            {
                to.Write((int)one.Severity);
                to.Write(one.Code);
                to.Write(one.Location.Path);
                to.Write(one.Location.Line);
                to.Write(one.Location.Column);
                to.Write(one.Message);
                to.Write(one.Help);
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <param name="bytes">What <see cref="Write"/> gave, unchanged.</param>
    /// <returns>The report and what it said, names hidden; null where another version of the program wrote it in another form.</returns>
    public static (KeptReport Report, KeptMessages Said)? Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteCursor(bytes);
        if (from.Int() != Form)
        {
            return null;
        }

        var (asked, ground) = (from.Text(), from.Digest());
        var questions = ImmutableArray.CreateBuilder<string>();
        for (var left = from.Int(); left > 0; left--)
        {
            questions.Add(from.Text());
        }

        var (seen, manifest, files, home, firm) = (from.Digest(), from.Digest(), from.Int(), from.Text(), from.Digest());
        var pages = new Digest[from.Int()];
        for (var at = 0; at < pages.Length; at++)
        {
            pages[at] = from.Digest();
        }

        return (new(asked, ground, questions.DrainToImmutable(), seen, manifest, files, home, new(firm, ImmutableCollectionsMarshal.AsImmutableArray(pages))), new(from.Rest));
    }
}

/// <summary>What is known of the texts of a site that was found to be without error.</summary>
/// <param name="Firm">As in <see cref="PageDigests.Firm"/>; the default digest where nothing is known.</param>
/// <param name="Pages">The digests of <see cref="PageDigests.Pages"/>, in the order of their paths.</param>
internal sealed record KnownTexts(Digest Firm, ImmutableArray<Digest> Pages)
{
    public static KnownTexts Of(PageDigests? digests) => digests is null ? new(default, []) : new(digests.Firm, [.. digests.Paths.Select(path => digests.Pages[path])]);

    /// <returns>Paths of the pages whose bodies are not those of this site; null where more may be another than bodies, or the fragments in one.</returns>
    public HashSet<string>? Changed(PageDigests now)
    {
        if (Firm != now.Firm || Pages.Length != now.Paths.Length)
        {
            return null;
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < Pages.Length; at++)
        {
            if (Pages[at] != now.Pages[now.Paths[at]])
            {
                changed.Add(now.Paths[at]);
            }
        }

        return changed;
    }
}

/// <summary>What a build has said, as bytes.</summary>
/// <param name="bytes">How many messages there are, then each as <see cref="KeptReport.Write"/> writes it.</param>
internal sealed class KeptMessages(ReadOnlyMemory<byte> bytes)
{
    /// <returns>The messages, names hidden.</returns>
    public ImmutableArray<Diagnostic> Read()
    {
        var from = new ByteCursor(bytes);
        var said = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var left = from.Int(); left > 0; left--)
        {
            said.Add(new((Severity)from.Int(), from.Text(), new(from.Text(), from.Int(), from.Int()), from.Text(), from.Text()));
        }

        return said.DrainToImmutable();
    }

    /// <returns>The paths of which anything is said, each once; other than those of <c>input/</c>, whose names are hidden.</returns>
    public IReadOnlySet<string> Paths()
    {
        var from = new ByteCursor(bytes);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (var left = from.Int(); left > 0; left--)
        {
            _ = from.Int();
            _ = from.TextBytes();
            paths.Add(from.Text());
            _ = from.Int();
            _ = from.Int();
            _ = from.TextBytes();
            _ = from.TextBytes();
        }

        return paths;
    }
}

/// <summary>
/// Numbers the files and folders of <c>input/</c>, so that a message can be kept without their names: a file may be named after somebody. Who sees the same files reads the same message again.
/// </summary>
internal sealed class InputNames
{
    private const string Folder = "input/";

    // Noncharacters: no text of a writer has them. A number stands between the two.
    private const char Start = '\uFDD0', End = '\uFDD1';

    private readonly List<string> names;
    private readonly Dictionary<string, int> numbers;
    private readonly int longest;

    /// <param name="files">Paths from the site folder.</param>
    public InputNames(IEnumerable<string> files)
    {
        names = [.. files.SelectMany(WithFolders).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        numbers = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        longest = names.Count == 0 ? 0 : names.Max(name => name.Length);
    }

    /// <returns>What a build said, with numbers for names; null where anything in it may not lie about: the name of a file by itself or of one that is not there, or what is not said to everybody.</returns>
    public ImmutableArray<Diagnostic>? Hide(ImmutableArray<Diagnostic> said)
    {
        if (said.All(one => !Speaks(one.Location.Path) && !Speaks(one.Message) && !Speaks(one.Help)))
        {
            return said;
        }

        var hidden = ImmutableArray.CreateBuilder<Diagnostic>(said.Length);
        if (!said.ForOutside(said.ReturnedFiles()).SequenceEqual(said))
        {
            return null;
        }

        foreach (var one in said)
        {
            var bare = new List<string>();
            if (Hide(one.Location.Path, bare) is not { } path || Hide(one.Message, bare) is not { } message || Hide(one.Help, bare) is not { } help
                || bare.Exists(name => message.Contains(name, StringComparison.Ordinal) || help.Contains(name, StringComparison.Ordinal)))
            {
                return null;
            }

            hidden.Add(bare.Count == 0 ? one : one with { Location = one.Location with { Path = path }, Message = message, Help = help });
        }

        return hidden.MoveToImmutable();
    }

    /// <returns>What a build said, with its names.</returns>
    /// <param name="hidden">As <see cref="Hide(ImmutableArray{Diagnostic})"/> gave it of the same files.</param>
    public ImmutableArray<Diagnostic> Show(ImmutableArray<Diagnostic> hidden) =>
        [.. hidden.Select(one => one with { Location = one.Location with { Path = Show(one.Location.Path) }, Message = Show(one.Message), Help = Show(one.Help) })];

    /// <summary>Whether a text speaks of <c>input/</c>, or holds what would be taken for a number.</summary>
    private static bool Speaks(string text) => text.Contains(Folder, StringComparison.Ordinal) || text.AsSpan().IndexOfAny(Start, End) >= 0;

    /// <param name="bare">Takes the names without folder and ending that were hidden.</param>
    private string? Hide(string text, List<string> bare)
    {
        if (text.AsSpan().IndexOfAny(Start, End) >= 0)
        {
            return null;
        }

        for (var at = text.IndexOf(Folder, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Folder, at, StringComparison.Ordinal))
        {
            if (NameAt(text.AsSpan(at)) is not { } name || (at + name.Length is var end && end < text.Length && !IsBehindName(text[end])))
            {
                return null;
            }

            bare.Add(Path.GetFileNameWithoutExtension(name));
            text = $"{text[..at]}{Start}{numbers[name].ToString(CultureInfo.InvariantCulture)}{End}{text[end..]}";
        }

        return text;
    }

    private string? NameAt(ReadOnlySpan<char> text)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longest, text.Length); length > Folder.Length; length--)
        {
            if (lookup.TryGetValue(text[..length], out var number))
            {
                return names[number];
            }
        }

        return null;
    }

    private static bool IsBehindName(char next) => char.IsWhiteSpace(next) || "：:，,。；;、“”‘’（）()《》".Contains(next, StringComparison.Ordinal);

    private string Show(string text)
    {
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, StringComparison.Ordinal))
        {
            var end = text.IndexOf(End, at);
            text = text[..at] + names[int.Parse(text.AsSpan((at + 1)..end), CultureInfo.InvariantCulture)] + text[(end + 1)..];
        }

        return text;
    }

    private static IEnumerable<string> WithFolders(string file)
    {
        for (var path = file; path.Length > Folder.Length; path = path[..Math.Max(0, path.LastIndexOf('/'))])
        {
            yield return path;
        }
    }
}
