----------------------------- MODULE Turnstile -----------------------------
(***************************************************************************)
(* A gate that opens for a fare of several coins.                          *)
(*                                                                         *)
(* Nobody outside sees how much has been paid: the counter is hidden.      *)
(* What is paid too much is given back at once.                            *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
    \* What one passage costs.
    Fare,
    \* The values of the coins that the slot accepts.
    Coins

ASSUME Fare \in 1..9 /\ Coins \subseteq 1..9

\* The arm is blocked.
LOCKED == "locked"
\* The arm lets one person through.
UNLOCKED == "unlocked"

\* What a passenger sees of the gate.
Gate == {LOCKED, UNLOCKED}

\* Release the arm.
RELEASE_ARM == "release-arm"
\* Block the arm.
BLOCK_ARM == "block-arm"
\* Give back the coin.
RETURN_COIN == "return-coin"

\* What the gate does.
Effect == {RELEASE_ARM, BLOCK_ARM, RETURN_COIN}

\* The gate acted.
TAKEN == "taken"
\* The gate did nothing.
IGNORED == "ignored"

\* What became of an event.
Outcome == {TAKEN, IGNORED}

\* What can happen at the gate.
Event == {"Insert", "Push", "Reset"}

\* What one step lets out.
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

VARIABLES
    \* The gate as a passenger sees it.
    gate,
    \* The sum of the coins since the last passage.
    paid,
    \* What the last step let out.
    out

vars == <<gate, paid, out>>

\* Every variable has a value of its kind.
TypeOK ==
    /\ gate \in Gate
    /\ paid \in 0..Fare
    /\ out \in Output

Did(event, outcome, effects) ==
    out' = [event |-> event, outcome |-> outcome, effects |-> effects]

\* A passenger puts a coin in.
Insert(coin) ==
    \/ /\ gate = LOCKED /\ paid + coin < Fare
       /\ paid' = paid + coin
       /\ UNCHANGED gate
       /\ Did("Insert", TAKEN, <<>>)
    \/ /\ gate = LOCKED /\ paid + coin >= Fare
       /\ paid' = Fare
       /\ gate' = UNLOCKED
       /\ Did("Insert", TAKEN, <<RELEASE_ARM>>)
    \/ /\ gate = UNLOCKED
       /\ UNCHANGED <<gate, paid>>
       /\ Did("Insert", TAKEN, <<RETURN_COIN>>)

\* A passenger pushes against the arm.
Push ==
    \/ /\ gate = UNLOCKED
       /\ gate' = LOCKED
       /\ paid' = 0
       /\ Did("Push", TAKEN, <<BLOCK_ARM>>)
    \/ /\ gate = LOCKED
       /\ UNCHANGED <<gate, paid>>
       /\ Did("Push", IGNORED, <<>>)

\* A guard sets the gate back.
Reset ==
    /\ gate' = LOCKED
    /\ paid' = 0
    /\ Did("Reset", TAKEN, <<BLOCK_ARM>>)

Init ==
    /\ gate = LOCKED
    /\ paid = 0
    /\ out = [event |-> "Reset", outcome |-> TAKEN, effects |-> <<BLOCK_ARM>>]

Next ==
    \/ \E coin \in Coins : Insert(coin)
    \/ Push
    \/ Reset

Spec == Init /\ [][Next]_vars

\* The arm is released exactly for those who have paid.
PaidIsUnlockedInv == gate = UNLOCKED <=> paid = Fare

\* The arm is blocked and released as the gate says.
ArmFollowsGateProp ==
    [][LET did == out'.effects IN
        /\ gate # gate' => Len(did) = 1
        /\ gate' = UNLOCKED /\ gate = LOCKED => Head(did) = RELEASE_ARM
        /\ \A e \in {RELEASE_ARM, RETURN_COIN} :
               (\E i \in DOMAIN did : did[i] = e) => out'.event = "Insert"]_vars

\* Nothing that is paid is lost before a passage or a reset.
PaidOnlyGrowsProp ==
    [][out'.event \notin {"Push", "Reset"} => paid' >= paid]_vars

\* The sum after a coin.
After(sum, coin) == IF sum + coin > Fare THEN Fare ELSE sum + coin

\* The sum grows by one coin at most, and never beyond the fare.
OneCoinAtATimeProp ==
    [][out'.event = "Insert" =>
            \E coin \in Coins \cup {0} : paid' = After(paid, coin)]_vars

\* Whoever has paid can pass.
PaidMayPassInv == gate = UNLOCKED => ENABLED (Push /\ out'.outcome = TAKEN)

=============================================================================
