using Site.Model;

namespace Site.Disclosure;

/// <summary>Finds what git leaves in a file when two people changed the same lines.</summary>
internal static class MergeMarkers
{
    /// <returns>The problem <c>SUBJECT/merge-conflict</c> at the first marker, or null.</returns>
    public static Problem? Find(string path, string text, string subject)
    {
        var line = 1;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            if (written.StartsWith("<<<<<<<") || written.StartsWith(">>>>>>>") || written.TrimEnd().SequenceEqual("======="))
            {
                return Problem.Error($"{subject}/merge-conflict", new(path, line), "这里有合并冲突的标记，文件里混着两个版本。",
                    "和改动双方商量后只留下一个版本，删掉标记；冻结的文件请整个取其中一方的版本。");
            }

            line++;
        }

        return null;
    }
}
