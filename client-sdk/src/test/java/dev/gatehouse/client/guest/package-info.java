/// Tests of the guests' desk against a small HTTP server.
@NullMarked
package dev.gatehouse.client.guest;

import org.jspecify.annotations.NullMarked;
