@NullMarked
package dev.gatehouse.proxy.refusal.web;

import org.jspecify.annotations.NullMarked;
