package dev.gatehouse.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keeps a member on the server: it is stored, but is in no snapshot, patch, report or checksum. Nor is it
/// logged where what is stored cannot be read: of a refusal by the constructor of a record that has such a member,
/// has it further inside, or stands in one, only the exception's type and the constructor's line are said;
/// and of what an action, a tick, a migration, a hook or a call throws, its type and where it was thrown.
///
/// A client has its absent value there, as if it were not in the input: so it has one, or is `@Nullable`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ServerOnly {}
