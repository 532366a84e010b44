@NullMarked
package dev.gatehouse.gameserver;

import org.jspecify.annotations.NullMarked;
