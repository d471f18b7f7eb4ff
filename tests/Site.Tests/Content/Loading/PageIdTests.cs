
namespace Site.Tests;

public sealed class PageIdTests
{
    [Fact]
    public void A_page_is_called_by_its_file_unless_its_writer_says_otherwise()
    {
        var website = SampleSite.Read(
            """
            -- content/laws/work-safety-law.md --
            ---
            title: 示例
            id: 安全生产法
            ---
            正文。
            -- content/news/2024/06-16-open-day.md --
            ---
            title: 示例
            ---
            正文。
            """);

        Assert.Equal("/laws/work-safety-law/", website.ById["安全生产法"].Address);
        Assert.Equal("/news/2024/open-day/", website.ById["open-day"].Address);
    }

    [Fact]
    public void Files_of_one_name_in_two_folders_are_called_by_folder_and_name()
    {
        var website = SampleSite.Read(
            """
            -- content/guides/fire.md --
            ---
            title: 示例
            ---
            正文。
            -- content/lectures/fire.md --
            ---
            title: 示例
            ---
            正文。
            """);

        Assert.Equal(["guides/fire", "lectures/fire"], website.ById.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_written_id_goes_before_the_name_of_a_file()
    {
        var website = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            id: fire
            ---
            正文。
            -- content/guides/fire.md --
            ---
            title: 示例
            ---
            正文。
            """);

        Assert.Equal("content/guides/a.md", website.ById["fire"].Path);
        Assert.Equal("content/guides/fire.md", website.ById["guides/fire"].Path);
    }

    [Fact]
    public void An_id_written_in_two_files_is_reported_at_both()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:5: error id/duplicate
              编号 “fire” 在 content/guides/b.md 里也用了。
              换一个编号，或者删掉这一行，用文件名作编号。
            content/guides/b.md:5:5: error id/duplicate
              编号 “fire” 在 content/guides/a.md 里也用了。
              换一个编号，或者删掉这一行，用文件名作编号。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                id: fire
                ---
                正文。
                -- content/guides/b.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                id: fire
                ---
                正文。
                """));
    }
}
