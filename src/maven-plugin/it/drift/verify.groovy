// Each file that was edited is named with its first line that differs, and with the command that repairs it.
String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> builds = log.split(/BUILD (SUCCESS|FAILURE)/).toList()
assert builds.size() == 6 : log

assert builds[0].contains('Door: 3 locations, 4 events, 12 rows')
assert builds[1].contains('generated is current') && builds[1].contains('generated-typescript is current')
assert builds[3].contains('java/com/example/door/Table.java differs: line ')
assert builds[3].contains('door.ts differs: line ')
assert builds[3].contains('Run: mvn mooring:generate@machine -Dmooring.outputDirectory=generated')
assert builds[3].count('1 written') == 2 && builds[3].contains('generated is current')
assert builds[3].contains('generated-typescript is current')

File page = new File(basedir, 'target/mooring-atlas/atlas.html')
assert builds[4].contains('bytes  script')
assert page.getText('UTF-8').contains('<title>Door: atlas</title>')
return true
