@NullMarked
package dev.gatehouse.session.instance;

import org.jspecify.annotations.NullMarked;
