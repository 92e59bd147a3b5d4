// The machine was generated, compiled and used, its properties were checked, and the second build has checked nothing again.
String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> builds = log.split('BUILD SUCCESS').toList()
assert builds.size() == 3 : log

assert builds[0].contains('Turnstile: 4 locations, 4 events, 16 rows, 6 properties')
assert builds[0].contains('9 distinct states, 36 edges')
assert builds[0].contains('21 distinct states, 105 edges')
assert builds[0].count('No violation of any of') == 2
assert !builds[0].contains('not done again')

// A checker says how many states it has found, and a generator how many locations.
assert builds[1].count('unchanged since it succeeded, not done again') == 3
assert !builds[1].contains('distinct states') && !builds[1].contains('locations')

def suite = { String file -> new groovy.xml.XmlSlurper().parse(new File(basedir, file)) }
['TurnstileTest', 'JournalTest'].each {
  def unit = suite("target/surefire-reports/TEST-com.example.turnstile.${it}.xml")
  assert unit.@tests.toInteger() > 0 && unit.@failures.toInteger() == 0
}

// The properties are tests of a CI.
String folder = 'target/mooring-reports/TEST-mooring.check.src+main+tla+com+example+turnstile+spec+'
['Turnstile', 'Turnstile.Turnstile.expensive'].each {
  def properties = suite("${folder}${it}.xml")
  assert properties.testcase.@name*.text().contains('PaidOnlyGrowsProp')
  assert properties.@failures.toInteger() == 0 && properties.@errors.toInteger() == 0
}

// What Gradle's tasks would call, called here without Gradle: with the jars of the archive.
File project = new File(basedir, '../../../../..').canonicalFile
File archive = new File(project, 'target/repository/io/mooring/mooring-cli').listFiles().find { it.directory }
    .listFiles().find { it.name.endsWith('-bin.zip') }
File unpacked = new File(basedir, 'target/command-line')
unpacked.mkdirs()
List<String> jars = []
new java.util.zip.ZipFile(archive).withCloseable { zip ->
  zip.entries().findAll { it.name.endsWith('.jar') }.each { entry ->
    File jar = new File(unpacked, new File(entry.name).name)
    zip.getInputStream(entry).withCloseable { jar.bytes = it.bytes }
    jars << jar.canonicalPath
  }
}

String gradle = new File(basedir, 'build.gradle').getText('UTF-8')
List<String> calls = (gradle =~ /(?s)args = \[(.*?)]/).collect { it[1] }
assert calls.size() == 2
calls.each { call ->
  List<String> arguments = (call =~ /'([^']*)'/).collect { it[1] }
  String java = new File(System.getProperty('java.home'), 'bin/java').path
  Process process = new ProcessBuilder([java, '-cp', jars.join(File.pathSeparator), 'io.mooring.room.cli.Mooring', *arguments])
      .directory(basedir).redirectErrorStream(true).start()
  String printed = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : "$arguments: $printed"
}
assert suite('build/test-results/mooring/TEST-turnstile.xml').@failures.toInteger() == 0
assert new File(basedir, 'build/reports/mooring/turnstile.sarif').length() > 0
// It generates what the plugin generates.
String table = 'java/com/example/turnstile/spec/Table.java'
assert new File(basedir, "build/generated/mooring/$table").text ==
    new File(basedir, "target/generated-sources/mooring/com.example.turnstile.spec/$table").text
return true
