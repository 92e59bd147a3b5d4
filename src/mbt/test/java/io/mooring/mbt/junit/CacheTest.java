package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Step;
import io.mooring.mbt.driver.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cache with a clock, of which only hits and misses are seen. */
@SpecificationTest("test/resources/specs/Cache.tla")
public class CacheTest {
  private final VirtualClock clock;
  private final Cache cache;

  CacheTest() {
    this(new Cache());
  }

  CacheTest(Cache cache) {
    this.clock = new VirtualClock();
    this.cache = cache;
    cache.clock = clock;
  }

  /** The implementation: what was put first is forgotten first. */
  static class Cache {
    static final Duration LIFE = Duration.ofSeconds(20);
    final Map<String, Instant> ends = new LinkedHashMap<>();
    Clock clock = Clock.systemUTC();

    void put(String key) {
      expire();
      if (!ends.containsKey(key) && ends.size() >= 2) {
        ends.remove(ends.keySet().iterator().next());
      }
      ends.put(key, clock.instant().plus(LIFE));
    }

    boolean get(String key) {
      expire();
      return ends.containsKey(key);
    }

    boolean remove(String key) {
      expire();
      return ends.remove(key) != null;
    }

    void expire() {
      ends.values().removeIf(end -> !end.isAfter(clock.instant()));
    }
  }

  @Step
  void put(String key) {
    cache.put(key);
  }

  @Step
  Outcome get(String key, boolean hit) {
    return Outcome.applied().answering("hit", cache.get(key));
  }

  @Step
  Outcome remove(String key) {
    return cache.remove(key) ? Outcome.applied() : Outcome.refused();
  }

  @Step
  void tick() {
    clock.advance(Duration.ofSeconds(10));
  }

  /** Lives a little too long. */
  public static class Late extends CacheTest {
    Late() {
      super(
          new Cache() {
            @Override
            void expire() {
              ends.values().removeIf(end -> end.isBefore(clock.instant()));
            }
          });
    }
  }

  /** Looking keeps alive. */
  public static class Kind extends CacheTest {
    Kind() {
      super(
          new Cache() {
            @Override
            boolean get(String key) {
              boolean hit = super.get(key);
              if (hit) {
                ends.put(key, clock.instant().plus(LIFE));
              }
              return hit;
            }
          });
    }
  }

  /** Forgets two for one when there is no room. */
  public static class Careless extends CacheTest {
    Careless() {
      super(
          new Cache() {
            @Override
            void put(String key) {
              expire();
              if (!ends.containsKey(key) && ends.size() >= 2) {
                ends.clear();
              }
              super.put(key);
            }
          });
    }
  }
}
