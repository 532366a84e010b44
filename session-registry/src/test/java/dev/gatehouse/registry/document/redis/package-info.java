/// Tests of documents on a real Redis.
@NullMarked
package dev.gatehouse.registry.document.redis;

import org.jspecify.annotations.NullMarked;
