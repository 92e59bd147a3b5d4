package io.mooring.room.android;

/** Calls what neither API 26 has nor its compiler can desugar. */
final class NotOnAndroid {

  private NotOnAndroid() {}

  static Object forbidden() {
    return StackWalker.getInstance();
  }
}
