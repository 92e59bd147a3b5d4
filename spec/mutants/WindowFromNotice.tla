--------------------------- MODULE WindowFromNotice ---------------------------
\* The client gives up 50 s after it noticed the loss.
\* Violates B7_NotTooLateInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LongWindow == Units(WINDOW_AT_LEAST)..Units(GIVE_UP_AT_MOST)
MoreAttempts == Units(GIVE_UP_AT_MOST) + 1

===============================================================================
