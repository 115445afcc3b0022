namespace Etudes.Dojo;

/// <summary>The browser of this machine, started once for all tests. None is ever downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>So long a test waits for what must come, also on a machine that has much else to do.</summary>
    public const int Patience = 120_000;

    private static readonly string[] s_places =
    [
        "/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>KATA_BROWSER names it, else it is where systems put it; null where there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("KATA_BROWSER") is { Length: > 0 } named ? named : s_places.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null) return; // all tests are skipped
        SetDefaultExpectTimeout(Patience);
        _driver = await Playwright.CreateAsync();
        // Chromium's sandbox does not work for root.
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Executable, ChromiumSandbox = Environment.UserName != "root", Timeout = Patience });
    }

    /// <summary>A browser window that knows nothing of the others.</summary>
    public async Task<IBrowserContext> Window()
    {
        var window = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}

[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;

/// <summary>A test that is skipped, and says so, where there is no browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Executable is null ? Reason : null;

    internal const string Reason = "there is no Chromium and no Chrome here; KATA_BROWSER names one elsewhere";
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Executable is null ? BrowserFactAttribute.Reason : null;
}
