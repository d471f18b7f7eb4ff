using System.Security.Cryptography;
using System.Text;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>SHA-256 where the system has no OpenSSL.</summary>
public sealed class Sha256Tests
{
    /// <summary>FIPS 180-4 by NIST's examples.</summary>
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void Known_texts_have_their_known_hash(string text, string hash) => Assert.Equal(hash, Hex(null, Encoding.ASCII.GetBytes(text)));

    /// <summary>RFC 4231, cases 1, 2 and 6: a short key, a shorter one, and one longer than a block.</summary>
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("", "Test Using Larger Than Block-Size Key - Hash Key First", "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    public void Known_keys_have_their_known_hash(string key, string text, string hash) =>
        Assert.Equal(hash, Hex(key.Length == 0 ? [.. Enumerable.Repeat((byte)0xaa, 131)] : Convert.FromHexString(key), Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_length_has_the_hash_that_the_system_gives()
    {
        var bytes = Enumerable.Range(0, 300).Select(at => (byte)(at * 7)).ToArray();
        byte[] key = [1, 2, 3];
        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))), Hex(null, bytes[..length]));
            Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes.AsSpan(0, length))), Hex(key, bytes[..length]));
        }
    }

    [Fact]
    public void Pieces_of_any_length_have_the_hash_of_the_whole()
    {
        var bytes = Enumerable.Range(0, 1000).Select(at => (byte)(at * 13)).ToArray();
        for (var piece = 1; piece <= 200; piece += 9)
        {
            Assert.Equal(Hex(null, bytes), Hex(null, [.. bytes.Chunk(piece)]));
        }
    }

    [Fact]
    public void One_can_be_used_again()
    {
        using var hash = Sha256.StartWithoutSystem([9]);
        hash.AppendData("one"u8);
        var first = hash.GetHashAndReset();
        hash.AppendData("one"u8);

        Assert.Equal(first, hash.GetHashAndReset());
    }

    private static string Hex(byte[]? key, params byte[][] pieces)
    {
        using var hash = Sha256.StartWithoutSystem(key);
        foreach (var piece in pieces)
        {
            hash.AppendData(piece);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
