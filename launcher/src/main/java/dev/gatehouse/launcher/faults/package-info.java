/// Faults that are played against a running suite with hundreds of clients: which there are, and how one is run. The
/// clients are a process of their own, so that they and what they check know nothing of the launcher.
@NullMarked
package dev.gatehouse.launcher.faults;

import org.jspecify.annotations.NullMarked;
