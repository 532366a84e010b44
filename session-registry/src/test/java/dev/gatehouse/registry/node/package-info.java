/// Tests of who a player belongs to.
@NullMarked
package dev.gatehouse.registry.node;

import org.jspecify.annotations.NullMarked;
