package dev.gatehouse.model.player;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The number of an action on the wire and in the journal, unique within its game and never given to another one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ActionCode {
    /// 1 or more.
    int value();
}
