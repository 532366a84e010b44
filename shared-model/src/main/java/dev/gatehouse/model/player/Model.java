package dev.gatehouse.model.player;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which shape of a [PlayerModel] is stored, where it has had more than one. A model without this annotation has
/// schema 1.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Model {
    /// Grows by one whenever what is stored must be changed before this record can read it.
    int schema() default 1;

    /// The oldest schema that can still be read: there is a migration from it and from each one after it.
    int oldest() default 1;

    /// Codes that actions of this model once had. Giving one of them to another action fails when the game is loaded.
    int[] retiredActions() default {};
}
