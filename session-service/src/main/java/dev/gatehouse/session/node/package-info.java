/// This node: who it is, how it is reached, and its announcement in the registry.
@NullMarked
package dev.gatehouse.session.node;

import org.jspecify.annotations.NullMarked;
