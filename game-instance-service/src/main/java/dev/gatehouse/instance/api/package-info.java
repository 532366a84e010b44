/// What a studio's backend and operators may ask, and what they get.
@NullMarked
package dev.gatehouse.instance.api;

import org.jspecify.annotations.NullMarked;
