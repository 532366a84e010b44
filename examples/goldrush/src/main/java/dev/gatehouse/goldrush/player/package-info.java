/// What a gold digger owns and everything that can happen to it. Client and server both run this; it knows neither.
@NullMarked
package dev.gatehouse.goldrush.player;

import org.jspecify.annotations.NullMarked;
