/// Says where two models or two JSON values differ, and makes and applies JSON Patches (RFC 6902).
@NullMarked
package dev.gatehouse.model.codec.patch;

import org.jspecify.annotations.NullMarked;
