@NullMarked
package dev.gatehouse.model;

import org.jspecify.annotations.NullMarked;
