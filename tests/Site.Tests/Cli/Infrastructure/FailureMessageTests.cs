using Site.Cli.Infrastructure;

namespace Site.Tests;

public class FailureMessageTests
{
    private static readonly SiteEnvironment Local = SiteProgram.Environment with { Variable = _ => null };

    private static readonly SiteEnvironment Ci = SiteProgram.Environment with { Variable = name => name is "CI" or "SITE_VERBOSE" ? "1" : null };

    [Fact]
    public void A_mistake_in_the_program_is_one_line_without_its_stack()
    {
        var said = InternalError.Describe(new InvalidOperationException("first\nsecond"), Local);

        Assert.Equal("程序内部错误（InvalidOperationException），原来的文件没有改动；设置环境变量 SITE_VERBOSE=1 再运行一次，可以看到详情。", said);
    }

    [Fact]
    public void The_failure_of_one_of_many_threads_is_told_as_that_of_one()
    {
        var failure = new AggregateException(new AggregateException(new UnauthorizedAccessException("Access to the path '/site/a.md' is denied.")), new IOException("b.md"));

        Assert.True(EnvironmentException.Covers(failure));
        Assert.Equal("没有权限读写文件：/site/a.md。", EnvironmentException.Describe(failure, Local));
        Assert.False(EnvironmentException.Covers(new AggregateException(new InvalidOperationException())));
    }

    [Fact]
    public void A_full_disk_is_called_so()
    {
        var failure = new IOException("No space left on device : '/site/output.site-new/a.html'", 28);

        Assert.Equal("磁盘已满，没有写完，原来的文件没有改动：/site/output.site-new/a.html。", EnvironmentException.Describe(failure, Local));
    }

    [Theory]
    [InlineData("/site/input/returns/李四海 补报.xlsx", "/site/input/■■")]
    [InlineData("C:\\site\\input\\李四海.csv", "C:\\site\\input\\■■")]
    [InlineData("/site/content/news/a.md", "/site/content/news/a.md")]
    public void Where_others_read_the_log_no_file_of_input_is_named(string path, string told)
    {
        var denied = new UnauthorizedAccessException($"Access to the path '{path}' is denied.");

        Assert.Equal($"没有权限读写文件：{told}。", EnvironmentException.Describe(denied, Ci));
        Assert.Equal($"没有权限读写文件：{path}。", EnvironmentException.Describe(denied, Local));
    }

    [Fact]
    public void Where_others_read_the_log_a_mistake_in_the_program_quotes_nothing()
    {
        var error = new KeyNotFoundException("The given key '李四海' was not present in the dictionary.");

        Assert.StartsWith("System.Collections.Generic.KeyNotFoundException", InternalError.Describe(error, Ci), StringComparison.Ordinal);
        Assert.DoesNotContain("李四海", InternalError.Describe(error, Ci), StringComparison.Ordinal);
    }
}
