@echo off
rem ASCII only: what people read is said by install.py or stands in no-python.txt.
setlocal
set "NoDefaultCurrentDirectoryInExePath=1"
pushd "%~dp0"
set "EXE="
set "ARG="
if exist python\python.exe set "EXE=python\python.exe"
if not defined EXE for %%V in (@PYTHONS@) do if not defined EXE call :try py -%%V
if not defined EXE call :try python
if not defined EXE goto nopython
if not exist install.py goto partial
rem A python.bat that is started without "call" would end this script. Names without a path: "call" reads its line twice.
call "%EXE%" %ARG% -I install.py @VERB@
goto end

:try
call %1 %2 -I -c "import sys; sys.exit(@UNFIT@)" >nul 2>nul
if errorlevel 1 exit /b 0
set "EXE=%1"
set "ARG=%2"
exit /b 0

:partial
rem Started from inside the zip: Windows unpacks the script alone.
call "%EXE%" %ARG% -I -c "print('@UNPACK@')"
goto end

:nopython
if exist no-python.txt start "" notepad.exe no-python.txt
if not exist no-python.txt echo Please unzip the whole archive first.

:end
pause
popd
endlocal
