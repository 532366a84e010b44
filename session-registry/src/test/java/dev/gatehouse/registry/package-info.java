/// Tests of the whole module: its architecture, its wiring, its scripts on a cluster.
@NullMarked
package dev.gatehouse.registry;

import org.jspecify.annotations.NullMarked;
