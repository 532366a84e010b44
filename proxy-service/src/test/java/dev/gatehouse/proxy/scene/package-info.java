/// What the tests on real sockets stand on: a node that speaks the link, a client that speaks the contract, keys.
@NullMarked
package dev.gatehouse.proxy.scene;

import org.jspecify.annotations.NullMarked;
