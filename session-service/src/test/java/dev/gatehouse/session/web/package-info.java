/// Tests of the HTTP interfaces over real sockets and a real Redis.
@NullMarked
package dev.gatehouse.session.web;

import org.jspecify.annotations.NullMarked;
