@NullMarked
package dev.gatehouse.proxy.admission;

import org.jspecify.annotations.NullMarked;
