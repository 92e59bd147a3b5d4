----------------------------- MODULE EarlyWindow ------------------------------
\* The client gives up after 20 s.
\* Violates B7_NotTooEarlyProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

ShortWindow == Units(WINDOW_AT_LEAST - 10)..Units(WINDOW_AT_MOST)

===============================================================================
