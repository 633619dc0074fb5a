@echo off
rem Finds a Python 3.9+ and hands over to lab.py.
for %%p in ("py -3" "python" "python3") do (
    %%~p -c "import sys; sys.exit(sys.version_info < (3, 9))" >nul 2>nul && (
        %%~p "%~dp0lab.py" %*
        goto :end
    )
)
echo lab: Python 1>&2
echo   found:   no Python 3.9 or later on the path 1>&2
echo   needed:  Python 3.9 or later 1>&2
echo   install: winget install Python.Python.3.12 1>&2
exit /b 1
:end
exit /b %errorlevel%
