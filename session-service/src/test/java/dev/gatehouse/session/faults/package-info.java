/// Faults and abuse of open sessions, over the real link: each test is named after its row in the catalogue and prints
/// the figure that the row asks for.
@NullMarked
package dev.gatehouse.session.faults;

import org.jspecify.annotations.NullMarked;
