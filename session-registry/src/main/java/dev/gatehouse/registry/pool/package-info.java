/// The index of pools of game servers: which pool servers were heard, what they run and which of their places are
/// reserved. What a pool server says is the truth, and each of its reports replaces what is here. Holds no token, and
/// asks no pool server anything.
@NullMarked
package dev.gatehouse.registry.pool;

import org.jspecify.annotations.NullMarked;
