------------------------------ MODULE Mailbox ------------------------------
(***************************************************************************)
(* A mailbox of bounded size: letters are taken out in order, and of each  *)
(* topic the last one that was read is remembered.                         *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    \* What letters are about.
    Topics,
    \* At most so many letters wait.
    Size

\* No priority.
LOW == "low"
\* To be read at once.
HIGH == "high"

\* How urgent a letter is.
Urgency == {HIGH, LOW}

\* A letter.
Letter == [topic : Topics, urgency : Urgency, copies : {1, 2}]

BoundedSeq(S, n) == UNION {[1..i -> S] : i \in 0..n}

\* The lamp is on.
LIGHT == "light"
\* The lamp is off.
DARK == "dark"

\* What the owner sees.
Lamp == {DARK, LIGHT}

\* Turn the lamp on or off.
TOGGLE == "toggle"
Effect == {TOGGLE}

\* What became of an event.
Outcome == {"taken", "ignored"}

\* What can happen to a mailbox.
Event == {"Urgent", "Post", "Read", "Empty"}

\* What one step lets out.
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

VARIABLES
    \* What the owner sees.
    lamp,
    \* The letters that wait.
    box,
    \* The last letter that was read of each topic that was.
    read,
    \* The sets of topics that were thrown away together.
    lost,
    \* What the last step let out.
    out

vars == <<lamp, box, read, lost, out>>

\* Every variable has a value of its kind.
TypeOK ==
    /\ lamp \in Lamp
    /\ box \in BoundedSeq(Letter, Size)
    /\ read \in UNION {[D -> Urgency] : D \in SUBSET Topics}
    /\ lost \in SUBSET (SUBSET Topics)
    /\ out \in Output

Did(event, outcome, effects) ==
    out' = [event |-> event, outcome |-> outcome, effects |-> effects]

Arrives(name, letter) ==
    \/ /\ Len(box) < Size
       /\ box' = Append(box, letter)
       /\ lamp' = LIGHT
       /\ UNCHANGED <<read, lost>>
       /\ Did(name, "taken", IF lamp = DARK THEN <<TOGGLE>> ELSE <<>>)
    \/ /\ Len(box) = Size
       /\ UNCHANGED <<lamp, box, read, lost>>
       /\ Did(name, "ignored", <<>>)

\* A letter that cannot wait arrives, with a copy.
Urgent(topic) == Arrives("Urgent", [topic |-> topic, urgency |-> HIGH, copies |-> 2])

\* A letter arrives.
Post(topic) == Arrives("Post", [topic |-> topic, urgency |-> LOW, copies |-> 1])

\* The owner reads the first letter.
Read ==
    \/ /\ box # <<>>
       /\ box' = Tail(box)
       /\ lamp' = IF Len(box) = 1 THEN DARK ELSE LIGHT
       /\ read' = [t \in DOMAIN read \cup {Head(box).topic} |->
                     IF t = Head(box).topic THEN Head(box).urgency ELSE read[t]]
       /\ UNCHANGED lost
       /\ Did("Read", "taken", IF Len(box) = 1 THEN <<TOGGLE>> ELSE <<>>)
    \/ /\ box = <<>>
       /\ UNCHANGED <<lamp, box, read, lost>>
       /\ Did("Read", "ignored", <<>>)

\* The owner throws all letters away.
Empty ==
    \/ /\ box # <<>>
       /\ box' = <<>>
       /\ lamp' = DARK
       /\ lost' = lost \cup {{box[i].topic : i \in DOMAIN box}}
       /\ UNCHANGED read
       /\ Did("Empty", "taken", <<TOGGLE>>)
    \/ /\ box = <<>>
       /\ UNCHANGED <<lamp, box, read, lost>>
       /\ Did("Empty", "ignored", <<>>)

Init ==
    /\ lamp = DARK
    /\ box = <<>>
    /\ read = [t \in {} |-> HIGH]
    /\ lost = {}
    /\ out = [event |-> "Empty", outcome |-> "taken", effects |-> <<TOGGLE>>]

Next ==
    \/ \E t \in Topics : Urgent(t)
    \/ \E t \in Topics : Post(t)
    \/ Read
    \/ Empty

Spec == Init /\ [][Next]_vars

\* The lamp is on while a letter waits.
LampInv == lamp = LIGHT <=> box # <<>>

\* All topics that anything is known of.
Known == DOMAIN read \cup UNION lost \cup {box[i].topic : i \in 1..Len(box)}

\* What is known does not become less.
KnownGrowsProp == [][Known \subseteq Known']_vars

RECURSIVE Copies(_)
\* How many copies a sequence of letters has.
Copies(letters) ==
    IF letters = <<>> THEN 0 ELSE Head(letters).copies + Copies(Tail(letters))

\* The box is not overfull, counted in copies.
CopiesInv == Copies(box) <= 2 * Size

\* The set of topics that the checker finds first among the lost ones.
First == CHOOSE s \in lost : TRUE

\* A smaller loss is found before a greater one.
FirstIsSmallInv ==
    lost # {} => \A s \in lost : Cardinality(First) <= Cardinality(s)

\* A letter of those that wait: the one that the checker takes.
Some == CHOOSE l \in {box[i] : i \in DOMAIN box} : TRUE

\* A letter that is added is taken by the checker, or the one that was.
SomeProp ==
    [][box # <<>> /\ Len(box') > Len(box) => Some' = Some \/ Some' = box'[Len(box')]]_vars

\* The first loss stays the first, or a smaller one is new.
FirstProp ==
    [][lost' # lost /\ lost' # {} =>
        /\ out'.event = "Empty"
        /\ lost = {} \/ First' = First \/ Cardinality(First') <= Cardinality(First)]_vars

\* A letter with more copies is another one.
CopiesProp ==
    [][\A i \in DOMAIN box : [box EXCEPT ![i].copies = @ + 1] # box
        /\ (out'.event = "Post" /\ out'.outcome = "taken" => box'[Len(box')].urgency = LOW)]_vars

=============================================================================
