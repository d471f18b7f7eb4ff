using System.Collections.Immutable;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Publishing;

/// <summary>What a build was asked, what it saw and what it said: asked the same and seeing the same, the next one says the same, and the site is there already.</summary>
/// <param name="Asked">The program and everything that it was asked.</param>
/// <param name="Questions">As in <see cref="Infrastructure.SourceFolder.Questions"/>.</param>
/// <param name="Seen">Of <see cref="Infrastructure.SourceFolder.Seen"/>, with the key of the cache: names of files of <c>input/</c> are in it.</param>
/// <param name="Manifest">SHA-256 of <c>build.json</c>, which tells every other file.</param>
/// <param name="Files">How many files were published.</param>
/// <param name="Home">Address of the home page.</param>
internal sealed record KeptReport(string Asked, ImmutableArray<string> Questions, Digest Seen, Digest Manifest, int Files, string Home)
{
    /// <summary>To be raised when the form of the bytes changes.</summary>
    private const int Form = 1;

    /// <returns>Whether what a build said may lie about: nothing of it speaks of <c>input/</c>, where a file may be named after somebody.</returns>
    public static bool MayHold(ImmutableArray<Diagnostic> said) =>
        said.All(one => new[] { one.Location.Path, one.Message, one.Help }.All(text => !text.Contains("input/", StringComparison.Ordinal)));

    /// <param name="said">As <see cref="MayHold"/> lets it be.</param>
    /// <returns>The bytes of the report with what it said.</returns>
    public ReadOnlyMemory<byte> Write(ImmutableArray<Diagnostic> said)
    {
        var bytes = new MemoryStream(said.Length * 200);
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(Form);
            to.Write(Asked);
            to.Write(Questions.Length);
            foreach (var question in Questions)
            {
                to.Write(question);
            }

            to.Write(Seen);
            to.Write(Manifest);
            to.Write(Files);
            to.Write(Home);
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
    /// <returns>The report, and what gives what it said; null where another version of the program wrote it in another form.</returns>
    public static (KeptReport Report, Func<ImmutableArray<Diagnostic>> Said)? Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteCursor(bytes);
        if (from.Int() != Form)
        {
            return null;
        }

        var asked = from.Text();
        var questions = ImmutableArray.CreateBuilder<string>();
        for (var left = from.Int(); left > 0; left--)
        {
            questions.Add(from.Text());
        }

        return (new(asked, questions.DrainToImmutable(), from.Digest(), from.Digest(), from.Int(), from.Text()), () => ReadSaid(from));
    }

    private static ImmutableArray<Diagnostic> ReadSaid(ByteCursor from)
    {
        var said = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var left = from.Int(); left > 0; left--)
        {
            said.Add(new((Severity)from.Int(), from.Text(), new(from.Text(), from.Int(), from.Int()), from.Text(), from.Text()));
        }

        return said.DrainToImmutable();
    }
}
