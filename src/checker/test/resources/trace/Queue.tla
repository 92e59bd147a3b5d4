---- MODULE Queue ----
EXTENDS Naturals, Sequences, TLC
CONSTANTS Last, Alice, Bob
VARIABLES queue, seen, votes, round, phase
vars == <<queue, seen, votes, round, phase>>
IDLE == 0
BUSY == 1
Phases == {IDLE, BUSY}
TypeOK == phase \in Phases /\ round \in Nat
Job(i) == [id |-> i, owner |-> IF i % 2 = 0 THEN Alice ELSE Bob, text |-> "job \"" \o ToString(i) \o "\"; 100% <done> #1"]
Init == queue = <<>> /\ seen = {} /\ votes = (Alice :> 0 @@ Bob :> 0) /\ round = 0 /\ phase = IDLE
Put(who) ==
  /\ Len(queue) < 3
  /\ round < Last
  /\ queue' = Append(queue, Job(round))
  /\ seen' = seen \cup {round}
  /\ votes' = [votes EXCEPT ![who] = @ + 1]
  /\ round' = round + 1
  /\ phase' = BUSY
Take ==
  /\ Len(queue) > 1
  /\ queue' = Tail(queue)
  /\ seen' = seen \ {Head(queue).id}
  /\ phase' = IDLE
  /\ UNCHANGED <<votes, round>>
Next == Put(Alice) \/ Put(Bob) \/ Take
Spec == Init /\ [][Next]_vars
InTime == round < Last
NeverBack == [][phase = BUSY => phase' = BUSY]_vars
Busy == phase = BUSY
Defined == round < 2 \/ Head(Tail(Tail(Tail(queue)))).id = 0
Always == []<>(phase = IDLE)
Shown == [jobs |-> Len(queue), newest |-> IF queue = <<>> THEN "none" ELSE queue[Len(queue)].text, votes |-> votes]
Explored == TLCGet("distinct") > 1000
====
