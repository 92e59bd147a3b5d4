// Two executions of one goal, each with a cache of its own.
String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> builds = log.split('BUILD SUCCESS').toList()
assert builds.size() == 4 : log

assert builds[0].contains('4 distinct states') && builds[0].contains('301 distinct states')
assert builds[1].contains('4 distinct states') && !builds[1].contains('301 distinct states')
assert builds[1].contains('src/main/tla/Counter.tla, Large.cfg: unchanged since it succeeded, not done again')
assert new File(basedir, 'target/mooring/cache').list().sort() == ['check-large', 'check-small']

['atlas', 'check', 'generate', 'generate-test', 'help', 'mutate', 'verify'].each { assert builds[2].contains("mooring:$it\n") }
return true
