// The application, on both generations of Spring Boot, as it is and with its generated context: asked over HTTP, and ended by
// a signal. And what it says when it cannot start.
import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

String java = new File(System.getProperty('java.home'), 'bin/java').path
List<String> generations = new File(basedir, 'target').list().findAll { it.startsWith('boot-') }.sort()
assert generations == ['boot-3.5.7', 'boot-4.0.7']

def start = { String generation, List<String> options, List<String> arguments ->
  File output = new File(basedir, "target/$generation/output.txt")
  List<String> command = [java, *options, '-jar', "target/$generation/lobby.jar", '--server.port=0',
      '--server.address=127.0.0.1', '--spring.main.banner-mode=off', *arguments]*.toString()
  Process process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(output).start()
  [process, output]
}

def await = { Process process, File output, String pattern ->
  long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4)
  while (true) {
    def found = output.text =~ pattern
    if (found) {
      return found
    }
    assert process.alive && System.nanoTime() < end : "no $pattern in:\n${output.text}"
    Thread.sleep(100)
  }
}

def ask = { String port, String method, String path ->
  def connection = new URL("http://127.0.0.1:$port$path").openConnection()
  connection.requestMethod = method
  assert connection.responseCode == 200 : "$method $path: ${connection.responseCode}"
  new JsonSlurper().parse(connection.inputStream)
}

def joinsAndLeaves = { String generation, List<String> options ->
  def (Process process, File output) = start(generation, options, [])
  try {
    String port = await(process, output, /Tomcat started on port (\d+)/)[0][1]
    assert ask(port, 'GET', '/rooms') == [lobby: 'DISCONNECTED', stage: 'DISCONNECTED']
    assert ask(port, 'PUT', '/rooms/lobby') == 'OK'
    assert ask(port, 'PUT', '/rooms/stage') == 'OK'
    assert ask(port, 'PUT', '/rooms/stage') != 'OK'
    assert ask(port, 'DELETE', '/rooms/lobby') == 'OK'
    assert ask(port, 'GET', '/rooms') == [lobby: 'DISCONNECTED', stage: 'CONNECTED']

    def health = ask(port, 'GET', '/actuator/health/room')
    assert health == [status: 'UP', details: [lobby: [state: 'DISCONNECTED', lastReason: 'LEAVE_CHANNEL'],
        stage: [state: 'CONNECTED', lastReason: 'JOIN_SUCCEED']]]
    def stage = ask(port, 'GET', '/actuator/room/stage')
    assert stage.state == 'CONNECTED' && stage.stepLog.size() == 3 && stage.room == null && stage.user == null
    assert ask(port, 'GET', '/actuator/metrics/mooring.room.changes?tag=connection:lobby').measurements[0].value == 3
  } finally {
    process.destroy()
  }
  assert process.waitFor(1, TimeUnit.MINUTES) : output.text
  // The room that it was in is left when it ends.
  assert output.readLines().findAll { it =~ /^(server: |CONNECTED -> DISCONNECTED)/ } == [
      'server: "lobby" as user 7 left', 'CONNECTED -> DISCONNECTED (LEAVE_CHANNEL), change 3 of session 1',
      'server: "stage" as user 7 left', 'CONNECTED -> DISCONNECTED (LEAVE_CHANNEL), change 3 of session 1']
  output.text
}

def refused = { String generation, String argument, String description ->
  def (Process process, File output) = start(generation, [], [argument])
  assert process.waitFor(4, TimeUnit.MINUTES) && process.exitValue() == 1
  String printed = output.text.normalize()
  assert printed.count('APPLICATION FAILED TO START') == 1 && printed.contains("Description:\n\n$description") : printed
}

for (String generation : generations) {
  joinsAndLeaves(generation, ["-Xlog:class+load:file=target/$generation/loaded.txt"])
  String loaded = new File(basedir, "target/$generation/loaded.txt").text
  int mine = generation.startsWith('boot-3') ? 3 : 4
  assert loaded.contains("Boot${mine}HealthAutoConfiguration") && !loaded.contains("Boot${7 - mine}HealthAutoConfiguration")

  assert joinsAndLeaves(generation, ['-Dspring.aot.enabled=true']).contains('AOT-processed')
  refused(generation, '--mooring.room.reconnect-window=60s', 'mooring.room.reconnect-window ("mooring.room.reconnect-window"' +
      ' from property source "commandLineArgs"): A reconnect window of 60 s is not possible: it lasts at least 30 s and at most 40 s.')
  refused(generation, '--mooring.room.engine=spring-statemachine', 'mooring.room.engine=spring-statemachine needs mooring-spring.')
}
