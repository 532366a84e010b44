@NullMarked
package dev.gatehouse.proxy.connection;

import org.jspecify.annotations.NullMarked;
