// What the application prints, on what Maven puts on its class path.
String paths = new File(basedir, 'target/class-path.txt').text.trim()
String java = new File(System.getProperty('java.home'), 'bin/java').path
File errors = new File(basedir, 'target/errors.txt')

Process process = new ProcessBuilder(java, '-cp', "target/lobby-spring-1.0.jar${File.pathSeparator}$paths",
    'com.example.lobby.LobbyApplication').directory(basedir).redirectError(errors).start()
String printed = process.inputStream.getText('UTF-8').normalize()
assert process.waitFor() == 0 : "the application failed:\n$printed${errors.text}"
assert printed == new File(basedir, 'expected-output.txt').text.normalize()
