--------------------------- MODULE CircuitBreaker ---------------------------
(***************************************************************************)
(* A guard before a service that may fail.                                 *)
(*                                                                         *)
(* It lets calls through until too many fail in a row; then it rests; then *)
(* it lets one call probe whether the service is well again.               *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANT
    \* So many failures in a row open the breaker.
    Limit

ASSUME Limit \in 1..5

\* Calls pass.
CLOSED == 10
\* No call passes.
OPEN == 20
\* One call may pass, to probe the service.
HALF_OPEN == 15

\* What a breaker tells about itself.
Mode == {CLOSED, OPEN, HALF_OPEN}

\* The call may be made.
PERMITTED == 0
\* The service rests.
REJECTED == -1
\* Another call probes the service already.
BUSY == -2

\* What a caller is told.
ReturnCode == {PERMITTED, REJECTED, BUSY}

\* Too many calls failed.
TOO_MANY_FAILURES == 1
\* The probe failed.
PROBE_FAILED == 2
\* The probe succeeded.
PROBE_SUCCEEDED == 3
\* The service has rested long enough.
RESTED == 4
\* An operator decided.
BY_HAND == 5

\* Why the mode changed.
Cause == {TOO_MANY_FAILURES, PROBE_FAILED, PROBE_SUCCEEDED, RESTED, BY_HAND}

\* A change of mode as a listener sees it.
ModeChange == [mode : Mode, cause : Cause, urgent : BOOLEAN]

\* Begin to measure the rest.
START_REST == "startRest"
\* Stop measuring it.
STOP_REST == "stopRest"

\* What a breaker has done for it.
Effect == {START_REST, STOP_REST}

Outcome == {"taken", "ignored", "refused"}

\* What callers and operators ask for.
Command == {"Call", "Trip", "Mend"}

\* What the world tells.
Fact == {"Done", "RestOver"}

Event == Command \cup Fact

\* The rest of an open breaker.
REST == "rest"

\* What a breaker measures.
Timer == {REST}

TimerTable == {[timer |-> REST, arm |-> START_REST, cancel |-> STOP_REST, fact |-> "RestOver"]}

Output ==
    [event : Event, outcome : Outcome, code : ReturnCode,
     notifications : Seq(ModeChange), effects : Seq(Effect)]

VARIABLES
    \* Failures in a row.
    failures,
    \* The mode.
    mode,
    \* A probe is under way.
    probing,
    out

vars == <<failures, mode, probing, out>>

TypeOK ==
    /\ failures \in 0..Limit
    /\ mode \in Mode
    /\ probing \in BOOLEAN
    /\ out \in Output

Change(m, c, u) == <<[mode |-> m, cause |-> c, urgent |-> u]>>

Go(event, m, told, effects) ==
    /\ mode' = m
    /\ out' = [event |-> event, outcome |-> "taken", code |-> PERMITTED,
               notifications |-> told, effects |-> effects]

Stay(event, outcome, code) ==
    /\ UNCHANGED <<failures, mode, probing>>
    /\ out' = [event |-> event, outcome |-> outcome, code |-> code,
               notifications |-> <<>>, effects |-> <<>>]

\* A caller asks whether it may call.
Call ==
    \/ /\ mode = CLOSED
       /\ UNCHANGED <<failures, probing>>
       /\ Go("Call", CLOSED, <<>>, <<>>)
    \/ /\ mode = HALF_OPEN /\ ~probing
       /\ probing' = TRUE
       /\ UNCHANGED failures
       /\ Go("Call", HALF_OPEN, <<>>, <<>>)
    \/ /\ mode = HALF_OPEN /\ probing
       /\ Stay("Call", "refused", BUSY)
    \/ /\ mode = OPEN
       /\ Stay("Call", "refused", REJECTED)

\* A call that was let through has ended well or not.
Done(well, late) ==
    \/ /\ mode = CLOSED /\ well /\ ~late
       /\ failures' = 0 /\ probing' = FALSE
       /\ Go("Done", CLOSED, <<>>, <<>>)
    \/ /\ mode = CLOSED /\ ~(well /\ ~late) /\ failures + 1 < Limit
       /\ failures' = failures + 1 /\ probing' = FALSE
       /\ Go("Done", CLOSED, <<>>, <<>>)
    \/ /\ mode = CLOSED /\ ~(well /\ ~late) /\ failures + 1 >= Limit
       /\ failures' = Limit /\ probing' = FALSE
       /\ Go("Done", OPEN, Change(OPEN, TOO_MANY_FAILURES, TRUE), <<START_REST>>)
    \/ /\ mode = HALF_OPEN /\ probing /\ well
       /\ failures' = 0 /\ probing' = FALSE
       /\ Go("Done", CLOSED, Change(CLOSED, PROBE_SUCCEEDED, FALSE), <<>>)
    \/ /\ mode = HALF_OPEN /\ probing /\ ~well
       /\ probing' = FALSE /\ UNCHANGED failures
       /\ Go("Done", OPEN, Change(OPEN, PROBE_FAILED, FALSE), <<START_REST>>)
    \/ /\ mode = OPEN \/ (mode = HALF_OPEN /\ ~probing)
       /\ Stay("Done", "ignored", PERMITTED)

