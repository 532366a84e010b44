/// Tests of the client on a game and a server that exist only here.
@NullMarked
package dev.gatehouse.client.recovery;

import org.jspecify.annotations.NullMarked;
