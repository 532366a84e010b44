@NullMarked
package dev.gatehouse.session.replay;

import org.jspecify.annotations.NullMarked;
