// Both specifications are named with file and line, in the order of the folders, and nothing looks like a fault of the plugin.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('mooring-maven-plugin') && log.contains('BUILD FAILURE')
assert log.contains('[ERROR] src/test/tla/Unreadable.tla:4:9: ')
assert log =~ /Failed to execute goal .*:check \(properties\) on project broken: src\/main\/tla\/Counter\.tla:20: Invariant Small is violated/
assert log.contains('count = 3')
assert !(log =~ /(?m)^\s+at [\w.]+\(/)
assert !log.contains('Exception:')

File target = new File(basedir, 'target/mooring')
assert new File(target, 'check/src/main/tla/Counter-Small.mmd').exists()
assert new File(target, 'check/src/main/tla/Counter-Small.itf.json').exists()
// So do the reports, also of what could not be read.
def suite = { String name -> new groovy.xml.XmlSlurper().parse(new File(basedir, "target/mooring-reports/TEST-mooring.check.properties.$name")) }
def violated = suite('src+main+tla+Counter.xml')
assert violated.@failures == '1' && violated.testcase.find { it.@name == 'Small' }.failure.text().contains('src/main/tla/Counter.tla:20')
assert suite('src+test+tla+Unreadable.xml').@errors == '1'
// What has failed is checked again the next time.
assert !new File(target, 'cache').exists() || new File(target, 'cache').listFiles().every { it.list().length == 0 }
return true
