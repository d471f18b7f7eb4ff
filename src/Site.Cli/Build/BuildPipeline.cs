using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Cli.Packs;
using Site.Cli.Publishing;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Content.Samples;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Ledgers;
using Site.Exposures.Released;
using Site.Exposures.SignOffs;
using Site.Privacy.Leaks;
using Site.Privacy.Values;
using Site.Rendering;
using Site.Rendering.Calendars;
using Site.Rendering.Search;
using Site.Statistics.Inputs;
using Site.Statistics.Returns;

namespace Site.Cli.Build;

/// <summary>
/// From the site folder to the published site, step by step. <c>build</c> runs every step; <c>check</c> stops after the leak scan;
/// <c>serve</c> builds again after each change; <c>new</c>, <c>quiz</c>, <c>sign</c> and <c>stats</c> run the first steps alone.
/// </summary>
/// <remarks>
/// All diagnostics of a run are reported together. Where one of them is an error, nothing is written and the published site stays as it is.
/// No step reads the clock, and two builds of the same files are equal byte for byte.
/// </remarks>
internal static class BuildPipeline
{
    /// <summary>The version of the program.</summary>
    private static readonly Version Program = typeof(BuildPipeline).Assembly.GetName().Version!;

    private const long LargestCodeOwnersInBytes = 1024 * 1024;

    /// <summary>Builds the site and puts it in the place of the published one.</summary>
    /// <exception cref="EnvironmentException">The disk is full, or the output folder is not ours.</exception>
    /// <param name="session">What a preview keeps between its builds; null for a single build.</param>
    public static async Task<BuildReport> BuildAsync(BuildRequest request, SiteEnvironment environment, BuildSession? session = null)
    {
        OutputGuard.Refuse(request.Site, request.Output);
        session?.Last = null;
        var run = new BuildRun(request, environment) { Session = session };
        if (session is null && Repeat(run) is { } repeated)
        {
            return repeated;
        }

        try
        {
            return await BuildAsync(run);
        }
        catch (Exception failure) when (KeptPageLostException.IsCauseOf(failure))
        {
            return await BuildAsync(new BuildRun(request, environment) { Session = session, ReadsPages = false });
        }
    }

    /// <returns>What the last build said, where it was asked the same and saw the same files, and its site is out as it made it: another would do and say the same. Else null.</returns>
    private static BuildReport? Repeat(BuildRun run)
    {
        if (run.Cache is not { } cache || run.Before is not var (report, said) || report.Seen == default || report.Asked != BuildGround.AskedBy(run)
            || run.Folder.SeeAgain(report.Questions) is not { } seen || cache.Ground([seen]) != report.Seen || !cache.IsPublished(run.Request.Output, report.Manifest))
        {
            return null;
        }

        Prune(run);
        return new(NamesOf(run).Show(said.Read()), report.Files) { Home = new(report.Home) };
    }

    private static async Task<BuildReport> BuildAsync(BuildRun run)
    {
        var (read, assets) = await PrepareAsync(run);
        using var staging = assets.Diagnostics.HasErrors() ? null : Open(run);
        var site = Render(read, assets, staging);
        if (staging is null || site.Diagnostics.HasErrors())
        {
            return Report(run, site, site.Diagnostics);
        }

        staging.Write(site.Files, site.Leaks.Scan);
        if (site.Leaks.HasLeaks)
        {
            return Report(run, site, site.AllDiagnostics());
        }

        (AssembledSite, BuildAssets)? last = run.Session is null ? null : (read, assets.Value!);
        var report = Publish(run, Report(run, site, site.Diagnostics) with { Home = site.Site.Website.Settings.Url }, site.Index, KnownTexts.Of(site.Site.Website.Digests), site.Site.Website.Pages.Length, staging);
        run.Session?.Last = last;
        return report;
    }

