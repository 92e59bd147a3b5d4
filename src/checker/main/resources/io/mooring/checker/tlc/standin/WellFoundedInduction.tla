---- MODULE WellFoundedInduction ----
\* A stand-in for the module of this name in the library of the TLA+ proof system.
\* It has names alone, for proofs that cite them: it states nothing, and nothing in it has a value.
EXTENDS NaturalsInduction
LOCAL INSTANCE MooringStandIn

IsTransitivelyClosedOn(a, b) == StandIn("IsTransitivelyClosedOn", "WellFoundedInduction")
IsWellFoundedOn(a, b) == StandIn("IsWellFoundedOn", "WellFoundedInduction")
SetLessThan(a, b, c) == StandIn("SetLessThan", "WellFoundedInduction")
WFDefOn(a, b, C(_, _)) == StandIn("WFDefOn", "WellFoundedInduction")
OpDefinesFcn(a, b, C(_, _)) == StandIn("OpDefinesFcn", "WellFoundedInduction")
WFInductiveDefines(a, b, C(_, _)) == StandIn("WFInductiveDefines", "WellFoundedInduction")
WFInductiveUnique(a, B(_, _)) == StandIn("WFInductiveUnique", "WellFoundedInduction")
TransitiveClosureOn(a, b) == StandIn("TransitiveClosureOn", "WellFoundedInduction")
OpToRel(A(_, _), b) == StandIn("OpToRel", "WellFoundedInduction")
PreImage(A(_), b, c) == StandIn("PreImage", "WellFoundedInduction")
LexPairOrdering(a, b, c, d) == StandIn("LexPairOrdering", "WellFoundedInduction")
LexProductOrdering(a, b, c) == StandIn("LexProductOrdering", "WellFoundedInduction")

THEOREM EmptyIsWellFounded == TRUE
THEOREM IsWellFoundedOnSubset == TRUE
THEOREM IsWellFoundedOnSubrelation == TRUE
THEOREM WFMin == TRUE
THEOREM MinWF == TRUE
THEOREM WellFoundedIsIrreflexive == TRUE
THEOREM WellFoundedIsAsymmetric == TRUE
THEOREM WFSetLessThanIrreflexive == TRUE
THEOREM SetLessTransitive == TRUE
THEOREM WFInduction == TRUE
THEOREM WFDefOnUnique == TRUE
THEOREM WFInductiveDefLemma == TRUE
THEOREM TransitiveClosureThm == TRUE
THEOREM TransitiveClosureMinimal == TRUE
THEOREM TCTCTC == TRUE
THEOREM TCRTC == TRUE
THEOREM RTCTC == TRUE
THEOREM TransitiveClosureChopLast == TRUE
THEOREM TransitiveClosureWF == TRUE
THEOREM WFInductiveDef == TRUE
THEOREM WFInductiveDefType == TRUE
THEOREM NatLessThanWellFounded == TRUE
THEOREM PreImageWellFounded == TRUE
THEOREM WFLexPairOrdering == TRUE
THEOREM WFLexProductOrdering == TRUE
====
