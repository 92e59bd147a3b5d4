/**
 * The room connection state core; it needs nothing but {@code java.base}. Where the module {@code
 * java.logging} is resolved as well, failures are logged there; where {@code jdk.jfr} is, it emits
 * events for Java Flight Recorder.
 */
module io.mooring.room {
  requires static java.logging;
  requires static jdk.jfr;
  requires static org.jspecify;

  exports io.mooring.room;
  exports io.mooring.room.monitor;
  exports io.mooring.room.spec;
  exports io.mooring.room.trace;
}
