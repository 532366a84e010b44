/// What a game's tests use: one interface, whose tests show that the game's actions give the same result
/// everywhere. What runs them is in `replay` and `process`; what reads their code is in `code`.
@NullMarked
package dev.gatehouse.determinism;

import org.jspecify.annotations.NullMarked;
