/// Runs a recording in another process on this machine, which differs in whatever a game must not depend on.
@NullMarked
package dev.gatehouse.determinism.process;

import org.jspecify.annotations.NullMarked;
