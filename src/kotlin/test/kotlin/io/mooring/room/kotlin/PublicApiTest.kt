package io.mooring.room.kotlin

import java.nio.file.Files
import java.nio.file.Path
import java.util.ServiceLoader
import kotlin.streams.asSequence
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.abi.tools.AbiFilters
import org.jetbrains.kotlin.abi.tools.AbiToolsFactory
import org.junit.jupiter.api.Test

/** A change of the public API is a change of a checked-in text. */
internal class PublicApiTest {

  @Test
  fun thePublicApiIsTheOneThatIsCheckedIn() {
    val classes =
      Files.walk(Path.of("target/classes")).use { files ->
        files.asSequence().filter { it.toString().endsWith(".class") }.map(Path::toFile).sorted().toList()
      }
    val tools = ServiceLoader.load(AbiToolsFactory::class.java).first().get()
    val dump = StringBuilder()
    tools.printJvmDump(dump, classes, AbiFilters.EMPTY)
    val checkedIn = Path.of("api/mooring-kotlin.api")
    if (java.lang.Boolean.getBoolean("mooring.write")) {
      Files.writeString(checkedIn, dump)
    }
    assertThat(dump.toString())
      .describedAs("$checkedIn; write it anew with -Dmooring.write=true if the change is meant")
      .isEqualTo(Files.readString(checkedIn))
  }
}
