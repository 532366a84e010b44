@NullMarked
package dev.gatehouse.proxy.connection.web;

import org.jspecify.annotations.NullMarked;
