// The survivor is named with its line: an error of the first build, a warning of the second.
String log = new File(basedir, 'build.log').getText('UTF-8')
int end = log.indexOf('BUILD FAILURE')
assert end > 0 : log
String first = log.substring(0, end)
String second = log.substring(end)

assert first.contains('mutants')
assert second.contains('on project survivor: src/main/tla/Counter.tla:8: survived: Counter:Init:off-by-one:count = 0 -> count = 1')
assert second.contains('[WARNING] src/main/tla/Counter.tla:8: survived: Counter:Init:off-by-one:count = 0 -> count = 1')
assert second.contains('BUILD SUCCESS')
assert !(log =~ /(?m)^\s+at [\w.]+\(/)
['md', 'json'].each { assert new File(basedir, "target/mooring/mutate/src/main/tla/Counter.$it").length() > 0 }
return true
