@echo off
rem The training program: builds itself whenever its sources have changed, then runs. Needs nothing but the .NET SDK.
setlocal
where dotnet >nul 2>nul || (echo train needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0 1>&2 & exit /b 2)
set subject=Solutions
echo  %* | findstr /c:" --mine" >nul && set subject=Katas
:run
dotnet run -c Release --project "%~dp0Pretrain" -p:Subject=%subject% -- %*
rem 75: it is to be built for another libtorch.
if %errorlevel%==75 goto run
exit /b %errorlevel%
