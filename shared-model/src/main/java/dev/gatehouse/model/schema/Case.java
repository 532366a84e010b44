package dev.gatehouse.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names a record as one case of its sealed interface: in JSON its members stand beside `"type": name`, in protobuf
/// it is the field `number` of the union's `oneof`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Case {
    String name();

    /// The field number inside the union's message.
    int number();
}
