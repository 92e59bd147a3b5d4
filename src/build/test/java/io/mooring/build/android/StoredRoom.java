package io.mooring.build.android;

import static java.nio.charset.StandardCharsets.UTF_8;

import android.os.SystemClock;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.RoomConnection;
import io.mooring.room.SnapshotStore;
import io.mooring.room.TimeAway;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

// region store
/** Keeps the connection in a private file, with the boot and the time at which it was stored. */
final class StoredRoom implements SnapshotStore {

  private final Path file; // below Context.getNoBackupFilesDir()
  private final String boot; // Settings.Global.BOOT_COUNT: elapsed time restarts with each boot

  StoredRoom(Path file, String boot) {
    this.file = file;
    this.boot = boot;
  }

  @Override
  public void save(ConnectionSnapshot snapshot) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    String text = boot + "\n" + SystemClock.elapsedRealtimeNanos() + "\n" + snapshot.text();
    try (FileOutputStream out = new FileOutputStream(next.toFile())) {
      out.write(text.getBytes(UTF_8));
      out.getFD().sync();
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Lets the connection that is being built continue from what is stored, if anything is. */
  void restore(RoomConnection.Builder connection) throws IOException {
    if (Files.exists(file)) {
      String[] parts = new String(Files.readAllBytes(file), UTF_8).split("\n", 3);
      long since = SystemClock.elapsedRealtimeNanos() - Long.parseLong(parts[1]);
      connection.restore(
          ConnectionSnapshot.parse(parts[2]),
          parts[0].equals(boot) ? TimeAway.exactly(Duration.ofNanos(since)) : TimeAway.unknown());
    }
  }
}
// endregion
