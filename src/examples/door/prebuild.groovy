// The two commands of the guide, run by the command line of this build, in the folder of the project.
File project = new File(basedir, '../../../../..').canonicalFile
File build = new File(project, 'src/build/target')
String classPath = new File(build, 'class-path.txt').text.trim() + File.pathSeparator + new File(build, 'build.jar').path
String java = new File(System.getProperty('java.home'), 'bin/java').path

def mooring = { String... arguments ->
  Process process = new ProcessBuilder([java, '-cp', classPath, 'io.mooring.room.cli.Mooring', *arguments])
      .directory(basedir).redirectErrorStream(true).start()
  String printed = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : "mooring ${arguments.join(' ')} failed:\n$printed"
  return printed
}

assert mooring('check', 'spec/Door.tla').contains('No violation of any of 3 properties')
assert mooring('generate', '--spec', 'spec/Door.tla', '--package', 'com.example.door.spec', '--out', 'generated')
    .contains('Door: 3 locations, 4 events, 12 rows')
