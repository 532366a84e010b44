/// How scripts reach Redis: keys, calls, replies, and the one place where a script is sent, sent again with its
/// text, and given up on. What the scripts do is their features' business.
@NullMarked
package dev.gatehouse.registry.redis;

import org.jspecify.annotations.NullMarked;
