/**
 * The room connection state core; it needs nothing but {@code java.base}. Where the module {@code
 * jdk.jfr} is resolved as well, it emits events for Java Flight Recorder.
 */
module io.mooring.room {
  requires static jdk.jfr;
  requires static org.jspecify;

  exports io.mooring.room;
  exports io.mooring.room.monitor;
  exports io.mooring.room.spec;
  exports io.mooring.room.trace;
}
