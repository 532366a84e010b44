/// Starts, watches and stops processes, as dev.gatehouse.launcher.suite decides.
@NullMarked
package dev.gatehouse.launcher.process;

import org.jspecify.annotations.NullMarked;
