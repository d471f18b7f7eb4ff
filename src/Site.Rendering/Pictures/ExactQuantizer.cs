using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace Site.Rendering.Pictures;

/// <summary>Gives a picture of at most 256 colors a palette of just these. The library's own quantizers look colors up with five bits a channel and change them.</summary>
internal sealed class ExactQuantizer : IQuantizer
{
    public QuantizerOptions Options { get; } = new() { Dither = null };

    public IQuantizer<TPixel> CreatePixelSpecificQuantizer<TPixel>(Configuration configuration)
        where TPixel : unmanaged, IPixel<TPixel> => CreatePixelSpecificQuantizer<TPixel>(configuration, Options);

    public IQuantizer<TPixel> CreatePixelSpecificQuantizer<TPixel>(Configuration configuration, QuantizerOptions options)
        where TPixel : unmanaged, IPixel<TPixel> => new Frame<TPixel>(configuration, options);

    private struct Frame<TPixel>(Configuration configuration, QuantizerOptions options) : IQuantizer<TPixel>
        where TPixel : unmanaged, IPixel<TPixel>
    {
        private readonly Dictionary<TPixel, byte> places = [];
        private readonly List<TPixel> colors = [];

        /// <summary>The color that was asked for last: neighbors are mostly equal.</summary>
        private TPixel last;
        private byte lastPlace;
        private bool hasLast;

        public Configuration Configuration { get; } = configuration;

        public QuantizerOptions Options { get; } = options;

        public ReadOnlyMemory<TPixel> Palette => colors.ToArray();

        public void AddPaletteColors(Buffer2DRegion<TPixel> pixelRegion)
        {
            for (var row = 0; row < pixelRegion.Height; row++)
            {
                foreach (var color in pixelRegion.DangerousGetRowSpan(row))
                {
                    if (hasLast && color.Equals(last))
                    {
                        continue;
                    }

                    (last, hasLast) = (color, true);
                    if (places.TryAdd(color, (byte)colors.Count))
                    {
                        colors.Add(color);
                    }

                    lastPlace = places[color];
                }
            }
        }

        public IndexedImageFrame<TPixel> QuantizeFrame(ImageFrame<TPixel> source, Rectangle bounds)
        {
            var self = this;
            return QuantizerUtilities.QuantizeFrame(ref self, source, bounds);
        }

        public byte GetQuantizedColor(TPixel color, out TPixel match)
        {
            match = color;
            if (!hasLast || !color.Equals(last))
            {
                (last, lastPlace, hasLast) = (color, places[color], true);
            }

            return lastPlace;
        }

        public void Dispose()
        {
        }
    }
}
