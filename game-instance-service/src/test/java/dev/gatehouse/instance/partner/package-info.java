@NullMarked
package dev.gatehouse.instance.partner;

import org.jspecify.annotations.NullMarked;
