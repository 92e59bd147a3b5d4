-------------------------------- MODULE Lamp --------------------------------
\* A lamp with a switch, which turns itself off after a while.
EXTENDS Naturals

CONSTANT Longest

OFF == "off"
ON == "on"
Light == {OFF, ON}

VARIABLES light, lit

vars == <<light, lit>>

TypeOK == light \in Light /\ lit \in 0..Longest

Dark == light = OFF

Switch ==
    \/ /\ Dark
       /\ light' = ON
       /\ lit' = 0
    \/ /\ ~Dark
       /\ light' = OFF
       /\ lit' = 0

Glow ==
    /\ light = ON
    /\ lit < Longest
    /\ lit' = lit + 1
    /\ UNCHANGED light

Tire ==
    /\ light = ON
    /\ lit = Longest
    /\ light' = OFF
    /\ lit' = 0

Init == light = OFF /\ lit = 0

Next == Switch \/ Glow \/ Tire

Spec == Init /\ [][Next]_vars /\ WF_vars(Glow) /\ WF_vars(Tire)

-----------------------------------------------------------------------------
InitProp == Dark /\ lit = 0

DarkIsFreshInv == Dark => lit = 0

SwitchWorksInv == ENABLED (Switch /\ light' # light)

\* What the light and the clock may do: nothing else.
StepProp ==
    [][ \/ Dark /\ light' = ON /\ lit' = 0
        \/ ~Dark /\ light' = OFF /\ lit' = 0
        \/ ~Dark /\ light' = ON /\ lit' = lit + 1 ]_vars

\* A lamp that nobody touches glows to the end.
GlowsInv == ~Dark /\ lit < Longest => ENABLED (Next /\ lit' = lit + 1)

TiresProp == light = ON ~> Dark
=============================================================================
