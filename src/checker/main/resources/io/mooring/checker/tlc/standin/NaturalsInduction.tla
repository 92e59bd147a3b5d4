---- MODULE NaturalsInduction ----
\* A stand-in for the module of this name in the library of the TLA+ proof system.
\* It has names alone, for proofs that cite them: it states nothing, and nothing in it has a value.
EXTENDS Integers
LOCAL INSTANCE MooringStandIn

NatInductiveDefHypothesis(a, b, C(_, _)) == StandIn("NatInductiveDefHypothesis", "NaturalsInduction")
NatInductiveDefConclusion(a, b, C(_, _)) == StandIn("NatInductiveDefConclusion", "NaturalsInduction")
FiniteNatInductiveDefHypothesis(a, b, C(_, _), d, e) == StandIn("FiniteNatInductiveDefHypothesis", "NaturalsInduction")
FiniteNatInductiveDefConclusion(a, b, C(_, _), d, e) == StandIn("FiniteNatInductiveDefConclusion", "NaturalsInduction")

THEOREM NatInduction == TRUE
THEOREM DownwardNatInduction == TRUE
THEOREM GeneralNatInduction == TRUE
THEOREM SmallestNatural == TRUE
THEOREM RecursiveFcnOfNat == TRUE
THEOREM NatInductiveDef == TRUE
THEOREM RecursiveFcnOfNatType == TRUE
THEOREM NatInductiveDefType == TRUE
THEOREM RecursiveFcnOfNatUnique == TRUE
THEOREM NatInductiveUnique == TRUE
THEOREM FiniteNatInductiveDef == TRUE
THEOREM FiniteNatInductiveDefType == TRUE
THEOREM FiniteNatInductiveUnique == TRUE
====
