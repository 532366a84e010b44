package dev.gatehouse.instance.wiring;

import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.function.Function;

/// What goes on once an instance is created.
record AfterCreation(Function<InstanceRecord, Runnable> next) {}
