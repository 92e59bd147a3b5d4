/** Stand-ins for the few of Android's classes that the guide names; in no artifact. */
package android.os;
