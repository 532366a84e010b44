@NullMarked
package dev.gatehouse.proxy.device;

import org.jspecify.annotations.NullMarked;
