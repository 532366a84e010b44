package dev.gatehouse.model.protocol;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.model.schema.Case;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The records behind a sealed interface of messages, however deep they are.
public final class Messages {

    public static List<Class<?>> of(Class<?> messages) {
        return records(messages).toList();
    }

    static List<String> namesOf(Class<?> messages) {
        return records(messages).map(Messages::nameOf).toList();
    }

    public static String nameOf(Class<?> message) {
        return message.getAnnotation(Case.class).name();
    }

    /// The members of a message as the pages write them: those with a question mark may be absent.
    public static String membersOf(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .map(Messages::member)
                .collect(joining(" "));
    }

    private static String member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`" + component.getName() + "`" + (nullable ? "?" : "");
    }

    private static Stream<Class<?>> records(Class<?> messages) {
        return messages.isRecord()
                ? Stream.of(messages)
                : Arrays.stream(messages.getPermittedSubclasses()).flatMap(Messages::records);
    }

    private Messages() {}
}
