/// What session-service asks for: players' wishes, brought by the nodes that their sessions are at.
@NullMarked
package dev.gatehouse.instance.request;

import org.jspecify.annotations.NullMarked;
