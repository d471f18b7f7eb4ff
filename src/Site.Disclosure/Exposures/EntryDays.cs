using Site.Model;

namespace Site.Disclosure;

/// <summary>The days of an entry, in order.</summary>
internal sealed record EntryDays(DateOnly Published, DateOnly? Deadline, DateOnly? StatusOn)
{
    /// <summary>Reads and compares the days; an entry is out on the day it is published, and nothing happens to it before.</summary>
    public static EntryDays Read(ExposureRow row, string status, ExposureContext context)
    {
        var published = context.Day(row, ExposureColumns.Published);
        var deadline = context.Day(row, ExposureColumns.Deadline);
        var statusOn = context.Day(row, ExposureColumns.StatusOn);
        if (published is null && row[ExposureColumns.Published].Length == 0 && status != ExposureVocabularies.Withdrawn)
        {
            context.Error(row, ExposureColumns.Published, "no-date", "“published” 空着。", "写上公布的日期，如 2026-06-10。");
        }

        if (deadline < published)
        {
            context.Error(row, ExposureColumns.Deadline, "dates-out-of-order", "整改期限（deadline）早于公布日期（published）。", "核对这两个日期。");
        }

        if (statusOn < published)
        {
            context.Error(row, ExposureColumns.StatusOn, "dates-out-of-order", "状态日期（status_on）早于公布日期（published）。", "核对这两个日期；状态日期是进入现在这个状态的那一天。");
        }

        if (statusOn is null && status == ExposureVocabularies.Rectified && row[ExposureColumns.StatusOn].Length == 0)
        {
            context.Error(row, ExposureColumns.StatusOn, "no-status-date", "已整改的条目没有写状态日期（status_on）。", "写上整改完成的日期，过了保留期它才会退出列表。");
        }

        if (published <= context.AsOf && statusOn > context.AsOf && status != ExposureVocabularies.Withdrawn)
        {
            context.Warn(row, ExposureColumns.StatusOn, "future-status", "状态日期（status_on）还没有到，到那天之前显示为待整改。", "核对这个日期。");
        }

        return new(published ?? DateOnly.MinValue, deadline, statusOn);
    }
}
