/// Tests of the client on a game and a server that exist only here.
@NullMarked
package dev.gatehouse.client.play;

import org.jspecify.annotations.NullMarked;
