package dev.gatehouse.instance.wiring;

import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.function.Function;

/// What is begun for a new instance before it is stored, and goes on once it is.
record AfterCreation(Function<InstanceRecord, Runnable> next) {}
