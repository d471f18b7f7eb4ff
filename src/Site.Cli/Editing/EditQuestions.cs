using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;
using Site.Cli.Infrastructure;
using Site.Cli.Local;
using Site.Cli.New;
using Site.Content.Editing;
using Site.Content.Editing.Pasting;
using Site.Content.Types;
using Site.Core.Sources;

namespace Site.Cli.Editing;

/// <summary>All that the editor's page asks.</summary>
internal static class EditQuestions
{
    public static ImmutableArray<Question> All(EditSite site) => All(site, new HandIn(site));

    private static ImmutableArray<Question> All(EditSite site, HandIn handIn) =>
    [
        new("pages", EditLimits.LargestText, _ => PageList.AnswerAsync(site, handIn.Store)),
        new("open", EditLimits.LargestText, asked => OpenAsync(site, PathIn(asked))),
        new("check", EditLimits.LargestText, asked => CheckAsync(site, PathIn(asked), asked.Text("text"), asked.Text("origin"))),
        new("field", EditLimits.LargestText, asked => Task.FromResult(Field(PathIn(asked), asked.Text("text"), [.. asked.Texts("steps")], asked.Json["value"]))),
        new("question", EditLimits.LargestText, asked => Task.FromResult(QuestionAnswers.Read(asked.Text("text"), asked.Number("at")))),
        new("set-question", EditLimits.LargestText, asked => Task.FromResult(QuestionAnswers.Write(asked.Text("text"), asked.Number("at"), asked.Text("place"), asked.Group("form")))),
        new("save", EditLimits.LargestText, asked => Task.FromResult(Save(site, PathIn(asked), asked.Text("origin"), asked.Text("text")))),
        new("forget", EditLimits.LargestText, asked => Task.FromResult(Forget(site, PathIn(asked)))),
        new("new", EditLimits.LargestText, asked => Task.FromResult(Create(site, asked.Text("kind"), asked.Text("title")))),
        new("paste", EditLimits.LargestText, asked => Task.FromResult(Paste(asked.Text("html"), asked.Text("text")))),
        new("picture", EditLimits.LargestPicture, asked => Task.Run(() => PictureUpload.Take(site, PathNamed(asked), asked.Named("name"), asked.Body))),
        new("word", EditLimits.LargestDocument, asked => Task.Run(() => TakeWord(site, asked.Named("kind"), asked.Named("name"), asked.Body))),
        new("insert-word", EditLimits.LargestDocument, asked => Task.Run(() => InsertWord(site, PathNamed(asked), asked.Named("name"), asked.Body))),
        new("way", EditLimits.LargestText, asked => Task.FromResult(handIn.Way(PathIn(asked)))),
        new("submit", EditLimits.LargestText, asked => handIn.SubmitAsync(PathIn(asked), asked.Text("office"), asked.Text("note"))),
        new("submissions", EditLimits.LargestText, _ => handIn.ListAsync()),
        new("mend", EditLimits.LargestText, asked => MendAsync(site, asked.Text("path"))),
    ];

    /// <exception cref="NotAQuestionException">It is no path of a page.</exception>
    private static string PathIn(Asked asked) => asked.Text("path") is var path && EditSite.TypeOf(path) is not null ? path : throw new NotAQuestionException();

    /// <exception cref="NotAQuestionException">It is no path of a page.</exception>
    private static string PathNamed(Asked asked) => asked.Named("path") is var path && EditSite.TypeOf(path) is not null ? path : throw new NotAQuestionException();

