/// A studio's backend that gives server actions to players over HTTP, and asks again where it hears nothing.
@NullMarked
package dev.gatehouse.simulation.backend;

import org.jspecify.annotations.NullMarked;
