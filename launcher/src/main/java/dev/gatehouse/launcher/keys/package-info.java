/// Development keys, made once and kept, and tokens signed with them. Nothing here is for production.
@NullMarked
package dev.gatehouse.launcher.keys;

import org.jspecify.annotations.NullMarked;
