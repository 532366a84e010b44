/// What a linked game server may do: every request is checked against its tokens, its instance and the
/// instance's players before anything happens. The socket and the HTTP form are in
/// [dev.gatehouse.instance.partner.web].
@NullMarked
package dev.gatehouse.instance.partner;

import org.jspecify.annotations.NullMarked;
