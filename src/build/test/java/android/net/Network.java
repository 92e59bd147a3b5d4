package android.net;

/** Stands in for Android's class of this name. */
public final class Network {}
