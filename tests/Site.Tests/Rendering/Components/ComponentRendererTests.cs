using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Site.Rendering.Components;

namespace Site.Tests;

public class ComponentRendererTests
{
    [Fact]
    public void Text_is_escaped_and_Chinese_stays_as_it_is() =>
        Assert.Equal("<p>消防 &lt;b&gt; &amp; &quot;水&quot;</p>", Drawn(builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, "消防 <b> & \"水\"");
            builder.CloseElement();
        }));

    [Fact]
    public void An_attribute_is_quoted_and_escaped_true_stands_alone_and_false_and_null_are_left_out() =>
        Assert.Equal("<input value=\"&quot;&gt;&lt;script&gt;\" checked maxlength=\"9\">", Drawn(builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "value", "\"><script>");
            builder.AddAttribute(2, "checked", true);
            builder.AddAttribute(3, "disabled", false);
            builder.AddAttribute(4, "title", (string?)null);
            builder.AddAttribute(5, "maxlength", 9);
            builder.CloseElement();
        }));

    [Fact]
    public void An_empty_element_is_closed_and_a_void_element_is_not() =>
        Assert.Equal("<div></div><br>", Drawn(builder =>
        {
            builder.OpenElement(0, "div");
            builder.CloseElement();
            builder.OpenElement(1, "br");
            builder.CloseElement();
        }));

    [Fact]
    public void A_component_in_a_component_gets_its_parameters_and_its_content() =>
        Assert.Equal("<section>标题<p>正文</p></section>", Drawn(builder =>
        {
            builder.OpenComponent<Titled>(0);
            builder.AddAttribute(1, nameof(Titled.Title), "标题");
            builder.AddAttribute(2, nameof(Titled.ChildContent), (RenderFragment)(inner => inner.AddMarkupContent(0, "<p>正文</p>")));
            builder.CloseComponent();
        }));

    [Fact]
    public void A_parameter_that_a_component_does_not_have_is_named() =>
        Assert.Equal("Titled has no parameter \"Colour\".", Assert.Throws<InvalidOperationException>(() =>
            Drawn(builder =>
            {
                builder.OpenComponent<Titled>(0);
                builder.AddAttribute(1, "Colour", "red");
                builder.CloseComponent();
            })).Message);

    [Fact]
    public void A_cascading_parameter_takes_the_value_of_its_type_however_deep_the_component_stands() =>
        Assert.Equal("<section>外<i>主办单位</i></section>", Drawn(
            builder =>
            {
                builder.OpenComponent<Titled>(0);
                builder.AddAttribute(1, nameof(Titled.Title), "外");
                builder.AddAttribute(2, nameof(Titled.ChildContent), (RenderFragment)(inner =>
                {
                    inner.OpenComponent<Signed>(0);
                    inner.CloseComponent();
                }));
                builder.CloseComponent();
            },
            7, "主办单位"));

    [Fact]
    public void A_cascading_parameter_without_a_value_of_its_type_is_named() =>
        Assert.Equal("There is no String for Signed.Office.", Assert.Throws<InvalidOperationException>(() =>
            Drawn(builder =>
            {
                builder.OpenComponent<Signed>(0);
                builder.CloseComponent();
            })).Message);

    private static string Drawn(RenderFragment content, params object[] cascading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var drawing = new ComponentRenderer(cascading);
        drawing.Render(buffer, typeof(Bare), (nameof(Bare.ChildContent), content));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Signed : ComponentBase
    {
        [CascadingParameter] public string Office { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "i");
            builder.AddContent(1, Office);
            builder.CloseElement();
        }
    }

    private sealed class Bare : ComponentBase
    {
        [Parameter] public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
    }

    private sealed class Titled : ComponentBase
    {
        [Parameter] public string Title { get; set; } = "";

        [Parameter] public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "section");
            builder.AddContent(1, Title);
            builder.AddContent(2, ChildContent);
            builder.CloseElement();
        }
    }
}
