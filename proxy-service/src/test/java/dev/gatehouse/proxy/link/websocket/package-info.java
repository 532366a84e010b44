@NullMarked
package dev.gatehouse.proxy.link.websocket;

import org.jspecify.annotations.NullMarked;
