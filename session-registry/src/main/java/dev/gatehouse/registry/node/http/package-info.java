/// Calls to nodes that are in the directory, over HTTP.
@NullMarked
package dev.gatehouse.registry.node.http;

import org.jspecify.annotations.NullMarked;
