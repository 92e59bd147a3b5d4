------------------------------ MODULE MailTrace ------------------------------
(* Traces of Mail, consumed line by line; see BallotTrace. *)
EXTENDS Mail, TraceData

VARIABLES trace, line, unseen

Line == Traces[trace][line + 1]

TraceInit == Init /\ trace \in 1..Len(Traces) /\ line = 0 /\ unseen = 0

Shown ==
    /\ "lost" \in DOMAIN Line => lost' = Line.lost
    /\ "box" \in DOMAIN Line => box' = Line.box
    /\ "bag" \in DOMAIN Line => bag' = {Line.bag[i] : i \in DOMAIN Line.bag}

Step ==
    \/ Line.action = "Post" /\ \E letter \in Letters : letter = Line.letter /\ Post(letter)
    \/ Line.action = "Carry" /\ Carry
    \/ Line.action = "Lose" /\ Lose
    \/ Line.action = "Fetch" /\ Fetch
    \/ Line.action = "" /\ (Next \/ UNCHANGED vars)

Consume ==
    /\ line < Len(Traces[trace])
    /\ Step
    /\ Shown
    /\ line' = line + 1
    /\ unseen' = 0
    /\ UNCHANGED trace

Skip ==
    /\ line < Len(Traces[trace])
    /\ unseen < Unseen
    /\ Next
    /\ unseen' = unseen + 1
    /\ UNCHANGED <<trace, line>>

TraceNext == Consume \/ Skip

=============================================================================
