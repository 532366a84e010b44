@NullMarked
package dev.gatehouse.proxy.drain;

import org.jspecify.annotations.NullMarked;
