using System.Text;
using Site.Bundling;

namespace Site.Tests;

/// <summary>Styles and scripts of a theme, joined and made small when the program is built.</summary>
public class ThemeBundlerTests
{
    private static readonly (string Name, string Text)[] Theme =
    [
        ("site.css", "@import \"parts/type.css\";\n.exit { background: url(\"signs/exit.svg#square\"); }"),
        ("parts/type.css", "/* part */\nbody { font-family: \"微软雅黑\"; margin: 0px; }\np { background: url(../signs/exit.svg); }"),
        ("quiz.js", "import { mark, other } from \"./parts/mark.mjs\";\n\ndocument.title = mark?.text ?? other(1);"),
        ("parts/mark.mjs", "import { twice } from \"./twice.js\";\n// A comment.\nexport const mark = { text: \"答对了\" };\n\nexport function other(number) {\n  return twice(number).replace(/\\p{Script=Han}/gu, \"\");\n}\n"),
        ("parts/twice.js", "export const twice = (number) => String(2 * number);\n"),
        ("signs/exit.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>"),
    ];

    [Fact]
    public void Files_are_listed_by_name_each_with_its_content_in_its_name()
    {
        var (files, problems) = Bundle(Theme);

        Assert.Empty(problems);
        Assert.Equal(["quiz.js", "signs/exit.svg", "site.css"], files.Select(file => file.Name));
        Assert.All(files, file => Assert.Equal(file.Name, file.File.Replace($".{file.Hash[..10]}.", ".", StringComparison.Ordinal)));
        Assert.Equal(files.Select(file => file.Hash), Bundle([.. Theme.Reverse()]).Files.Select(file => file.Hash));
    }

    [Fact]
    public void A_style_takes_in_its_parts_and_points_at_the_named_copies()
    {
        var files = Bundle(Theme).Files;
        var exit = files[1].File;

        Assert.Equal($"body{{font-family:\"微软雅黑\";margin:0}}p{{background:url({exit})}}.exit{{background:url({exit}#square)}}", Text(files[2]));
    }

    [Fact]
    public void A_script_takes_in_its_parts_and_keeps_Chinese_text_and_patterns()
    {
        var script = Text(Bundle(Theme).Files[0]);

        Assert.Matches("答对了", script);
        Assert.Contains(@"/\p{Script=Han}/gu", script, StringComparison.Ordinal);
        Assert.DoesNotMatch("import|export|comment|number", script);
        Assert.DoesNotContain('\n', script);
    }

    [Theory]
    [InlineData("let a = 1;\nlet = ;", "site.js(2,")]
    [InlineData("import { a } from \"./lost.js\";", "site.js(1,1): There is no \"lost.js\"")]
    [InlineData("\nimport { b } from \"./parts/a.js\";", "site.js(2,1): \"parts/a.js\" exports no \"b\".")]
    [InlineData("import { a as b } from \"./parts/a.js\";", "exports no \"a as b\"")]
    [InlineData("import * as all from \"./parts/a.js\";", "site.js(1,1): Parts are imported and exported by their names alone")]
    [InlineData("import { a } from \"../../secret.js\";", "There is no \"../../secret.js\"")]
    [InlineData("import { a } from \"./parts/a.js\";\n\nfunction hidden() {}", "site.js(3,1): \"hidden\" is declared in \"parts/a.js\" too")]
    public void A_mistake_in_a_script_is_told_at_its_place(string script, string expected)
    {
        var problems = Bundle([("site.js", script), ("parts/a.js", "export const a = 1;\nconst hidden = 2;\n")]).Problems;

        Assert.Contains(problems, problem => $"{problem.File}({problem.Line},{problem.Column}): {problem.Text}".Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a { color: red; }\n\nb { background: url(../secret.svg); }", "site.css(3,17): There is no \"../secret.svg\"")]
    [InlineData("@import \"lost.css\";", "site.css(1,1): There is no \"lost.css\"")]
    public void A_mistake_in_a_style_is_told_at_its_place(string style, string expected) =>
        Assert.Contains(Bundle([("site.css", style)]).Problems, problem => $"{problem.File}({problem.Line},{problem.Column}): {problem.Text}".Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_part_that_no_entry_takes_in_is_told_so_that_no_style_is_lost_unseen() =>
        Assert.Equal("parts/lost.css", Assert.Single(Bundle([.. Theme, ("parts/lost.css", "p{color:red}")]).Problems).File);

    [Fact]
    public void The_theme_s_own_scripts_and_styles_are_small()
    {
        var folder = Path.Combine(Repository.Root, "themes", "Campaign", "Assets");
        var assets = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes);
        var (files, problems) = ThemeBundler.Bundle(assets);

        Assert.Empty(problems);
        Assert.All(files.Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)), file => Assert.True(file.Bytes.Length < 30_000, $"{file.Name} has {file.Bytes.Length} bytes"));
    }

    private static (System.Collections.Immutable.ImmutableArray<BundledFile> Files, List<BundleProblem> Problems) Bundle(params (string Name, string Text)[] files) =>
        ThemeBundler.Bundle(files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text)));

    private static string Text(BundledFile file) => Encoding.UTF8.GetString(file.Bytes);
}
