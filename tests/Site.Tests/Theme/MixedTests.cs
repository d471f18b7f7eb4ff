using Site.Themes.Campaign.Quizzes;

namespace Site.Tests;

public class MixedTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("home-fire-01")]
    [InlineData("逃生")]
    public void An_order_never_gives_the_answer_away_and_loses_nothing(string seed)
    {
        for (var count = 2; count < 12; count++)
        {
            var order = ShuffledOrder.Order(count, seed);

            Assert.NotEqual(Enumerable.Range(0, count), order);
            Assert.Equal(Enumerable.Range(0, count), order.Order());
            Assert.Equal(order, ShuffledOrder.Order(count, seed));
        }
    }

    [Fact]
    public void One_thing_or_none_has_one_order()
    {
        Assert.Equal([0], ShuffledOrder.Order(1, "a"));
        Assert.Empty(ShuffledOrder.Order(0, "a"));
    }
}
