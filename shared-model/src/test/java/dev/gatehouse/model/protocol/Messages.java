package dev.gatehouse.model.protocol;

import dev.gatehouse.model.schema.Case;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The records behind a sealed interface of messages, however deep they are.
final class Messages {

    static List<Class<?>> of(Class<?> messages) {
        return records(messages).toList();
    }

    static List<String> namesOf(Class<?> messages) {
        return records(messages).map(Messages::nameOf).toList();
    }

    static String nameOf(Class<?> message) {
        return message.getAnnotation(Case.class).name();
    }

    private static Stream<Class<?>> records(Class<?> messages) {
        return messages.isRecord()
                ? Stream.of(messages)
                : Arrays.stream(messages.getPermittedSubclasses()).flatMap(Messages::records);
    }

    private Messages() {}
}
