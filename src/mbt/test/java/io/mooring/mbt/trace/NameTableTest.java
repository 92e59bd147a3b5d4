package io.mooring.mbt.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NameTableTest {

  private final NameTable<Integer> table = new NameTable<>();

  private @Nullable Integer get(String name) {
    char[] text = (">" + name + "<").toCharArray();
    return table.get(text, 1, name.length());
  }

  @Test
  void namesInOneBucketAreToldApart() {
    table.add("OPENED_BY", 1);
    table.add("CLOSED_BY", 2);
    table.add("TURNED_BY", 3);

    assertThat(get("OPENED_BY")).isEqualTo(1);
    assertThat(get("CLOSED_BY")).isEqualTo(2);
    assertThat(get("TURNED_BY")).isEqualTo(3);
    assertThat(get("LOANED_BY")).isNull();
  }

  @Test
  void aNameIsNeitherItsBeginningNorWhatBeginsWithIt() {
    table.add("JOIN", 1);

    assertThat(get("JOI")).isNull();
    assertThat(get("JOINED")).isNull();
    assertThat(get("")).isNull();
  }

  @Test
  void theFirstThingKeepsItsName() {
    table.add("", 1);
    table.add("", 2);

    assertThat(get("")).isEqualTo(1);
  }
}
