/// What went wrong with a socket, as this client understands it, and when to try again. Internal:
/// games see [dev.gatehouse.client.ConnectionLost].
@NullMarked
package dev.gatehouse.client.recovery;

import org.jspecify.annotations.NullMarked;
