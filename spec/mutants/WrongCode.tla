----------------------------- MODULE WrongCode ------------------------------
\* A join before initialisation is refused with the code of a leave.
\* Violates RefusalTableProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

MiscodedJoin == IF state = UNKNOWN THEN Refuse("JoinChannel", NOT_JOINED) ELSE Original!JoinChannel

=============================================================================
