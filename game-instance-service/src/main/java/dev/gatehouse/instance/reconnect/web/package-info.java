/// Where session-service nodes say who has come.
@NullMarked
package dev.gatehouse.instance.reconnect.web;

import org.jspecify.annotations.NullMarked;
