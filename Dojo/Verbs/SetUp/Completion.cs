namespace Etudes.Dojo;

/// <summary>What a shell needs to complete words behind kata: it asks the command itself.</summary>
internal static class Completion
{
    private const string Bash = """
        # kata's completion for bash: eval "$(./kata doctor --completion bash)"
        _kata() { local IFS=$'\n'; COMPREPLY=($("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)); }
        complete -F _kata kata ./kata

        """;

    private const string Zsh = """
        # kata's completion for zsh: eval "$(./kata doctor --completion zsh)"
        _kata() { reply=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}"); compadd -a reply }
        compdef _kata kata ./kata

        """;

    private const string PowerShell = """
        # kata's completion for PowerShell: ./kata doctor --completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName kata, kata.cmd, ./kata -ScriptBlock {
            param($word, $line, $cursor)
            & $line.CommandElements[0].Extent.Text "[suggest:$cursor]" "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_)
            }
        }

        """;

    /// <exception cref="RefusedException">The shell is not known.</exception>
    public static string For(string shell) => shell.ToLowerInvariant() switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "pwsh" or "powershell" => PowerShell,
        _ => throw new RefusedException($"--completion wants bash, zsh or pwsh, and not '{shell}'."),
    };
}
