// What the application prints, on what Maven puts on its class path, and with all of that on the module path.
String paths = new File(basedir, 'target/class-path.txt').text.trim()
String java = new File(System.getProperty('java.home'), 'bin/java').path
File errors = new File(basedir, 'target/errors.txt')
List<String> expected = new File(basedir, 'expected-output.txt').readLines()

def run = { String... arguments ->
  Process process = new ProcessBuilder([java, *arguments]).directory(basedir).redirectError(errors).start()
  List<String> printed = process.inputStream.getText('UTF-8').readLines()
  assert process.waitFor() == 0 : "the application failed:\n$printed${errors.text}"
  // The result of the leave and the last change come from different threads.
  assert printed.sort() == expected.sort(false)
}

run('-cp', "target/lobby-kotlin-1.0.jar${File.pathSeparator}$paths", 'com.example.lobby.LobbyKt')
run('-p', paths, '--add-modules', 'ALL-MODULE-PATH', '-cp', 'target/lobby-kotlin-1.0.jar', 'com.example.lobby.LobbyKt')
