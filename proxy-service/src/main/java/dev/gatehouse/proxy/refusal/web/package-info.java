/// Refusals over plain HTTP, where there is no socket yet.
@NullMarked
package dev.gatehouse.proxy.refusal.web;

import org.jspecify.annotations.NullMarked;
