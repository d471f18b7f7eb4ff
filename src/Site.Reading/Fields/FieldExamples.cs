namespace Site.Reading;

/// <summary>What a required field may look like, for the cure of one that is missing.</summary>
internal static class FieldExamples
{
    public static string Of(string name) => name switch
    {
        "title" => "标题",
        "source" => "发布单位《文件名》（日期）",
        "reviewer" => "审核这一页的科室",
        "date" or "start" or "end" or "occurred" or "version" => "2025-06-16",
        "year" => "2025",
        "edition" => "24",
        "articles" => "119",
        "class" => "II",
        "series" => "open-class",
        "area" => "所在的区县",
        "place" => "地点",
        "slogan" => "当年的主题",
        "name" => "全称",
        "file" => "poster.pdf",
        "url" => "https://example.gov.cn/",
        "organiser" => "主办单位",
        "number" => "12350",
        _ => "内容",
    };
}
