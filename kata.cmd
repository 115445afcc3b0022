@echo off
rem The kata command: builds itself the first time and whenever its sources have changed, then runs. Needs nothing but the .NET SDK.
setlocal
set "program=%~dp0Dojo\bin\Release\net10.0\Etudes.Dojo.dll"
set code=75
where dotnet >nul 2>nul || (echo kata needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0 1>&2& exit /b 2)
if exist "%program%" (
    dotnet "%program%" %*
    call set code=%%errorlevel%%
)
rem What the program exits with when it is older than its sources.
if not "%code%"=="75" exit /b %code%
echo building the kata command ... 1>&2
dotnet build "%~dp0Dojo" -c Release -v minimal -tl:on 1>&2 || exit /b 1
set KATA_BUILT=1
dotnet "%program%" %*
exit /b %errorlevel%
