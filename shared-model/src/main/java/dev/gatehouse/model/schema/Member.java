package dev.gatehouse.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a record component its field number, or an enum constant its number, on the wire. A number is never given to
/// anything else, not even after its member is gone: see [Retired].
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Member {
    /// 1 to 536,870,911 without 19,000 to 19,999 for a component (protobuf's range); 0 or more for an enum constant.
    int value();
}
