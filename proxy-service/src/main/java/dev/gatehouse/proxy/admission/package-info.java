/// How many may come, and how fast: the rates and the places, for each address, account, device and game and for the
/// proxy as a whole. Knows no requests and no sockets; whose address a request has is `forwarded`.
@NullMarked
package dev.gatehouse.proxy.admission;

import org.jspecify.annotations.NullMarked;
