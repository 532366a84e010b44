/// Reads a game's byte code and names what gives another result on another machine. Runs nothing of it.
@NullMarked
package dev.gatehouse.determinism.code;

import org.jspecify.annotations.NullMarked;
