// The tests ran: the suite and the fuzzer on the door, and what they find of a door that is worn.
['DoorConformanceTest', 'DoorFuzzTest', 'WornDoorTest'].each {
  def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.door.${it}.xml"))
  assert suite.@tests.toInteger() > 0 && suite.@skipped.toInteger() == 0 : "$it did not run"
}
assert new File(basedir, 'target/found.txt').text.normalize() == new File(basedir, 'expected-output.txt').text.normalize()

// Only tests need mooring-mbt: what is on the class path of the application is nothing.
assert new File(basedir, 'target/class-path.txt').text.trim().empty