    /// <summary>
    /// Shows the pages that are looked at as soon as texts of pages have been saved, before anything else is looked at. Where more than their texts may have changed, or anything is wrong or
    /// looks private in one of them, nothing is shown: the build that follows shows what there is.
    /// </summary>
    /// <param name="changed">Paths from the site folder of what has changed since the last build.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void ShowTexts(BuildRequest request, SiteEnvironment environment, BuildSession session, ImmutableArray<string> changed)
    {
        if (session.Last is not { } last || changed.IsEmpty)
        {
            return;
        }

        var folder = new SourceFolder(request.Site, environment);
        var website = last.Site.Website;
        foreach (var path in changed)
        {
            if (folder.Find(path) is not { } file || session.Pages.WithText(website, file) is not { } edited)
            {
                return;
            }

            website = edited;
        }

        Show(session, last.Site with { Website = website }, last.Assets);
    }

    /// <summary>Finds everything that is wrong and writes nothing.</summary>
    public static async Task<BuildReport> CheckAsync(BuildRequest request, SiteEnvironment environment)
    {
        var run = new BuildRun(request, environment);
        var site = await RenderAsync(run);
        var files = ScanForLeaks(site);
        RenderedFiles.MakeAll(files);
        return Report(run, site, site.AllDiagnostics());
    }

    /// <summary>Reads and checks the site as an editor holds it; its files can be made one by one, whatever mistakes there are.</summary>
    /// <param name="memory">Of earlier looks at the same site on the same day; null for a single look.</param>
    public static async Task<RenderedSite> LookAsync(BuildRequest request, SiteEnvironment environment, LookMemory? memory = null)
    {
        var site = await RenderAsync(new(request with { IsLook = true }, environment, memory) { Session = memory?.Session });
        memory?.Next();
        return site;
    }

    /// <summary>Finds everything that is wrong, and draws the site as a reviewer has to see it, mistakes and missing sign-offs and all. Writes nothing.</summary>
    /// <param name="calendar">The calendar of the whole site before the change, or null.</param>
    /// <returns>What is wrong; the files, not made yet: none where the site cannot be drawn or something in it must not be shown to anybody.</returns>
    public static async Task<(BuildReport Report, ImmutableArray<OutputFile> Files)> ReviewAsync(BuildRequest request, SiteEnvironment environment, SourceFile? calendar = null)
    {
        var run = new BuildRun(request with { IsLook = true }, environment) { Calendar = calendar };
        var site = await RenderAsync(run);
        var isPrivate = site.Diagnostics.Any(diagnostic => diagnostic.Code.StartsWith("private/", StringComparison.Ordinal) || diagnostic.Code.StartsWith("leak/", StringComparison.Ordinal));
        return (Report(run, site, site.Diagnostics), isPrivate ? [] : [.. site.Files.Select(site.Leaks.Refusing)]);
    }

