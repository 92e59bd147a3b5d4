// The machine was generated, compiled and used, its properties were checked, and the second build has checked nothing again.
String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> builds = log.split('BUILD SUCCESS').toList()
assert builds.size() == 3 : log

assert builds[0].contains('Turnstile: 4 locations, 4 events, 16 rows, 6 properties')
assert builds[0].contains('9 distinct states, 36 edges')
assert builds[0].contains('21 distinct states, 105 edges')
assert builds[0].count('No violation of any of') == 2
assert !builds[0].contains('not done again')

assert builds[1].count('unchanged since it succeeded, not done again') == 3
assert !builds[1].contains('distinct states') && !builds[1].contains('locations')

def suite = new groovy.xml.XmlSlurper().parse(
    new File(basedir, 'target/surefire-reports/TEST-com.example.turnstile.TurnstileTest.xml'))
assert suite.@tests.toInteger() > 0 && suite.@failures.toInteger() == 0
