/// What session-service asks for: players' wishes, and those of games' server code.
@NullMarked
package dev.gatehouse.instance.request;

import org.jspecify.annotations.NullMarked;
