/// Tests of the link over real sockets and a real Redis.
@NullMarked
package dev.gatehouse.session.link;

import org.jspecify.annotations.NullMarked;
