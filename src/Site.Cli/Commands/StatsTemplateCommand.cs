using System.CommandLine;
using Site.Cli.Edges;
using Site.Disclosure;

namespace Site.Cli;

/// <summary><c>site stats template FORM [--format xlsx|docx|csv] FILE</c>: an empty form for a unit to fill in.</summary>
internal static class StatsTemplateCommand
{
    public static Command Create()
    {
        var form = new Argument<string>("FORM") { Description = "Id of a form of input/forms." };
        var file = new Argument<string>("FILE") { Description = "The file to write; never over another." };
        var format = new Option<string?>("--format") { Description = $"One of {string.Join(", ", FormTemplate.Formats)}. Default: the ending of FILE." };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SiteOptions.Unknown("--format", token.Value, FormTemplate.Formats) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        var site = SiteOptions.Site();
        var command = new Command("template", "Write an empty form for a unit to fill in. No file is ever overwritten.") { form, file, format, site };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            SiteOptions.Folder(arguments.GetValue(site)!),
            arguments.GetValue(form)!,
            arguments.GetValue(format) ?? Format(arguments.GetValue(file)!),
            arguments.GetValue(file)!)));
        return command;
    }

    /// <returns>0 when the file was written, 1 when there is no such form.</returns>
    private static int Run(string site, string form, string format, string file)
    {
        var input = SourceFolder.List(site, "input");
        var (bytes, problems) = FormTemplate.Make(input.Value, form, format);
        if (bytes is null)
        {
            Terminal.Print(problems);
            return 1;
        }

        NewFile.Write(SiteOptions.FullPath("FILE", file), bytes);
        Terminal.Say(file);
        Terminal.Error("这是空表：发给各单位填写，收回后用 site stats import 导入。");
        return 0;
    }

    private static string Format(string file) => Path.GetExtension(file).TrimStart('.').ToLowerInvariant() is var ending && FormTemplate.Formats.Contains(ending)
        ? ending
        : throw new WorldFailure($"看不出要写成什么格式：文件名以 {string.Join("、", FormTemplate.Formats.Select(known => "." + known))} 结尾，或者加上 --format。");
}
