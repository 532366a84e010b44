package dev.gatehouse.model.player;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that this code gives the same result everywhere although it makes a call that the determinism
/// check forbids. On a type it speaks for all of its methods and its static initializer; not for what
/// they call in other types.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface KnownDeterministic {
    /// Why, such as `"only looked up, never iterated"`.
    String value();
}
