/// Which nodes live, how they are reached and which games they host; and which of them a player belongs to by
/// hash. Opens no connections; `http` calls the nodes.
@NullMarked
package dev.gatehouse.registry.node;

import org.jspecify.annotations.NullMarked;
