using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace Etudes.Dojo;

/// <summary>What the page shows, part by part, and the browsers that are told when a part changes.</summary>
internal sealed class PageHub
{
    /// <summary>A browser that is so many changes behind does not read; it may come again.</summary>
    private const int MostUnread = 256;
    private const int MostBrowsers = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _parts = [];
    private readonly ConcurrentDictionary<Channel<string>, bool> _browsers = [];

    public bool IsFull => _browsers.Count >= MostBrowsers;

    public bool IsWatched => !_browsers.IsEmpty;

    /// <summary>Shows a part anew, if it is new.</summary>
    /// <param name="html">Text that the caller has made markup of.</param>
    public void Put(string part, string html)
    {
        lock (_lock)
        {
            if (_parts.GetValueOrDefault(part) == html) return;
            _parts[part] = html;
            string message = JsonSerializer.Serialize(new() { [part] = html }, PageJson.Default.DictionaryStringString);
            foreach (var browser in _browsers.Keys)
                if (!browser.Writer.TryWrite(message)) browser.Writer.TryComplete();
        }
    }

    /// <summary>All parts, then each that changes, as JSON from names to markup. Ends for a browser that does not read.</summary>
    public async IAsyncEnumerable<string> Messages([EnumeratorCancellation] CancellationToken cancel)
    {
        var browser = Channel.CreateBounded<string>(MostUnread);
        lock (_lock)
        {
            browser.Writer.TryWrite(JsonSerializer.Serialize(_parts, PageJson.Default.DictionaryStringString));
            _browsers[browser] = true;
        }
        try
        {
            await foreach (string message in browser.Reader.ReadAllAsync(cancel)) yield return message;
        }
        finally { _browsers.TryRemove(browser, out _); }
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext;
