@NullMarked
package dev.gatehouse.instance.request;

import org.jspecify.annotations.NullMarked;
