/// Faults that are played against a running suite with hundreds of clients: which there are, how one is run, and what
/// kills or pauses parts of the suite again and again. The clients are a process of their own, so that they and what
/// they check
/// know nothing of the launcher.
@NullMarked
package dev.gatehouse.launcher.faults;

import org.jspecify.annotations.NullMarked;
