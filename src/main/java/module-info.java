/** The room connection state core; it needs nothing but {@code java.base}. */
module io.mooring.room {
  requires static org.jspecify;

  exports io.mooring.room;
  exports io.mooring.room.monitor;
  exports io.mooring.room.spec;
}
