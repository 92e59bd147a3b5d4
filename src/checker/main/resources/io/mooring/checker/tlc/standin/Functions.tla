---- MODULE Functions ----
\* A stand-in for the module of this name of the CommunityModules.
\* It has names alone, for what is never evaluated: nothing in it has a value.
EXTENDS Integers, Folds
LOCAL INSTANCE MooringStandIn

Restrict(a, b) == StandIn("Restrict", "Functions")
RestrictDomain(a, B(_)) == StandIn("RestrictDomain", "Functions")
RestrictValues(a, B(_)) == StandIn("RestrictValues", "Functions")
IsRestriction(a, b) == StandIn("IsRestriction", "Functions")
Range(a) == StandIn("Range", "Functions")
Pointwise(a, b, C(_, _)) == StandIn("Pointwise", "Functions")
Inverse(a, b, c) == StandIn("Inverse", "Functions")
AntiFunction(a) == StandIn("AntiFunction", "Functions")
IsInjective(a) == StandIn("IsInjective", "Functions")
Injection(a, b) == StandIn("Injection", "Functions")
Surjection(a, b) == StandIn("Surjection", "Functions")
Bijection(a, b) == StandIn("Bijection", "Functions")
ExistsInjection(a, b) == StandIn("ExistsInjection", "Functions")
ExistsSurjection(a, b) == StandIn("ExistsSurjection", "Functions")
ExistsBijection(a, b) == StandIn("ExistsBijection", "Functions")
FoldFunctionOnSet(A(_, _), b, c, d) == StandIn("FoldFunctionOnSet", "Functions")
FoldFunction(A(_, _), b, c) == StandIn("FoldFunction", "Functions")
SumFunctionOnSet(a, b) == StandIn("SumFunctionOnSet", "Functions")
SumFunction(a) == StandIn("SumFunction", "Functions")
====
