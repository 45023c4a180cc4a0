@echo off
rem ASCII only: what people read is said by install.py or stands in no-python.txt.
setlocal
cd /d "%~dp0"
set "EXE="
set "ARG="
if exist "%~dp0python\python.exe" set "EXE=%~dp0python\python.exe"
if not defined EXE for %%V in (3.13 3.12 3.11) do if not defined EXE call :try py -%%V
if not defined EXE call :try python
if not defined EXE goto nopython
"%EXE%" %ARG% -I "%~dp0install.py" install
goto end

:try
%1 %2 -I -c "import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and sys.maxsize > 2**32))" >nul 2>nul
if errorlevel 1 exit /b 0
set "EXE=%1"
set "ARG=%2"
exit /b 0

:nopython
start "" notepad.exe "%~dp0no-python.txt"

:end
pause
endlocal
