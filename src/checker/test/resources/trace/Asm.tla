---- MODULE Asm ----
EXTENDS Naturals
CONSTANT Last
ASSUME Last > 10
VARIABLE x
Init == x = 0
Next == x' = (x + 1) % Last
====
