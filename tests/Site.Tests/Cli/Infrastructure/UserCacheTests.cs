using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>Where the files lie that the program keeps for its user.</summary>
public sealed class UserCacheTests : IDisposable
{
    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("site-cache-");

    private string Temporary => Directory.CreateDirectory(In("tmp")).FullName;

    [Theory]
    [InlineData("home")]
    [InlineData("home/.local/share")]
    public void They_lie_in_the_users_own_folder_which_is_made_where_it_is_missing(string known)
    {
        Assert.Equal(In(known), SiteEnvironment.UserCache(In(known), Temporary));
        Assert.True(Directory.Exists(In(known)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("file/.local/share")]
    public void A_user_without_one_has_a_private_folder_and_the_same_in_each_run(string known)
    {
        File.WriteAllText(In("file"), "");
        var first = SiteEnvironment.UserCache(known.Length == 0 ? "" : In(known), Temporary);

        Assert.Equal(Temporary, Path.GetDirectoryName(first));
        Assert.Equal(first, SiteEnvironment.UserCache(known.Length == 0 ? "" : In(known), Temporary));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(first));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_has_none_is_told_that_what_he_writes_may_not_last(bool hasNone)
    {
        using var said = new MemoryStream();

        (SiteProgram.Environment with { Terminal = new(said, Stream.Null, false), IsMemoryTemporary = hasNone }).WarnOfTemporaryMemory();

        Assert.Equal(hasNone, System.Text.Encoding.UTF8.GetString(said.ToArray()).Contains("请先设好 HOME", StringComparison.Ordinal));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_folder_that_others_may_write_to_is_not_taken()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "Owners of folders are asked on Linux alone.");
        var first = SiteEnvironment.UserCache("", Temporary);
        File.SetUnixFileMode(first, File.GetUnixFileMode(first) | UnixFileMode.OtherWrite);

        Assert.NotEqual(first, SiteEnvironment.UserCache("", Temporary));
    }

    public void Dispose() => around.Delete(recursive: true);

    private string In(string path) => Path.Combine(around.FullName, path);
}
