-------------------------- MODULE StaleFactAccepted ---------------------------
\* A fact of an earlier session is decided like one of this session.
\* Violates B6_StaleFactChangesNothingInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

AnyWorldTells(fact, e) == MayAct /\ e <= opened /\ Room(fact) /\ Decide(fact)

===============================================================================
