using System.Security.Cryptography;

namespace Site.Cli.Infrastructure;

/// <summary>
/// The world outside the program, as far as a command needs it. Every command gets it as a parameter, so that a test can run a command
/// in its own process with other streams, on another day, or count the files that are read.
/// </summary>
internal sealed record SiteEnvironment
{
    /// <summary>Bytes of <see cref="RandomKey"/>.</summary>
    public const int RandomKeyLength = 32;

    private const string Name = "safety-month-site";

    /// <summary>Standard output and standard error.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>Reads a whole file. Takes an absolute path.</summary>
    public Func<string, byte[]> ReadFile { get; init; } = File.ReadAllBytes;

    /// <summary>The date in China, where the campaign is: UTC+8 all year.</summary>
    public Func<DateOnly> Today { get; init; } = () => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    /// <summary>The moment in UTC, by the same clock as the times of files: it says which files have been at rest for a while.</summary>
    public Func<DateTime> Now { get; init; } = () => DateTime.UtcNow;

    /// <summary>
    /// Absolute path of the folder in which pictures and what is known of published sites are kept from one build to the next. It is the user's own cache and lies outside
    /// the site folder, so that a pull request cannot bring a cache with it and have its files published unchecked.
    /// </summary>
    public required string CacheFolder { get; init; }

    /// <summary>Absolute path of the folder in which this machine remembers what imports came to; it lies outside every site folder, nobody else can read it, and nothing of it is published.</summary>
    public required string MemoryFolder { get; init; }

    /// <summary>Whether the user has no folder of his own, so that <see cref="MemoryFolder"/> lies among temporary files and is gone with them.</summary>
    public bool IsMemoryTemporary { get; init; }

    /// <summary>Absolute path of the folder in which the key lies that seals the cache, or empty where there is none: apart from the cache, so that a copied or forged cache is worth nothing.</summary>
    public string KeyFolder { get; init; } = "";

    /// <summary>Absolute path of the folder in which the editor keeps what is not saved yet, outside the site folder: a draft is nobody's commit. Nobody else can read it.</summary>
    public string DraftFolder { get => field ?? Path.Combine(MemoryFolder, "drafts"); init; }

    /// <summary>Gives an environment variable by its name, or null.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Whether the output is a log of continuous integration, which others read.</summary>
    public bool IsOnCi => !string.IsNullOrEmpty(Variable("CI"));

    /// <returns>The environment of this process.</returns>
    public static SiteEnvironment OfProcess()
    {
        var known = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var cache = UserCache(known, Path.GetTempPath());
        return new()
        {
            Terminal = new(Console.OpenStandardOutput(), Console.OpenStandardError(), !Console.IsErrorRedirected),
            CacheFolder = Path.Combine(cache, Name),
            MemoryFolder = Path.Combine(cache, "safety-month-office"),
            IsMemoryTemporary = cache != known,
            KeyFolder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } settings
                ? Path.Combine(settings, Name) : "",
        };
    }

    /// <summary>Tells who is about to write something that it may not last, where that is so.</summary>
    public void WarnOfTemporaryMemory()
    {
        if (IsMemoryTemporary)
        {
            Terminal.WriteLine("注意：找不到您自己的文件夹（HOME），还没有交的草稿、导入的记录只能放在临时文件里，重新开机以后可能就没有了。请先设好 HOME。");
        }
    }

    /// <returns>32 bytes that nobody can guess.</returns>
    /// <remarks>On Linux .NET asks OpenSSL for them, which small images lack; the kernel gives the same.</remarks>
    public static byte[] RandomKey()
    {
        if (!OperatingSystem.IsLinux())
        {
            return RandomNumberGenerator.GetBytes(RandomKeyLength);
        }

        var key = new byte[RandomKeyLength];
        using var source = new FileStream("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        source.ReadExactly(key);
        return key;
    }

    /// <returns>The folder below which the user's own files lie: where he has none or may not make it (a container that runs under any number), a private one among the temporary files.</returns>
    /// <param name="known">As the system names it, absolute; it may be missing. Empty where it names none.</param>
    /// <param name="temporary">Where temporary files of all users lie.</param>
    internal static string UserCache(string known, string temporary)
    {
        if (known.Length > 0 && TryMake(known))
        {
            return known;
        }

        var own = Path.Combine(temporary, $"{Name}-{FileStamps.Owner}");
        return TryMake(own) && FileStamps.IsOwn(own) ? own : Path.Combine(temporary, $"{Name}-{Path.GetRandomFileName()}");
    }

    private static bool TryMake(string folder)
    {
        try
        {
            PrivateFolder.Make(folder);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
