@NullMarked
package dev.gatehouse.proxy.link;

import org.jspecify.annotations.NullMarked;
