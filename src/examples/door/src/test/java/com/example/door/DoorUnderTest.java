package com.example.door;

import com.example.door.spec.Effect;
import com.example.door.spec.Event;
import com.example.door.spec.Leaf;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

// region adapter
final class DoorUnderTest implements SystemUnderTest<Event, Answer> {
  private final List<Effect> effects = new ArrayList<>();
  private final Door door;

  DoorUnderTest(Function<Consumer<Effect>, Door> doors) {
    door = doors.apply(effects::add);
  }

  @Override
  public Answer apply(Event event) {
    effects.clear();
    switch (event) {
      case OPEN -> door.open();
      case CLOSE -> door.close();
      case LOCK -> door.lock();
      case UNLOCK -> door.unlock();
    }
    Leaf leaf = door.isLocked() ? Leaf.LOCKED : door.isOpen() ? Leaf.OPEN : Leaf.CLOSED;
    return Answer.of("leaf", leaf).running(effects.toArray());
  }
}
// endregion
