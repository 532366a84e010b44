@NullMarked
package dev.gatehouse.proxy.health.web;

import org.jspecify.annotations.NullMarked;
