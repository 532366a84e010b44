/// Pools of game servers that run already: a pool server is a process of the studio that joins over a link, says what
/// it has room for and what it runs, and is told what to run. Here is the provider that asks the pool servers, and
/// what a node does with the links of those that joined here. What becomes of instances is not decided here.
@NullMarked
package dev.gatehouse.instance.pool;

import org.jspecify.annotations.NullMarked;
