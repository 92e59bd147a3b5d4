@echo off
rem The command line of Mooring. JAVA_HOME is the JDK to use, 17 or later; without it the java on the PATH.
rem JAVA_OPTS and MOORING_OPTS are options for the Java virtual machine.
setlocal
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+UseParallelGC -XX:GCTimeLimit=90 -XX:GCHeapFreeLimit=100 -XX:MaxRAMPercentage=60 -Dfile.encoding=UTF-8 %JAVA_OPTS% %MOORING_OPTS% "-Dmooring.home=%~dp0." -jar "%~dp0mooring.jar" %*
exit /b %ERRORLEVEL%