    /// <returns>What a run has to say, and to whom.</returns>
    private static BuildReport Report(BuildRun run, RenderedSite site, ImmutableArray<Diagnostic> diagnostics)
    {
        // Pages are kept as soon as they are read. Only a site that has been looked at to the end is known to hold nothing private.
        if (diagnostics.HasErrors() && !site.Site.Input.Private.IsEmpty)
        {
            run.Cache?.ForgetPages();
        }

        // Another version may know other fields and rules: what else it would say is no help.
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == GeneratorPin.WrongVersion) is { } wrong)
        {
            return new([wrong], 0);
        }

        var placed = site.Site.Website.Packs.Place(site.Site.Website.Settings, diagnostics).Sorted();
        return new(run.Request.IsInternal ? placed : placed.ForOutside(run.Environment.IsOnCi ? placed.ReturnedFiles() : []), 0);
    }

    /// <summary>The steps without those that write.</summary>
    private static async Task<RenderedSite> RenderAsync(BuildRun run)
    {
        var (site, assets) = await PrepareAsync(run);
        return run.Request.IsLook && assets.Diagnostics.HasErrors() ? RenderWithMistakes(site, assets) : Render(site, assets);
    }

    /// <summary>The steps up to rendering, which build and check share.</summary>
    /// <returns>The site; what rendering needs beside it, with everything that is wrong so far.</returns>
    private static async Task<(AssembledSite Site, Result<BuildAssets?> Assets)> PrepareAsync(BuildRun run)
    {
        var listed = ListInput(run.Folder);
        var content = LoadContent(run, listed.SignOffs);
        var input = LoadInput(run, listed, content.Website);
        var site = Assemble(run, content, input);
        var found = await CheckAsync(run, site);
        var assets = MakeAssets(run, site, found);
        ShowFirst(run, site, assets.Value);
        return (site, assets);
    }

    /// <summary>Makes the pages that somebody is looking at before all others, and shows them where nothing private is in them.</summary>
    private static void ShowFirst(BuildRun run, AssembledSite site, BuildAssets? assets)
    {
        if (assets is not null && run.Session is { } session)
        {
            Show(session, site, assets);
        }
    }

    private static void Show(BuildSession session, AssembledSite site, BuildAssets assets)
    {
        if (session.LookedAt() is not { Count: > 0 } wanted)
        {
            return;
        }

        var made = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var page in SiteRenderer.RenderPages(site.Website, site.Input.Public, ThemeRegistry.Of(site.Website), assets, wanted))
        {
            var buffer = new ArrayBufferWriter<byte>();
            page.Write(buffer);
            if (site.Leaks.MayShow(page.Path, buffer.WrittenSpan))
            {
                made.Add(page.Path, buffer.WrittenSpan.ToArray());
            }
        }

        session.Show(made);
    }

    /// <summary>Loads and checks what lies in <c>content/</c> alone, as <c>new</c>, <c>quiz</c> and <c>sign</c> need it.</summary>
    /// <param name="more">Files that are read as if they lay in the site folder too.</param>
    public static Result<Website> ReadContent(SourceFolder folder, DateOnly asOf, bool withDrafts, params ImmutableArray<SourceFile> more)
    {
        var content = LoadContent(folder, asOf, withDrafts, null, null, more).Content;
        return new(content.Website, [.. content.Diagnostics, .. CheckContent(content.Website, content.Files)]);
    }

    /// <returns>Which days returns may count up to, by the campaigns of <c>content/</c>; nothing else of it is read, and nothing reported.</returns>
    public static ReturnDays ReadReturnDays(SourceFolder folder, DateOnly today)
    {
        var packs = new PackFolder(folder, []);
        return PublicInputReader.ReturnDaysOf(
            InputGround.Of(WebsiteReader.Read(folder.Find("site.yaml"), Campaigns(folder.List("content").Value), today, true,
                new(name => packs.Find(name) is { } pack ? pack with { Files = Campaigns(pack.Files) } : null, _ => [])).Value), today);
    }

    private static ImmutableArray<SourceFile> Campaigns(ImmutableArray<SourceFile> files) => files.RemoveAll(file => !file.Path.StartsWith("content/campaigns/", StringComparison.Ordinal));

    /// <summary>Lists the files of <c>input/</c>, and reads what has to be signed.</summary>
    private static ListedInput ListInput(SourceFolder folder)
    {
        var files = folder.List("input");
        var input = new InputFiles(files.Value);
        var signOffs = SignOffReader.Read(input);
        return new(input, signOffs.Value, [.. files.Diagnostics, .. FileExtension.FindDoubled(files.Value.Select(file => file.Path)), .. signOffs.Diagnostics]);
    }

    /// <summary>Reads the content for a build. Pages whose files have not changed since the last one are taken as that one read them.</summary>
    private static LoadedContent LoadContent(BuildRun run, SignOffRegistry signOffs)
    {
        var (folder, request, reader) = (run.Folder, run.Request, BuildGround.ReaderOf(run.Request));
        if (run.Session is { } session)
        {
            (var loaded, session.Pages) = LoadContent(folder, request.AsOf, request.WithDrafts, signOffs, session.Pages);
            return loaded;
        }

        if (run.Cache is not { } cache)
        {
            return LoadContent(folder, request.AsOf, request.WithDrafts, signOffs, null).Content;
        }

        var kept = run.ReadsPages ? cache.ReadPages(reader) : new([], []);
        var (content, memory) = LoadContent(folder, request.AsOf, request.WithDrafts, signOffs, kept.Memory);
        cache.KeepPages(reader, kept, memory);
        return content;
    }

    /// <summary>Reads <c>site.yaml</c>, every file of <c>content/</c>, and what the site takes from packs.</summary>
    /// <param name="signOffs">Which pages have to be signed: their bytes are asked for again, those of others are let go. Null where all are kept.</param>
    /// <param name="memory">As in <see cref="WebsiteReader"/>.</param>
    private static (LoadedContent Content, PageMemory Memory) LoadContent(
        SourceFolder folder, DateOnly asOf, bool withDrafts, SignOffRegistry? signOffs, PageMemory? memory, params ImmutableArray<SourceFile> more)
    {
        var listed = folder.List("content", path => signOffs is not null && path.EndsWith(".md", StringComparison.Ordinal) && !signOffs.Covers(path));
        var files = listed.Value.AddRange(more);
        var shared = new List<Diagnostic>();
        var (website, remembered) = WebsiteReader.Read(folder.Find("site.yaml"), files, asOf, withDrafts, new(new PackFolder(folder, shared).Find, new ThemeFolder(folder, shared).List, folder.Find), memory);
        return (new(website.Value, [.. files, .. website.Value.Packs.Sources], [.. listed.Diagnostics, .. folder.FindLink("site.yaml"), .. shared.Distinct(), .. website.Diagnostics]), remembered);
    }

    /// <summary>Reads every file of <c>input/</c>, and separates what may be published from what must not be.</summary>
    private static LoadedInput LoadInput(BuildRun run, ListedInput listed, Website website)
    {
        var ground = InputGround.Of(website);
        if (run.Memory is not { } memory || website.Digests is not { } digests)
        {
            return LoadInputNow(run, listed, ground);
        }

        var content = Digest.Of([.. ground.Pages.OrderBy(page => page.Path, StringComparer.Ordinal).Select(page => digests.Pages.GetValueOrDefault(page.Path))]);
        return memory.Inputs.Of(new([.. listed.Files.All, .. run.Folder.Find("site.yaml") is { } settings ? [settings] : ImmutableArray<SourceFile>.Empty], listed.Diagnostics, content, run.Request.AsOf, run.Request.Today), _ => LoadInputNow(run, listed, ground));
    }

    private static LoadedInput LoadInputNow(BuildRun run, ListedInput listed, InputGround ground)
    {
        var shown = PublicInputReader.Read(listed.Files, ground, PublishedExposures(run), run.Request.Today);
        var hidden = PrivateInput.Read(listed.Files.All);
        return new(listed.Files, shown.Value, hidden.Value, listed.SignOffs, [.. listed.Diagnostics, .. shown.Diagnostics, .. hidden.Diagnostics]);
    }

    /// <summary>Joins both: links lead to what <c>input/</c> publishes, and sign-offs hold for what lies in either.</summary>
    private static AssembledSite Assemble(BuildRun run, LoadedContent content, LoadedInput input)
    {
        var settings = run.Request.Url is { } url ? content.Website.Settings with { Url = url } : content.Website.Settings;
        var website = content.Website.Assemble(settings, InputAddresses.Of(input.Public));
        var items = SignedItems.Find(website, content.Files, input.Files.All, input.SignOffs.Rules);
        var signOffs = SignOffCheck.ValidByPath(input.SignOffs, items);
        var shown = new ScannerKey(input.Private, [.. PublicTexts.Of(website, input.Public, signOffs)]);
        var scanner = run.Memory is { } memory ? memory.Scanners.Of(shown, Scanner) : Scanner(shown);
        return new(website, content, input, items, signOffs, new(scanner, website, run.Folder, run.Memory));

        static LeakScanner Scanner(ScannerKey key) => LeakScanner.Create(key.Values, key.Texts);
    }

    /// <returns>Everything that is wrong with the sources but for pictures that cannot be used.</returns>
    private static async Task<ImmutableArray<Diagnostic>> CheckAsync(BuildRun run, AssembledSite site)
    {
        // What lies beside the pages is judged by itself and by input/, which is all in the ground.
        var ground = run.Cache is { } cache ? BuildGround.Of(run, site, cache) : default;
        run.Ground = ground;
        var website = site.Website;
        if (run.Before is var (before, said) && before.Ground == ground)
        {
            site.Leaks.MaySay(said.Paths());
            website = website.Digests is { } digests && before.Texts.Changed(digests) is { } fresh ? website.Proven(fresh) : website;
        }

        var isKnown = run.Cache?.IsClean(ground) == true;
        var inFiles = FindInFiles(run.Memory, site.Website, isKnown ? [.. site.Content.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal) && Checks.LooksInto(file))] : site.Content.Files).ToList();
        var leaks = isKnown ? [] : site.Leaks.FindInSources(site.Input.Private).ToList();
        if (!isKnown && inFiles.Count == 0 && leaks.Count == 0)
        {
            run.Cache?.NoteClean(ground);
        }

        ImmutableArray<Diagnostic> found = [.. FindInContent(website), .. inFiles, .. ChangedEntries.Find(site.Website, run.Calendar ?? Published(run, ChangedEntries.Path))];
        var signOffs = site.Items.SelectMany(item => SignOffCheck.Compare(site.Input.SignOffs, item));
        var owners = CodeOwnersCheck.Compare(site.Input.SignOffs, CodeOwners(run.Folder), run.Folder.HasFolder(".github"),
            [.. site.Website.Pages.Select(page => page.Path).Concat(site.Website.Files.Select(file => file.Path)).Where(path => !site.Website.Packs.Has(path)), .. site.Input.Files.All.Select(file => file.Path)]);
        var attempts = await AttemptStep.CheckAsync(run.Folder, site.Input.Files, AttemptStep.QuizzesOf(site.Website), run.Environment);
        return
        [
            .. site.Content.Diagnostics, .. site.Input.Diagnostics, .. run.Request.IsStrict ? Checks.Strictly(found) : found,
            .. signOffs, .. owners, .. attempts, .. site.Website.Settings.IsSample ? [] : SampleRemains.InInput(site.Input.Files.All), .. leaks,
        ];
    }

    private static IEnumerable<Diagnostic> CheckContent(Website website, ImmutableArray<SourceFile> files) => [.. FindInContent(website), .. FindInFiles(null, website, files)];

    private static IEnumerable<Diagnostic> FindInContent(Website website) => [.. Checks.FindInContent(website), .. ThemeRegistry.Find(website), .. GeneratorPin.Find(website.Settings, Program)];

    private static IEnumerable<Diagnostic> FindInFiles(LookMemory? memory, Website website, ImmutableArray<SourceFile> files) =>
        Checks.FindInFiles([.. files, .. website.Theme?.Drawings ?? []], website, memory is null ? null : memory.Findings.Of);

    /// <summary>Makes pictures and share pictures. Where anything is wrong only pictures are made, because they may be wrong too.</summary>
    /// <returns>The assets; everything that is wrong so far.</returns>
    private static Result<BuildAssets?> MakeAssets(BuildRun run, AssembledSite site, ImmutableArray<Diagnostic> found)
    {
        var pictures = AssetBuilder.MakePictures(run, site, found);
        ImmutableArray<Diagnostic> diagnostics = [.. found, .. pictures.Diagnostics];
        return new(diagnostics.HasErrors() && !run.Request.IsLook ? null : AssetBuilder.Make(run, site, pictures.Value), diagnostics);
    }

    /// <summary>The same where there are errors, as far as pages can be drawn with them: drawing relies on what they say is not so.</summary>
    /// <returns>Without files where it cannot be done.</returns>
    private static RenderedSite RenderWithMistakes(AssembledSite site, Result<BuildAssets?> assets)
    {
        try
        {
            return Render(site, assets);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException)
        {
            return new(site, [], assets.Diagnostics);
        }
    }

    /// <summary>Lists the files of the site; their bytes are made when they are asked for.</summary>
    /// <param name="staging">Knows what was published last; null where nothing is to be published.</param>
    private static RenderedSite Render(AssembledSite site, Result<BuildAssets?> assets, StagingFolder? staging = null)
    {
        if (assets.Value is null)
        {
            return new(site, [], assets.Diagnostics);
        }

        HeapCompaction.Run(site.Website.Pages.Length);
        var files = SiteRenderer.Render(site.Website, site.Input.Public, ThemeRegistry.Of(site.Website), assets.Value with { Index = staging?.Index });
        HeapCompaction.Run(site.Website.Pages.Length);
        return new(site, files.Files, staging?.HasPublished(files.Files) == true ? assets.Diagnostics : [.. assets.Diagnostics, .. Checks.FindInOutput(files.Files)]) { Index = files.Index };
    }

    /// <returns>The files of the site; each is scanned as soon as it is made.</returns>
    private static ImmutableArray<OutputFile> ScanForLeaks(RenderedSite site) => site.Leaks.Watch(site.Files);

    /// <summary>Opens the folder beside the published site; what the last build published and nothing has touched need neither be made, scanned nor written again.</summary>
    private static StagingFolder Open(BuildRun run)
    {
        var staging = StagingFolder.Open(run.Request.Output);
        try
        {
            if (run.Cache is { } cache)
            {
                staging.GoOnFrom(cache, run.Ground);
            }

            return staging;
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    /// <summary>Puts the new site in the place of the published one, and clears the cache of what no build has used for long. All files are written: the site itself is not needed any more.</summary>
    /// <param name="said">What the build has to say, but for how many files there are.</param>
    /// <param name="index">As in <see cref="RenderedSite.Index"/>.</param>
    /// <param name="texts">What is known of the texts of its pages.</param>
    /// <param name="pages">How many pages the site has.</param>
    private static BuildReport Publish(BuildRun run, BuildReport said, IndexNumbers? index, KnownTexts texts, int pages, StagingFolder staging)
    {
        HeapCompaction.Run(pages);
        var before = PublishedExposures(run)?.Load() ?? [];
        staging.Publish(index);
        HeapCompaction.Run(pages);
        if (!run.Request.WithCache)
        {
            SiteCache.Forget(run.Environment, run.Request.Output);
        }

        Prune(run);
        var report = said with { Files = staging.Count };

        // What may name units is for whoever asked for it alone; and a build that goes by other exposures than the last one, or by another calendar, may say something else.
        if (run.Session is null && run.Cache is { } cache && !run.Request.IsInternal && before.AsSpan().SequenceEqual(PublishedExposures(run)?.Load())
            && report.Diagnostics.All(diagnostic => diagnostic.Code != ChangedEntries.Code) && NamesOf(run).Hide(report.Diagnostics) is { } nameless)
        {
            cache.KeepReport(new(BuildGround.AskedBy(run), run.Ground, [.. run.Folder.Questions], run.Folder.Seen is { } seen ? cache.Ground([seen]) : default, staging.Manifest, report.Files, report.Home!.AbsoluteUri, texts), nameless);
        }

        return report;
    }

    private static InputNames NamesOf(BuildRun run) => new(run.Folder.List("input").Value.Select(file => file.Path));

    private static void Prune(BuildRun run)
    {
        SiteCache.Prune(run.Environment);
        ContentCache.Of(run.Environment).Prune();
    }

    /// <returns>The exposure entries of the site as it is published now, behind whose statuses none may go back; null where there are none.</returns>
    public static SourceFile? PublishedExposures(BuildRun run) => Published(run, ExposureAddresses.Json[1..]);

    private static SourceFile? Published(BuildRun run, string path) => run.Request.Output.Length == 0 ? null : new SourceFolder(run.Request.Output, run.Environment).Find(path);

    /// <returns>CODEOWNERS as it is, or null where there is none.</returns>
    public static string? CodeOwners(SourceFolder folder) =>
        folder.Find(CodeOwnersFile.Path) is { Length: <= LargestCodeOwnersInBytes } file ? Encoding.UTF8.GetString(file.Load()) : null;
}

/// <summary>What a build is asked to do.</summary>
/// <param name="Site">Folder with site.yaml and content/, absolute.</param>
/// <param name="Output">Folder to replace, absolute; empty where none will be.</param>
/// <param name="Url">Address to use in place of the one in site.yaml, or null.</param>
/// <param name="AsOf">The day of the build.</param>
/// <param name="WithDrafts">Whether drafts are pages too.</param>
/// <param name="WithSearch">Whether to make a search index.</param>
/// <param name="IsStrict">Whether missing footer entries are errors.</param>
internal sealed record BuildRequest(
    string Site, string Output, Uri? Url, DateOnly AsOf, bool WithDrafts, bool WithSearch, bool IsStrict)
{
    /// <summary>Whether what the last build kept is used, and something kept for the next one. The site is the same either way.</summary>
    public bool WithCache { get; init; } = true;

    /// <summary>Whether messages may name units that are late or odd.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What an editor holds and the disk does not, by path; null where nobody edits.</summary>
    public ImmutableDictionary<string, byte[]>? Unsaved { get; init; }

    /// <summary>Whether somebody only looks at pages while writing: mistakes do not stop them from being drawn, and no share pictures are made.</summary>
    public bool IsLook { get; init; }

    /// <summary>Today, whatever the day of the build: no return can count up to a later day. Null where that is not asked for.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>What the steps of one build or check share.</summary>
internal sealed class BuildRun
{
    private readonly Lazy<(KeptReport Report, KeptMessages Said)?> before;

    /// <exception cref="EnvironmentException">The site has no folder <c>content</c>.</exception>
    /// <param name="memory">Of earlier looks; null for a build, and for a single look.</param>
    public BuildRun(BuildRequest request, SiteEnvironment environment, LookMemory? memory = null)
    {
        (Request, Environment, Memory, Folder) = (request, environment, memory, new(request.Site, environment, request.Unsaved, memory?.Files));
        Folder.Require("content");
        Cache = request.WithCache && request.Output.Length > 0 ? SiteCache.Open(environment, request.Output) : null;
        before = new(() => Cache?.ReadReport());
    }

    public BuildRequest Request { get; }

    public SiteEnvironment Environment { get; }

    /// <summary>The site folder.</summary>
    public SourceFolder Folder { get; }

    /// <summary>What earlier builds of this output folder have kept; null where nothing is kept, or nothing is built.</summary>
    public SiteCache? Cache { get; }

    /// <summary>What the last build was asked, saw and said; null where nothing of it can be believed.</summary>
    public (KeptReport Report, KeptMessages Said)? Before => before.Value;

    /// <summary>Whether pages are taken as earlier builds have kept them; else each is parsed.</summary>
    public bool ReadsPages { get; init; } = true;

    /// <summary>What a preview keeps between its builds; null for a single build.</summary>
    public BuildSession? Session { get; init; }

    /// <summary>What the site follows from beside its pages (<see cref="BuildGround"/>), once it is assembled; the default digest where nothing is kept.</summary>
    public Digest Ground { get; set; }

    /// <summary>The calendar of the site that a change is held against; null where that is the published one.</summary>
    public SourceFile? Calendar { get; init; }

    /// <summary>What an editor keeps between its looks; null where nothing is kept.</summary>
    public LookMemory? Memory { get; }
}

/// <summary>What goes from build to build in one process, and out of a build before it is over.</summary>
/// <param name="LookedAt">Which pages somebody is looking at: paths in the output folder.</param>
/// <param name="Show">Receives those that there are, by path, as soon as nothing is known to be wrong.</param>
internal sealed record BuildSession(Func<IReadOnlyCollection<string>> LookedAt, Action<IReadOnlyDictionary<string, byte[]>> Show)
{
    /// <summary>What the pages were read as.</summary>
    public PageMemory Pages { get; set; } = PageMemory.None;

    /// <summary>The site of the last build and what it was drawn with; null where that failed.</summary>
    public (AssembledSite Site, BuildAssets Assets)? Last { get; set; }
}

/// <summary>The result of a build.</summary>
/// <param name="Diagnostics">All diagnostics, sorted.</param>
/// <param name="Files">How many files were published; 0 where nothing was.</param>
internal sealed record BuildReport(ImmutableArray<Diagnostic> Diagnostics, int Files)
{
    /// <summary>Address of the home page of the site that was published, or null.</summary>
    public Uri? Home { get; init; }

    /// <summary>0 when the site was published, 1 when the content stopped it.</summary>
    public int ExitCode => Diagnostics.HasErrors() ? 1 : 0;
}

/// <summary>What lies in <c>content/</c>.</summary>
/// <param name="Website">Pages and settings, not yet joined with <c>input/</c>.</param>
/// <param name="Files">All files of <c>content/</c>, pages and those of packs included.</param>
/// <param name="Diagnostics">What cannot be read.</param>
internal sealed record LoadedContent(Website Website, ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What lies in <c>input/</c>, most of it not read yet.</summary>
/// <param name="Files">All files.</param>
/// <param name="SignOffs">What has to be signed, and what was.</param>
/// <param name="Diagnostics">What cannot be listed, and what is wrong with the policy and the signatures.</param>
internal sealed record ListedInput(InputFiles Files, SignOffRegistry SignOffs, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What lies in <c>input/</c>.</summary>
/// <param name="Files">All files.</param>
/// <param name="Public">What may be published.</param>
/// <param name="Private">What must never be.</param>
/// <param name="SignOffs">What has to be signed, and what was.</param>
/// <param name="Diagnostics">What cannot be read or published.</param>
internal sealed record LoadedInput(
    InputFiles Files, PublicInput Public, PrivateValues Private, SignOffRegistry SignOffs, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The whole site before it is rendered.</summary>
/// <param name="Website">Pages and settings, with the addresses that <c>input/</c> fills.</param>
/// <param name="Items">What has to be signed, as it is now.</param>
/// <param name="SignOffs">Sign-offs that hold, by the path of what was signed.</param>
/// <param name="Leaks">The scan for private values.</param>
internal sealed record AssembledSite(
    Website Website, LoadedContent Content, LoadedInput Input, ImmutableArray<SignedItem> Items,
    FrozenDictionary<string, ImmutableArray<SignOff>> SignOffs, LeakScan Leaks);

/// <summary>The files of the site, not made yet.</summary>
internal sealed record RenderedSite
{
    public RenderedSite(AssembledSite site, ImmutableArray<OutputFile> files, IEnumerable<Diagnostic> diagnostics) =>
        (Site, Files, Diagnostics) = (site, files, diagnostics.Select(site.Leaks.Hide).Sorted());

    public AssembledSite Site { get; }

    /// <summary>Empty where a diagnostic is an error.</summary>
    public ImmutableArray<OutputFile> Files { get; }

    /// <summary>Everything that is wrong but for leaks in finished files, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>As in <see cref="SiteFiles.Index"/>.</summary>
    public IndexNumbers? Index { get; init; }

    public LeakScan Leaks => Site.Leaks;

    /// <returns>The same with the leaks that have been found so far, sorted.</returns>
    public ImmutableArray<Diagnostic> AllDiagnostics() => Diagnostics.Concat(Leaks.Diagnostics()).Sorted();
}
