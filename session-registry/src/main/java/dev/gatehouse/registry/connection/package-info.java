/// Which sessions of a game have a connection, and on which proxy. Knows nothing of devices or policies.
@NullMarked
package dev.gatehouse.registry.connection;

import org.jspecify.annotations.NullMarked;
