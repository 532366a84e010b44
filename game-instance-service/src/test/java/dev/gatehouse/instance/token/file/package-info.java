@NullMarked
package dev.gatehouse.instance.token.file;

import org.jspecify.annotations.NullMarked;
