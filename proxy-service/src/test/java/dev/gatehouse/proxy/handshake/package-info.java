@NullMarked
package dev.gatehouse.proxy.handshake;

import org.jspecify.annotations.NullMarked;
