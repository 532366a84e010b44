/// What one client socket may do, from its first frame to its close. Knows the order of things, not the checks
/// (`handshake`) and not what the frames of an open session say.
@NullMarked
package dev.gatehouse.proxy.connection;

import org.jspecify.annotations.NullMarked;
