@NullMarked
package dev.gatehouse.instance.partner.web;

import org.jspecify.annotations.NullMarked;
