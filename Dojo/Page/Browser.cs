using System.ComponentModel;
using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens an address, where there is a browser and a screen; the address is printed in any case.</summary>
    public static void Open(string address)
    {
        string? opener = OperatingSystem.IsWindows() ? "explorer" : OperatingSystem.IsMacOS() ? "open"
            : Environment.GetEnvironmentVariable("BROWSER") is { Length: > 0 } browser ? browser // a dev container forwards by it
            : Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 } ? "xdg-open" : null;
        if (opener is null) return;
        try { using var _ = Process.Start(new ProcessStartInfo(opener, [address]) { RedirectStandardOutput = true, RedirectStandardError = true }); }
        catch (Win32Exception) { } // there is none
    }
}
