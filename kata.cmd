@echo off
rem The kata command: builds itself the first time and whenever its sources have changed, then runs. Needs nothing but the .NET SDK.
setlocal
set program=%~dp0Dojo\bin\Release\net10.0\Etudes.Dojo.dll
rem 75 is what the program exits with when it is older than its sources.
if exist "%program%" (
    dotnet "%program%" %*
    if not errorlevel 75 exit /b
    if errorlevel 76 exit /b
)
echo building the kata command ... 1>&2
dotnet build "%~dp0Dojo" -c Release -v quiet 1>&2 || exit /b 1
dotnet "%program%" %*
