/// Sessions, player models and server actions. Reached by proxies over the link, by services and operators over
/// HTTP. Holds no client's socket.
@NullMarked
package dev.gatehouse.session;

import org.jspecify.annotations.NullMarked;
