@NullMarked
package dev.gatehouse.proxy.admission.web;

import org.jspecify.annotations.NullMarked;
