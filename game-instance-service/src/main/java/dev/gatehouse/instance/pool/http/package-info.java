/// Reaches pool servers whose links are at other nodes.
@NullMarked
package dev.gatehouse.instance.pool.http;

import org.jspecify.annotations.NullMarked;
