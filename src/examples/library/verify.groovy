// The application was built on the module path. It has one jar beside its own, and needs nothing of the JDK but java.base.
import javax.tools.ToolProvider

List<String> paths = new File(basedir, 'target/class-path.txt').text.trim().tokenize(File.pathSeparator)
assert paths.size() == 1 : "the library brings dependencies: $paths"
String library = paths[0]
assert new File(library).name ==~ /mooring-\d.*\.jar/

String expected = new File(basedir, 'expected-output.txt').text.normalize()

def run = { String... arguments ->
  String java = new File(System.getProperty('java.home'), 'bin/java').path
  File errors = new File(basedir, 'target/errors.txt')
  Process process = new ProcessBuilder([java, *arguments]).directory(basedir).redirectError(errors).start()
  String printed = process.inputStream.getText('UTF-8').normalize()
  assert process.waitFor() == 0 : "java ${arguments.join(' ')} failed:\n$printed${errors.text}"
  assert printed == expected
}

// The modules are named one by one: whatever else one of them required would not be found.
run('--limit-modules', 'java.base', '--add-modules', 'io.mooring.room', '-p', "target/lobby-1.0.jar${File.pathSeparator}$library",
    '-m', 'com.example.lobby/com.example.lobby.Lobby')

// The same sources without a module, on the class path.
File classes = new File(basedir, 'target/on-class-path')
List<String> sources = []
new File(basedir, 'src/main/java').eachFileRecurse { if (it.name.endsWith('.java') && it.name != 'module-info.java') sources << it.path }
assert !sources.empty
assert ToolProvider.systemJavaCompiler.run(null, null, null, '-Xlint:all', '-Werror', '--release', '17',
    '-d', classes.path, '-cp', library, *sources) == 0
run('-cp', "$classes${File.pathSeparator}$library", 'com.example.lobby.Lobby')
