------------------------------- MODULE Locks -------------------------------
(***************************************************************************)
(* A table of locks: who holds the resource and how, and who waits.        *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    \* Who may want the resource.
    Client,
    \* Stands for no client.
    Nobody

\* The last client that was served, or nobody.
Served == Client \cup {Nobody}

\* No lock.
FREE == 0
\* A lock that others may have too.
SHARED == 1
\* A lock of one alone.
EXCLUSIVE == 2

\* How a client holds the resource.
Mode == {FREE, SHARED, EXCLUSIVE}

\* What a client has asked for.
Request == [client : Client, mode : Mode]

\* Tell a client that it holds its lock.
GRANT == "grant"

\* What the table does.
Effect == {GRANT}

\* What became of an event.
Outcome == {"taken", "refused"}

\* What a client can ask for.
Event == {"Share", "Own", "Release"}

\* What one step lets out.
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

VARIABLES
    \* How each client holds the resource.
    held,
    \* Who waits, in order.
    waiting,
    \* Who was served last.
    last,
    \* What the last step let out.
    out

vars == <<held, waiting, last, out>>

\* Every variable has a value of its kind.
TypeOK ==
    /\ held \in [Client -> Mode]
    /\ waiting \in UNION {[1..n -> Request] : n \in 0..Cardinality(Client)}
    /\ last \in Served
    /\ out \in Output

Did(event, outcome, effects) ==
    out' = [event |-> event, outcome |-> outcome, effects |-> effects]

Holders(table) == {c \in Client : table[c] # FREE}

\* Whether a client can have a lock beside those of a table.
Fits(table, client, mode) ==
    /\ table[client] = FREE
    /\ mode = SHARED => \A c \in Client : table[c] # EXCLUSIVE
    /\ mode = EXCLUSIVE => Holders(table) = {}

Waits(client) == \E i \in DOMAIN waiting : waiting[i].client = client

Ask(name, client, mode) ==
    \/ /\ held[client] = FREE /\ ~Waits(client)
       /\ waiting = <<>> /\ Fits(held, client, mode)
       /\ held' = [held EXCEPT ![client] = mode]
       /\ last' = client
       /\ UNCHANGED waiting
       /\ Did(name, "taken", <<GRANT>>)
    \/ /\ held[client] = FREE /\ ~Waits(client)
       /\ ~(waiting = <<>> /\ Fits(held, client, mode))
       /\ waiting' = Append(waiting, [client |-> client, mode |-> mode])
       /\ UNCHANGED <<held, last>>
       /\ Did(name, "taken", <<>>)
    \/ /\ held[client] # FREE \/ Waits(client)
       /\ UNCHANGED <<held, waiting, last>>
       /\ Did(name, "refused", <<>>)

\* A client asks for a lock that others may have too.
Share(client) == Ask("Share", client, SHARED)

\* A client asks for a lock of its own.
Own(client) == Ask("Own", client, EXCLUSIVE)

\* A client gives its lock back; the first that waits is served if it can be.
Release(client) ==
    \/ /\ held[client] # FREE
       /\ LET rest == [held EXCEPT ![client] = FREE] IN
            IF waiting # <<>> /\ Fits(rest, Head(waiting).client, Head(waiting).mode)
            THEN /\ held' = [rest EXCEPT ![Head(waiting).client] = Head(waiting).mode]
                 /\ last' = Head(waiting).client
                 /\ waiting' = Tail(waiting)
                 /\ Did("Release", "taken", <<GRANT>>)
            ELSE /\ held' = rest
                 /\ last' = IF Holders(rest) = {} THEN Nobody ELSE last
                 /\ UNCHANGED waiting
                 /\ Did("Release", "taken", <<>>)
    \/ /\ held[client] = FREE
       /\ UNCHANGED <<held, waiting, last>>
       /\ Did("Release", "refused", <<>>)

Init ==
    /\ held = [c \in Client |-> FREE]
    /\ waiting = <<>>
    /\ last = Nobody
    /\ out = [event |-> "Release", outcome |-> "taken", effects |-> <<>>]

Next ==
    \/ \E c \in Client : Share(c)
    \/ \E c \in Client : Own(c)
    \/ \E c \in Client : Release(c)

Spec == Init /\ [][Next]_vars

\* Holders as they are written, and who waits.
LocationName == <<IF Holders(held) = {} THEN "FREE" ELSE "HELD", held, "WAIT", waiting, last>>

\* An exclusive lock is the only one.
ExclusiveInv ==
    \A c \in Client : held[c] = EXCLUSIVE => Holders(held) = {c}

\* Nobody waits for what it has.
NobodyWaitsTwiceInv ==
    /\ \A i, j \in DOMAIN waiting : i # j => waiting[i].client # waiting[j].client
    /\ Holders(held) \cap {waiting[i].client : i \in DOMAIN waiting} = {}

\* The table gives away one lock at a time.
OneAtATimeProp ==
    [][\E c \in Client : held' = [held EXCEPT ![c] = held'[c]]
       \/ out'.event = "Release"]_vars

\* Who is served next is the first that waits.
FirstComesFirstProp ==
    [][Len(waiting') < Len(waiting) =>
        /\ last' = Head(waiting).client
        /\ held'[last'] = Head(waiting).mode
        /\ waiting' = Tail(waiting)]_vars

\* The last one that was served, as long as somebody holds the resource, is no stranger.
LastIsNobodyInv == last = Nobody => Holders(held) = {}

\* Some client that holds a lock: the one that the checker takes.
Chosen == CHOOSE c \in Served : c = Nobody \/ held[c] # FREE

\* A choice changes only with what is taken; whoever is chosen holds a lock.
ChosenProp == [][Chosen' # Chosen => out'.event # "Share" \/ out'.outcome = "taken"]_vars
ChosenInv == Chosen # Nobody => held[Chosen] # FREE

\* The first request that cannot be served, as it would be with a weaker lock.
WeakerInv ==
    waiting # <<>> =>
        LET weaker == [waiting EXCEPT ![1].mode = SHARED] IN
            /\ Len(weaker) = Len(waiting)
            /\ weaker[1] = [client |-> waiting[1].client, mode |-> SHARED]

=============================================================================
