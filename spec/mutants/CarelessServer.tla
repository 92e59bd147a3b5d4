---------------------------- MODULE CarelessServer ----------------------------
\* The server gives a seat up and leaves the clock of the session where it was, one below nothing.
\* Violates TypeOK, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

Dismiss == seat' = Nobody /\ patience' = Client!Passed

===============================================================================
