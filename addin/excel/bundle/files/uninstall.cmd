@echo off
rem ASCII only: what people read is said by install.py or stands in no-python.txt. The base Python runs it, as the private environment is about to go.
setlocal
set "NoDefaultCurrentDirectoryInExePath=1"
pushd "%~dp0"
set "EXE="
set "ARG="
if exist python\python.exe set "EXE=python\python.exe"
if not defined EXE for %%V in (3.13 3.12 3.11) do if not defined EXE call :try py -%%V
if not defined EXE call :try python
if not defined EXE goto nopython
if not exist install.py goto partial
rem A python.bat that is started without "call" would end this script. Names without a path: "call" reads its line twice.
call "%EXE%" %ARG% -I install.py uninstall
goto end

:try
call %1 %2 -I -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 exit /b 0
set "EXE=%1"
set "ARG=%2"
exit /b 0

:partial
rem Started from inside the zip: Windows unpacks the script alone.
call "%EXE%" %ARG% -I -c "print('\u5b89\u88c5\u5305\u6ca1\u6709\u89e3\u538b\uff0c\u8bf7\u5148\u628a\u538b\u7f29\u5305\u5168\u90e8\u89e3\u538b\uff0c\u518d\u53cc\u51fb\u89e3\u538b\u540e\u7684\u201c\u5378\u8f7d.cmd\u201d\u3002')"
goto end

:nopython
if exist no-python.txt start "" notepad.exe no-python.txt
if not exist no-python.txt echo Please unzip the whole archive first.

:end
pause
popd
endlocal
