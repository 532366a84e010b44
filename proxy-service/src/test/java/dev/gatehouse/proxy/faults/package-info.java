/// Faults and abuse of the players' door, on real sockets: each test is named after its row in the catalogue and
/// prints the figure that the row asks for.
@NullMarked
package dev.gatehouse.proxy.faults;

import org.jspecify.annotations.NullMarked;
