/// Tests of the line, over real sockets.
@NullMarked
package dev.gatehouse.localredis.line;

import org.jspecify.annotations.NullMarked;
