/** An application that joins a room. */
module com.example.lobby {
  requires io.mooring.room;
}