\* The service has rested.
RestOver ==
    \/ /\ mode = OPEN
       /\ UNCHANGED <<failures, probing>>
       /\ Go("RestOver", HALF_OPEN, Change(HALF_OPEN, RESTED, FALSE), <<>>)
    \/ /\ mode # OPEN
       /\ Stay("RestOver", "ignored", PERMITTED)

\* An operator opens the breaker.
Trip ==
    /\ failures' = Limit /\ probing' = FALSE
    /\ Go("Trip", OPEN,
          IF mode = OPEN THEN <<>> ELSE Change(OPEN, BY_HAND, TRUE),
          <<STOP_REST, START_REST>>)

\* An operator closes the breaker.
Mend ==
    /\ failures' = 0 /\ probing' = FALSE
    /\ Go("Mend", CLOSED,
          IF mode = CLOSED THEN <<>> ELSE Change(CLOSED, BY_HAND, FALSE),
          <<STOP_REST>>)

Init ==
    /\ failures = 0 /\ mode = CLOSED /\ probing = FALSE
    /\ out = [event |-> "Mend", outcome |-> "taken", code |-> PERMITTED,
              notifications |-> <<>>, effects |-> <<STOP_REST>>]

User == Call \/ Trip \/ Mend

World ==
    \/ \E well, late \in BOOLEAN : Done(well, late)
    \/ RestOver

Next == User \/ World

Spec == Init /\ [][Next]_vars /\ WF_vars(RestOver)

-----------------------------------------------------------------------------
\* The modes that may follow one another, with the causes to tell.
Moves ==
    {<<CLOSED, OPEN, TOO_MANY_FAILURES>>, <<CLOSED, OPEN, BY_HAND>>,
     <<HALF_OPEN, OPEN, PROBE_FAILED>>, <<HALF_OPEN, OPEN, BY_HAND>>,
     <<HALF_OPEN, CLOSED, PROBE_SUCCEEDED>>, <<HALF_OPEN, CLOSED, BY_HAND>>,
     <<OPEN, HALF_OPEN, RESTED>>, <<OPEN, CLOSED, BY_HAND>>}

\* The causes of a sequence of changes.
Causes(told) == {told[i].cause : i \in DOMAIN told}

\* Every change of mode is told with a cause that fits it.
EveryMoveIsToldProp ==
    [][mode # mode' =>
        \E <<from, to, cause>> \in Moves :
            from = mode /\ to = mode' /\ cause \in Causes(out'.notifications)]_vars

\* The number of failures that fits a mode.
Fits(n) ==
    CASE mode = CLOSED -> n < Limit
      [] mode = OPEN -> n = Limit
      [] OTHER -> n \in 1..Limit

\* The counter fits the mode.
CounterFitsInv == Fits(failures)

\* Only a half-open breaker probes.
ProbeInv == probing => mode = HALF_OPEN

\* The rest that a breaker is measuring after some effects.
Measures(effects) ==
    LET starts == {i \in DOMAIN effects : effects[i] = START_REST}
        stops == {i \in DOMAIN effects : effects[i] = STOP_REST}
        Last(s, n) == n \in s /\ \A m \in s : m <= n
    IN  \E n \in starts : Last(starts, n) /\ \A m \in stops : m < n

\* Whoever opens the breaker starts the rest.
OpeningStartsRestProp ==
    [][mode' = OPEN /\ mode # OPEN => Measures(out'.effects)]_vars

\* A word for each mode.
Word == [m \in Mode |-> IF m = OPEN THEN "bad" ELSE "good"]

\* The change opens the breaker.
Opens(c) == c.mode = OPEN

\* A change for the worse is told as <<from, to>> of words.
WorseIsUrgentProp ==
    [][(<<Word[mode], Word[mode']>> \in {"good"} \X {"bad"}) =>
        LET told == out'.notifications \o <<>> IN
        /\ Cardinality(Causes(told)) = 1
        /\ Len(SelectSeq(told, Opens)) = 1
        /\ Tail(told) = <<>> /\ Append(<<>>, Head(told)) = told]_vars

\* Codes that tell of a refusal are negative.
NegativeIsRefusedInv == out.code < 0 <=> out.outcome = "refused"

\* A closed or half-open breaker without a probe lets a call through.
CallMayPassInv ==
    mode \in Mode \ {OPEN} /\ ~probing => ENABLED (Call /\ out'.code = PERMITTED)

\* What a fact changes, a command can undo.
MendingMendsInv == ENABLED <<Mend>>_vars \/ out.event = "Mend"

\* Refusals leave everything as it was.
RefusalChangesNothingProp ==
    [][out'.outcome \in {"refused", "ignored"} =>
        UNCHANGED <<failures, mode, probing>> /\ out'.effects = <<>>]_vars

\* No message without a change of mode.
QuietInv == \A i \in 1..Len(out.notifications) :
                out.notifications[i] \in [mode : {mode}, cause : Cause, urgent : BOOLEAN]

\* A rest comes to an end.
RestEndsProp == mode = OPEN ~> mode # OPEN

=============================================================================
