using Site.Cli.Infrastructure;

namespace Site.Tests;

public class FailureMessageTests
{
    [Fact]
    public void A_mistake_in_the_program_is_one_line_without_its_stack()
    {
        var said = InternalError.Describe(new InvalidOperationException("first\nsecond"), SiteProgram.Environment with { Variable = _ => null });

        Assert.Equal("程序内部错误（InvalidOperationException），原来的文件没有改动；设置环境变量 SITE_VERBOSE=1 再运行一次，可以看到详情。", said);
    }

    [Fact]
    public void The_failure_of_one_of_many_threads_is_told_as_that_of_one()
    {
        var failure = new AggregateException(new AggregateException(new UnauthorizedAccessException("Access to the path '/site/a.md' is denied.")), new IOException("b.md"));

        Assert.True(EnvironmentException.Covers(failure));
        Assert.Equal("没有权限读写文件：/site/a.md。", EnvironmentException.Describe(failure));
        Assert.False(EnvironmentException.Covers(new AggregateException(new InvalidOperationException())));
    }

    [Fact]
    public void A_full_disk_is_called_so()
    {
        var failure = new IOException("No space left on device : '/site/output.site-new/a.html'", 28);

        Assert.Equal("磁盘已满，没有写完，原来的文件没有改动：/site/output.site-new/a.html。", EnvironmentException.Describe(failure));
    }
}
