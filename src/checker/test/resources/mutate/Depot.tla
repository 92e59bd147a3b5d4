------------------------------- MODULE Depot --------------------------------
(***************************************************************************)
(* Workers take orders from a queue and count them: a bit of everything    *)
(* that specifications are written with.                                   *)
(***************************************************************************)
EXTENDS Crew

CONSTANT Limit

VARIABLES tasks, queue, total, last

Tally == INSTANCE Counting WITH Bound <- Limit, count <- total

vars == <<tasks, queue, total, last>>

TypeOK ==
    /\ tasks \in [Workers -> Task]
    /\ queue \in Seq({"box", "crate"})
    /\ Len(queue) <= Limit
    /\ total \in 0..Limit
    /\ last \in [what : {"box", "crate", "none"}, by : Workers \cup {0}]

Init ==
    /\ tasks = [w \in Workers |-> "idle"]
    /\ queue = <<>>
    /\ Tally!CountInit
    /\ last = [what |-> "none", by |-> 0]

\* An order comes.
Order(what) ==
    LET room == Limit - Len(queue)
    IN  /\ room > 0
        /\ queue' = Append(queue, what)
        /\ UNCHANGED <<tasks, total, last>>

\* The first of the idle ones takes the first order.
Start ==
    /\ queue # <<>>
    /\ Idle(tasks) # {}
    /\ LET w == CHOOSE each \in Idle(tasks) : \A other \in Idle(tasks) : each <= other
       IN  /\ tasks' = [tasks EXCEPT ![w] = "busy"]
           /\ last' = [last EXCEPT !.what = Head(queue), !.by = w]
    /\ queue' = Tail(queue)
    /\ UNCHANGED total

\* A worker is done.
Finish(w) ==
    /\ tasks[w] = "busy"
    /\ tasks' = [tasks EXCEPT ![w] = "idle"]
    /\ IF total < Limit THEN Tally!Count(1) ELSE Tally!Again
    /\ UNCHANGED <<queue, last>>

Next ==
    \/ \E what \in {"box", "crate"} : Order(what)
    \/ Start
    \/ \E w \in Workers : Finish(w)

Fairness ==
    /\ SF_vars(Start)
    /\ \A w \in Workers : WF_vars(Finish(w))

Spec == Init /\ [][Next]_vars /\ Fairness

-----------------------------------------------------------------------------
CountsProp == Tally!CountSpec

NobodyIsTornInv == Cardinality(Idle(tasks)) <= Cardinality(Workers)

WorkIsDoneProp == \A w \in Workers : tasks[w] = "busy" ~> tasks[w] = "idle"
=============================================================================
