@NullMarked
package dev.gatehouse.proxy.routing;

import org.jspecify.annotations.NullMarked;
