------------------------ MODULE LateSuccessForgotten ------------------------
\* A success after the end is ignored, and the server keeps a ghost in the room.
\* Violates B10_LateSuccessIsUndoneProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

ForgottenSuccess == IF state \in AtRest THEN Ignore("Joined") ELSE Original!Joined
WithoutUndo ==
    {row \in Original!TransitionTable : ~(row[1] \in AtRest /\ row[2] = "Joined")}

=============================================================================
