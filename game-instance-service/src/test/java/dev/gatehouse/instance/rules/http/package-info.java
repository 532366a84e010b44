@NullMarked
package dev.gatehouse.instance.rules.http;

import org.jspecify.annotations.NullMarked;
