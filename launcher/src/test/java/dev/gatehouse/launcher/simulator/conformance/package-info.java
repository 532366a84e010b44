/// Tests of the checks of game servers, with servers that have a mistake.
@NullMarked
package dev.gatehouse.launcher.simulator.conformance;

import org.jspecify.annotations.NullMarked;
