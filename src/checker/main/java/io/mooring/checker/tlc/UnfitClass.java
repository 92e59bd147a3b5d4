package io.mooring.checker.tlc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of a library that was compiled for another checker, or for a newer Java: it mentions what
 * is not there.
 *
 * <p>TLC asks such a class for its methods and fails. So an empty class takes its place, and the
 * operators that it would have replaced are those of the modules.
 *
 * @param name its name
 * @param mentions the texts in its code, among them the modules whose operators it replaces
 * @param why what it needs
 */
record UnfitClass(String name, Set<String> mentions, String why) {

  /** A class of the checker, by itself or in the types of a method or a field. */
  private static final Pattern OF_CHECKER =
      Pattern.compile("(?:^|[(;\\[L])((?:tlc2|tla2sany|pcal|util)/[\\w/$]+)");

  private static final int MAJOR = 7;

  /** The version of the class files of Java 1, minus 1. */
  private static final int FIRST = 44;

  /** Copies the texts. */
  UnfitClass {
    mentions = Set.copyOf(mentions);
  }

  /**
   * Looks for what a class needs and is not there.
   *
   * @param there whether a class of that name, with slashes, can be loaded
   */
  static Optional<UnfitClass> of(String name, byte[] code, Predicate<String> there)
      throws IOException {
    int java = (code[MAJOR] & 0xff) - FIRST;
    if (java > Runtime.version().feature()) {
      return Optional.of(new UnfitClass(name, Set.of(), "Java " + java));
    }
    Set<String> texts = new TreeSet<>(ClassRewrite.texts(code));
    for (String text : texts) {
      Matcher mentioned = OF_CHECKER.matcher(text);
      while (mentioned.find()) {
        if (!there.test(mentioned.group(1))) {
          String missing = mentioned.group(1).replace('/', '.');
          return Optional.of(new UnfitClass(name, texts, missing));
        }
      }
    }
    return Optional.empty();
  }

  /** {@return the code of a class of the same name without anything in it} */
  byte[] empty() throws IOException {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(code);
    out.writeInt(0xCAFEBABE);
    out.writeInt(FIRST + 8);
    out.writeShort(5);
    for (int index : new int[] {2, 4}) {
      out.writeByte(7);
      out.writeShort(index);
      out.writeByte(1);
      out.writeUTF(index == 2 ? name.replace('.', '/') : "java/lang/Object");
    }
    out.writeShort(0x21);
    out.writeShort(1);
    out.writeShort(3);
    out.write(new byte[8]);
    return code.toByteArray();
  }

  /** {@return whether it would have replaced operators of one of some modules} */
  boolean concerns(Set<String> modules) {
    return mentions.isEmpty()
        || mentions.stream().anyMatch(modules::contains)
        || modules.contains(name);
  }

  /** One line for people. */
  String text() {
    return String.format(
        java.util.Locale.ROOT,
        "the Java class %s replaces no operator, because it needs %s, which is not there; the definitions of the modules are used",
        name,
        why);
  }
}
