/// The story of goldrush, a class a chapter, told to running services by real clients, and every claim of it checked.
/// Starts and stops no service.
@NullMarked
package dev.gatehouse.launcher.demo;

import org.jspecify.annotations.NullMarked;
