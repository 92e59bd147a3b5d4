package com.example.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.door.spec.Effect;
import com.example.door.spec.Event;
import com.example.door.spec.Table;
import io.mooring.mbt.conformance.Conformance;
import io.mooring.mbt.conformance.Counterexample;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WornDoorTest {

  // region fault
  /** After the third turn of the key the bolt does not hold any more. */
  static final class WornDoor extends Door {
    private int turns;

    WornDoor(Consumer<Effect> bolt) {
      super(bolt);
    }

    @Override
    public void lock() {
      turns++;
      super.lock();
    }

    @Override
    public void open() {
      if (turns >= 3) {
        super.unlock();
      }
      super.open();
    }
  }

  // endregion

  @Test
  void aWornDoorIsFound() throws IOException {
    JavaMachine<Event> java = JavaMachine.of(Table.class, Event.class);
    // region states
    Conformance<Event, Answer> conformance =
        Conformance.of(
            java, () -> new DoorUnderTest(WornDoor::new), Scope.everything(java.machine()));

    Counterexample<Event, Answer> found = conformance.wpMethod(2).orElseThrow();
    // endregion

    assertEquals(List.of(Event.LOCK, Event.LOCK, Event.LOCK, Event.OPEN), found.events());
    Files.writeString(Path.of("target", "found.txt"), found.summary() + "\n");
  }
}
