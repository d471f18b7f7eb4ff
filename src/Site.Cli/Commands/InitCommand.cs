using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Cli.New;

namespace Site.Cli.Commands;

/// <summary><c>site init DIR</c>: a city's own site in a new folder, without the source code of the generator.</summary>
internal static class InitCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder that is empty or does not exist yet." };
        var command = new Command("init", "Make a site of your own: settings, pages to begin with, workflows that publish it. No file is ever overwritten.") { folder };
        command.SetAction((arguments, _) => Task.FromResult(Run(environment, arguments.GetValue(folder)!)));
        return command;
    }

    /// <returns>0.</returns>
    /// <exception cref="EnvironmentException">The folder is not empty, is no folder, or lies where another site keeps its sources.</exception>
    private static int Run(SiteEnvironment environment, string typed)
    {
        var folder = Folder("init", typed);
        var starters = NewSite.Make(environment.Today()).ToImmutableDictionary(file => file.Path, StringComparer.Ordinal);
        var generated = SchemaCommand.Files(path => starters.TryGetValue(path, out var file) ? Encoding.UTF8.GetString(file.Load()) : null)
            .Select(file => NewPage.File(file.Path, file.Text));
        EmptyFolder.Fill(folder, [.. starters.SetItems(generated.Select(file => KeyValuePair.Create(file.Path, file))).Values.OrderBy(file => file.Path, StringComparer.Ordinal)]);
        environment.Terminal.WriteLine(SiteFile.DisplayPath(folder, "."));
        environment.Terminal.WriteErrorLine("网站的文件夹建好了：先改 site.yaml 里的名称、网址、主办单位和页脚，再看 README.md；用 site serve --drafts 预览。");
        return 0;
    }

    /// <returns>Where a new site may lie, absolute.</returns>
    /// <param name="command">The command that was typed, for messages.</param>
    /// <exception cref="EnvironmentException">No folder was typed, its name has hidden characters, or it lies where another site keeps its sources.</exception>
    internal static string Folder(string command, string typed)
    {
        if (typed.Any(char.IsControl))
        {
            throw new EnvironmentException("文件夹的名称里有看不见的控制字符，没有写任何文件；请换一个名称。");
        }

        var folder = SiteOptions.FullPath(command, typed);
        for (var site = Path.GetDirectoryName(folder); site is not null; site = Path.GetDirectoryName(site))
        {
            var first = Path.GetRelativePath(site, folder).Split(Path.DirectorySeparatorChar)[0];
            if (first is "content" or "input" or "output" && File.Exists(Path.Combine(site, "site.yaml")))
            {
                throw new EnvironmentException($"{folder} 在另一个网站的 {first} 文件夹里，没有写任何文件；请换一个文件夹。");
            }
        }

        return folder;
    }
}
