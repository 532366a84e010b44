/// Who runs a game's rules, as the registry knows it.
@NullMarked
package dev.gatehouse.instance.rules.redis;

import org.jspecify.annotations.NullMarked;
