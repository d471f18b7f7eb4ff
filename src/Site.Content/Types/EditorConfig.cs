using System.Text.Json.Nodes;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Settings;

namespace Site.Content.Types;

/// <summary>What an editor beside the site is told of its pages: a collection for each type, a field for each of its fields.</summary>
/// <remarks>
/// The configuration of Decap CMS (decapcms.org/docs) and of Sveltia CMS, which has the same with more (the JSON Schema in the package <c>@sveltia/cms</c>). Bodies are edited as Markdown:
/// attributes, safety signs and footnotes would not survive a rich text editor that does not know them.
/// </remarks>
public static class EditorConfig
{
    /// <returns>The configuration, for <c>admin/config.yml</c>.</returns>
    public static JsonObject Of(SiteSettings settings, HostedEditor editor)
    {
        var config = new JsonObject { ["backend"] = Backend(editor) };
        if (editor.Repository.IsReviewed)
        {
            config["publish_mode"] = "editorial_workflow";
        }

        if (editor.Name == "decap")
        {
            config["locale"] = "zh_Hans";
        }
        else
        {
            config["app_title"] = "编辑 · " + settings.Title;
            config["output"] = new JsonObject { ["omit_empty_optional_fields"] = true };
        }

        config["site_url"] = settings.Url.AbsoluteUri;
        config["media_folder"] = "content/pages/img";
        config["public_folder"] = "/media";
        config["slug"] = new JsonObject { ["encoding"] = "unicode", ["clean_accents"] = true, ["sanitize_replacement"] = "-" };
        config["collections"] = new JsonArray([.. ContentTypes.All.Select(type => Collection(type, editor))]);
        return config;
    }

    private static JsonObject Backend(HostedEditor editor)
    {
        var repository = editor.Repository;
        var backend = new JsonObject { ["name"] = repository.Backend, ["repo"] = repository.Name };
        if (repository.Branch is { } branch)
        {
            backend["branch"] = branch;
        }

        if (repository.Server is { } server)
        {
            backend["api_root"] = server + (repository.Backend switch { "github" => "api/v3", "gitlab" => "api/v4", _ => "api/v1" });
        }

        if ((repository.Login ?? (repository.Backend == "github" ? null : repository.Server)) is { } login)
        {
            backend["base_url"] = login.AbsoluteUri.TrimEnd('/');
        }

        if (repository.AppId is { } app)
        {
            backend["app_id"] = app;
            if (repository.Backend == "gitlab")
            {
                backend["auth_type"] = "pkce";
            }
        }

        return backend;
    }

    private static JsonObject Collection(ContentType type, HostedEditor editor)
    {
        var collection = new JsonObject
        {
            ["name"] = type.Folder,
            ["label"] = type.ListTitle.Length > 0 ? type.ListTitle : type.Label,
            ["label_singular"] = type.Label,
            ["folder"] = type.ContentFolder.TrimEnd('/'),
            ["create"] = true,
            ["extension"] = "md",
            ["format"] = "yaml-frontmatter",
            ["identifier_field"] = "title",
            ["summary"] = "{{title}}",
            ["media_folder"] = "img",
            ["public_folder"] = "img",
        };
        if (type.Addressing == PageAddressing.ByYear)
        {
            // The day of the page, not the day on which it is written. Decap takes the year of a path from the page and knows no filter there; Sveltia takes today's where no field is named.
            collection["path"] = editor.Name == "decap" ? "{{year}}/{{slug}}" : "{{fields.date | date('YYYY')}}/{{slug}}";
            collection["slug"] = "{{fields.date | date('MM-DD')}}-{{title}}";
        }
        else
        {
            collection["slug"] = type.IsOnePerYear ? "{{fields.year}}" : "{{title}}";
        }

        // Who writes does not publish: somebody else merges, and what has to be signed is signed.
        if (editor is { Name: "sveltia", Repository.IsReviewed: true })
        {
            collection["publish"] = false;
        }

        var body = new JsonObject { ["name"] = "body", ["label"] = "正文", ["widget"] = "markdown", ["required"] = false, ["modes"] = new JsonArray("raw"), ["hint"] = "Markdown，写法见 .docs/markdown.md" };
        collection["fields"] = new JsonArray([.. type.AllFields.Fields.Select(Field), body]);
        return collection;
    }

    private static JsonObject Field(Field field)
    {
        var written = new JsonObject { ["name"] = field.Name, ["label"] = field.Help };
        foreach (var (name, value) in Widget(field))
        {
            written[name] = value?.DeepClone();
        }

        written["required"] = field.IsRequired;
        if (field.HasExample)
        {
            written["hint"] = "例如：" + field.Example;
        }

        return written;
    }

    /// <returns>What sort of value the field takes.</returns>
    private static JsonObject Widget(Field field) => field switch
    {
        TextField { HasLines: true } => new() { ["widget"] = "text" },
        TextListField or TagListField or SiteAddressListField => new() { ["widget"] = "list" },
        SourceField { IsList: true } => new() { ["widget"] = "list" },
        IntegerField number => new() { ["widget"] = "number", ["value_type"] = "int", ["min"] = number.Least, ["max"] = number.Most },
        BooleanField => new() { ["widget"] = "boolean" },
        DateField => new() { ["widget"] = "datetime", ["format"] = "YYYY-MM-DD", ["date_format"] = "YYYY-MM-DD", ["time_format"] = false },
        MomentField => Pattern("^\\d{4}-\\d{2}-\\d{2}([T ]\\d{1,2}:\\d{2})?$", "写成 2025-06-16 或者 2025-06-16 09:00"),
        TimeField => Pattern("^\\d{1,2}:\\d{2}$", "写成 09:00"),
        UrlField => Pattern("^https?://", "写完整的网址"),
        SiteAddressField => Pattern("^/", "写本站的地址，以 / 开头"),
        EnumField choice => new()
        {
            ["widget"] = "select",
            ["multiple"] = choice.IsList,
            ["options"] = new JsonArray([.. choice.Vocabulary.Select(term => new JsonObject { ["label"] = term.Label, ["value"] = term.Id })]),
        },
        PathField { AllowsUrl: true } => new() { ["widget"] = "string" },
        PathField { IsList: true } => new() { ["widget"] = "list", ["field"] = new JsonObject { ["name"] = "file", ["label"] = field.Help, ["widget"] = "file" } },
        PathField => new() { ["widget"] = field.Name == "image" ? "image" : "file" },
        GroupField group => new() { ["widget"] = group.IsList ? "list" : "object", ["collapsed"] = true, ["fields"] = new JsonArray([.. group.Parts.Fields.Select(Field)]) },
        _ => new() { ["widget"] = "string" },
    };

    private static JsonObject Pattern(string pattern, string says) => new() { ["widget"] = "string", ["pattern"] = new JsonArray(pattern, says) };
}
