package android.os;

/** Stands in for Android's class of this name. */
public final class Looper {

  private static final Looper MAIN = new Looper();

  private Looper() {}

  /** The application's main looper. */
  public static Looper getMainLooper() {
    return MAIN;
  }
}
