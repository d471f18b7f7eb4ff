using System.Collections.Frozen;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Asks for captions of videos and transcripts of sound (WCAG 2.2, success criteria 1.2.1 and 1.2.2).</summary>
internal static class RecordingTexts
{
    private static readonly FrozenSet<string> Recordings =
        new[] { ".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".webm" }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Problem> Find(Website website) =>
        website.Pages.SelectMany(page => page switch
        {
            LecturePage lecture => Find(lecture),
            WorkPage work => Find(work),
            _ => [],
        });

    private static IEnumerable<Problem> Find(LecturePage lecture)
    {
        if (lecture is { Video: not null, Captions: null })
        {
            yield return Problem.Warning("lecture/no-captions", lecture.Places["video"], "视频没有字幕，听不见的人看不懂。", "加上一行 “captions: 字幕文件.vtt”。");
        }

        if (lecture is { Audio: not null, Transcript: null })
        {
            yield return Problem.Warning("lecture/no-transcript", lecture.Places["audio"], "音频没有文字稿，听不见的人无从了解。", "加上一行 “transcript: 文字稿.txt”。");
        }
    }

    private static IEnumerable<Problem> Find(WorkPage work) =>
        from file in work.Files
        where work.Transcript is null && Recordings.Contains(Ending.Of(file.Target))
        select Problem.Warning("work/no-transcript", file.Where,
            $"“{Quoted.Short(file.Target)}” 没有文字稿，听不见或看不见的人无从了解。", "在 transcript 里写上它的内容。");
}
