/// Decides what is started in which order and what a death means. Starts nothing, prints nothing, knows no time.
@NullMarked
package dev.gatehouse.launcher.suite;

import org.jspecify.annotations.NullMarked;
