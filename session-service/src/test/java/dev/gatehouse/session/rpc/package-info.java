/// Tests of calls.
@NullMarked
package dev.gatehouse.session.rpc;

import org.jspecify.annotations.NullMarked;
