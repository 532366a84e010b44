@NullMarked
package dev.gatehouse.localredis.process;

import org.jspecify.annotations.NullMarked;
