/// The proxy: sockets of players, and nothing that must survive. One package per feature; its core decides, the
/// packages
/// below it named for a technology carry out.
@NullMarked
package dev.gatehouse.proxy;

import org.jspecify.annotations.NullMarked;