    /// <returns>The page's text with what is wrong with it, its form, and what was written and not saved.</returns>
    private static async Task<JsonObject> OpenAsync(EditSite site, string path)
    {
        if (site.Read(path) is not { } file)
        {
            return new() { ["failure"] = $"没有 {path} 这个文件，可能刚刚被删除或者改名。" };
        }

        var type = EditSite.TypeOf(path)!;
        if (file.Text is not { } present)
        {
            var found = (await site.LookAsync()).Diagnostics.Where(diagnostic => diagnostic.Location.Path == path).ToList();
            return new()
            {
                ["path"] = path,
                ["unreadable"] = EditJson.List(found, diagnostic => EditJson.Of(diagnostic, "", default, null, Cures.OfBytes(diagnostic, file.Bytes))),
            };
        }

        var draft = site.Drafts.Find(path);
        var (text, origin) = draft is null ? (present, present) : (draft.Text, draft.Origin);
        var view = await site.LookAsync(path, EditedText.Write(file.Bytes, text));
        var answer = EditJson.Of(path, text, type, view, site.AsOf);
        answer["path"] = path;
        answer["kind"] = new JsonObject { ["name"] = type.Name, ["label"] = type.Label };
        answer["form"] = EditJson.List(FieldForm.Of(type), EditJson.Of);
        answer["text"] = text;
        answer["origin"] = origin;
        answer["saved"] = present;
        answer["draftAt"] = draft?.At.ToOffset(TimeSpan.FromHours(8)).ToString("M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return answer;
    }

    /// <summary>Looks at the page as the editor holds it, and keeps that.</summary>
    private static async Task<JsonObject> CheckAsync(EditSite site, string path, string text, string origin)
    {
        if (site.Read(path) is not { Text: { } present } file)
        {
            return new() { ["failure"] = $"没有 {path} 这个文件，可能刚刚被删除或者改名。您写的内容还留在这里。" };
        }

        if (text == present)
        {
            site.Drafts.Forget(path);
        }
        else
        {
            site.Drafts.Keep(path, text, origin);
        }

        var view = await site.LookAsync(path, EditedText.Write(file.Bytes, text));
        var answer = EditJson.Of(path, text, EditSite.TypeOf(path)!, view, site.AsOf);
        answer["changedElsewhere"] = present != origin && present != text;
        return answer;
    }

    /// <returns>The edits that give a field another value; a failure where only a person can make them.</returns>
    private static JsonObject Field(string path, string text, ImmutableArray<string> steps, JsonNode? value)
    {
        var parts = PageParts.Of(text);
        var edits = parts.BodyStart == 0 ? null
            : FrontMatterEdits.Set(EditSite.TypeOf(path)!.AllFields, parts.Yaml(text), steps, EditJson.Value(value));
        return edits is { } found
            ? new() { ["edits"] = EditJson.Of(found.Select(edit => edit with { Start = edit.Start + parts.YamlStart })) }
            : new() { ["failure"] = "这一处写得特别，表单改不了；请打开“字段原文”直接改。" };
    }

    private static JsonObject Save(EditSite site, string path, string origin, string text) => site.Save(path, origin, EditedText.Normalized(text)) switch
    {
        SaveResult.Saved saved => new() { ["text"] = saved.Text, ["merged"] = saved.IsMerged },
        SaveResult.Conflict conflict => new() { ["theirs"] = conflict.Theirs },
        _ => new() { ["failure"] = $"没有 {path} 这个文件，可能刚刚被删除或者改名。您写的内容还留在这里，请复制出来。" },
    };

    private static JsonObject Forget(EditSite site, string path)
    {
        site.Drafts.Forget(path);
        return new();
    }

    private static JsonObject Create(EditSite site, string kind, string typed)
    {
        var type = ContentTypes.Find(kind) ?? throw new NotAQuestionException();
        var title = NewName.Title(typed);
        if (title.Length == 0)
        {
            return new() { ["failure"] = "请先写标题。" };
        }

        var (files, diagnostics) = NewDraft.Make(site.Environment, type, title, site.Folder);
        if (files.IsEmpty)
        {
            return new() { ["failure"] = $"建不了这一页：{string.Join(" ", diagnostics.Select(diagnostic => diagnostic.Message))}" };
        }

        Write(site, files);
        return new() { ["path"] = files[0].Path };
    }

    /// <summary>The page last, so that it names nothing that is not there.</summary>
    private static void Write(EditSite site, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files.Reverse())
        {
            SiteFile.Write(site.Folder, file.Path, file.Load());
        }

        site.Drafts.Saved(files[0].Path, "", PageFile.Of(files[0]).Text ?? "");
    }

    private static JsonObject Paste(string html, string text)
    {
        var pasted = html.Length > 0 ? PastedHtml.Read(html) : PastedText.Read(text);
        if (pasted.Markdown.Length == 0 && pasted.Notes.Count == 0)
        {
            pasted = PastedText.Read(text);
        }

        return new() { ["markdown"] = pasted.Markdown, ["notes"] = EditJson.List(pasted.Notes, note => JsonValue.Create(note)) };
    }

    private static JsonObject TakeWord(EditSite site, string kind, string name, byte[] document)
    {
        var type = ContentTypes.Find(kind) ?? throw new NotAQuestionException();
        var draft = WordDraft.Make(site.Environment, type, "", name, document, site.Folder, (page, ending, taken) => PictureUpload.FreePath(site.Folder, page, ending, taken));
        if (draft.Files.IsEmpty)
        {
            return new() { ["failure"] = $"建不了这一页：{string.Join(" ", draft.Diagnostics.Select(diagnostic => diagnostic.Message))}" };
        }

        Write(site, draft.Files);
        return new() { ["path"] = draft.Files[0].Path, ["notes"] = EditJson.List(draft.Notes, note => JsonValue.Create(note)) };
    }

    /// <returns>What a Word file says, to be put into the text of a page; its pictures lie beside the page then.</returns>
    private static JsonObject InsertWord(EditSite site, string path, string name, byte[] document)
    {
        var text = WordDraft.Read(path, name, document, (page, ending, taken) => PictureUpload.FreePath(site.Folder, page, ending, taken));
        foreach (var picture in text.Pictures)
        {
            SiteFile.Write(site.Folder, picture.Path, picture.Load());
        }

        return new() { ["markdown"] = text.Markdown, ["notes"] = EditJson.List(text.Notes, note => JsonValue.Create(note)) };
    }

    /// <summary>Mends a file as a whole: its name, or its encoding, as its own diagnostic says.</summary>
    private static async Task<JsonObject> MendAsync(EditSite site, string path)
    {
        if (EditSite.FolderOf(path) is null || new SourceFolder(site.Folder, site.Environment).List("content").Value.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            throw new NotAQuestionException();
        }

        var bytes = PageFile.Of(file).Bytes;
        var cure = (await site.LookAsync()).Diagnostics.Where(diagnostic => diagnostic.Location.Path == path).Select(diagnostic => Cures.OfBytes(diagnostic, bytes)).OfType<Cure>().FirstOrDefault();
        switch (cure)
        {
            case Cure.Recode { Text: var text }:
                SiteFile.Replace(site.Folder, path, EditedText.Write([], text));
                return new() { ["path"] = path };
            case Cure.Rename { Name: var name }:
                var better = path[..(path.LastIndexOf('/') + 1)] + name;
                File.Move(Path.Combine(site.Folder, path), Path.Combine(site.Folder, better), overwrite: false);
                return new() { ["path"] = better };
            default:
                return new() { ["failure"] = "这个文件要您自己改。" };
        }
    }
}
