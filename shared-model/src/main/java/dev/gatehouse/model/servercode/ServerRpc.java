package dev.gatehouse.model.servercode;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class whose public methods clients may call, as `Class.method`. They run on virtual threads
/// and may block; a call whose client does not wait any more is interrupted.
///
/// A parameter of type [Caller], which must be the first, says who calls. The others are the arguments
/// by name: numbers, booleans, strings, enums, records with `@Member` components, lists and sorted
/// maps of these; a `@Nullable` one may be left out. The class is compiled with `-parameters`, public,
/// and has no two methods of one name. What a method returns is the answer: the same kinds of types,
/// nothing for `void`, or a [Reply] where the method may refuse.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServerRpc {

    /// What clients call the class; its simple name, unless said.
    String value() default "";

    /// Whether the calls of one session run one after the other, in the order in which they were sent.
    boolean serial() default true;

    /// Whether clients in unauthenticated sessions may call it as well. Others hear `unauthenticated`.
    boolean admitsUnauthenticated() default false;
}
