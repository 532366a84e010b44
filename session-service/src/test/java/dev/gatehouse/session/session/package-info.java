/// Tests of the session's decisions: no sockets, no threads, and time that is handed in.
@NullMarked
package dev.gatehouse.session.session;

import org.jspecify.annotations.NullMarked;
