/// Where session-service nodes ask.
@NullMarked
package dev.gatehouse.instance.request.web;

import org.jspecify.annotations.NullMarked;
