namespace Etudes.Dojo;

/// <summary>What is pasted goes where one asks for it, and says when it is large.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly Workspace _work = new();

    public CopyTests()
    {
        foreach (string display in (string[])["WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"]) _work.Environment[display] = null;
        _work.Write("far/from/here/main.cs", "Console.WriteLine(\"ä\");\n");
    }

    [Theory]
    [InlineData("WAYLAND_DISPLAY", "wl-copy", "")]
    [InlineData("DISPLAY", "xclip", "-selection clipboard")]
    [InlineData("DISPLAY", "xsel", "--input --clipboard")]
    public void A_copy_goes_to_the_tool_of_the_system(string display, string tool, string arguments)
    {
        if (!OperatingSystem.IsLinux()) return; // the other systems' own
        _work.Environment[display] = "0";
        Tool(tool, "0");
        var said = _work.Kata("paste", _work.Full("far/from/here/main.cs"), "--copy");
        Assert.Equal((0, ""), (said.Code, said.Output));
        string pasted = _work.Kata("paste", "--file", _work.Full("far/from/here/main.cs")).Output;
        Assert.Equal($"{arguments}\n{pasted}", _work.Read("taken"));
        Assert.Equal($"{System.Text.Encoding.UTF8.GetByteCount(pasted)} bytes are in the clipboard, taken by {tool}.", said.Errors.Trim());
    }

    [Fact]
    public void Without_a_clipboard_nothing_is_said_to_be_copied()
    {
        if (!OperatingSystem.IsLinux() || !Console.IsErrorRedirected) return; // at a terminal that is the clipboard
        _work.Environment["DISPLAY"] = "0";
        Tool("xclip", "1"); // there, and cannot reach a display
        var said = _work.Kata("paste", _work.Full("far/from/here/main.cs"), "--copy");
        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Equal("There is no clipboard here: no wl-copy, xclip, xsel, clip.exe that works, and no terminal. Leave --copy out, and > submit.cs keeps the file.", said.Errors.Trim());
    }

    [Theory]
    [InlineData(65_000, false)]
    [InlineData(66_000, true)]
    public void A_large_file_says_so(int letters, bool large)
    {
        _work.Write("main.cs", $"Console.WriteLine(\"{new string('x', letters)}\");\n");
        var said = _work.Kata("paste", _work.Full("main.cs"));
        Assert.Equal(0, said.Code);
        Assert.Equal(large ? $"The file has {said.Output.Length:n0} bytes; many judges take no more than 65,536." : "", said.Errors.Trim());
    }

    public void Dispose() => _work.Dispose();

    /// <summary>A program of that name that keeps what it is given, alone on the path.</summary>
    private void Tool(string name, string exitCode)
    {
        string file = _work.Full($"bin/{name}");
        _work.Write($"bin/{name}", $"#!/bin/sh\nexec >\"$0.taken\"\necho \"$*\"\n/bin/cat\nexit {exitCode}\n".Replace("$0.taken", _work.Full("taken")));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _work.Environment["PATH"] = _work.Full("bin");
    }
}
