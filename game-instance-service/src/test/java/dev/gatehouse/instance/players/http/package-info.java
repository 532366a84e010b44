@NullMarked
package dev.gatehouse.instance.players.http;

import org.jspecify.annotations.NullMarked;
