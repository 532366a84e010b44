/// Asks the games where their code runs: at the session-service.
@NullMarked
package dev.gatehouse.instance.rules.http;

import org.jspecify.annotations.NullMarked;
