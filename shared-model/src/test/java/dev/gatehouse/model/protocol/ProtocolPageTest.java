package dev.gatehouse.model.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import dev.gatehouse.model.schema.Case;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compares the tables of docs/protocol with the messages, but for what they say in words.
class ProtocolPageTest {

    private static final String PAGE = DocsFolder.page("protocol/README.md");

    @Test
    void listsWhatAClientSays() {
        var expected = Arrays.stream(ClientMessage.class.getPermittedSubclasses())
                .map(type -> row(type, isNumberedByClients(type)))
                .toList();

        assertThat(rowsUnder("## What a client says")).isEqualTo(expected);
    }

    @Test
    void listsWhatAClientHears() {
        var expected = Arrays.stream(ServerMessage.class.getPermittedSubclasses())
                .map(type -> row(type, isNumberedByServers(type)))
                .toList();

        assertThat(rowsUnder("## What a client hears")).isEqualTo(expected);
    }

    @Test
    void namesEverySubprotocol() {
        assertThat(PAGE)
                .contains(Arrays.stream(Encoding.values())
                        .map(encoding -> "| `" + encoding.subprotocol() + "`")
                        .toList());
    }

    private static String row(Class<?> type, boolean numbered) {
        var members = Arrays.stream(type.getRecordComponents())
                .map(ProtocolPageTest::member)
                .collect(joining(" "));
        return "| `%s` | %s | %s"
                .formatted(type.getAnnotation(Case.class).name(), numbered ? "yes" : "no", members)
                .strip();
    }

    private static String member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`" + component.getName() + "`" + (nullable ? "?" : "");
    }

    private static boolean isNumberedByClients(Class<?> type) {
        return ClientExamples.in(Encoding.JSON).values().stream()
                .anyMatch(frame -> type.isInstance(frame.message()) && frame.seq() != null);
    }

    private static boolean isNumberedByServers(Class<?> type) {
        return ServerExamples.in(Encoding.JSON).values().stream()
                .anyMatch(frame -> type.isInstance(frame.message()) && frame.seq() != null);
    }

    /// The rows of the first table under a heading, each up to its third column.
    private static List<String> rowsUnder(String heading) {
        return PAGE.substring(PAGE.indexOf(heading))
                .lines()
                .dropWhile(line -> !line.startsWith("| `"))
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(columns ->
                        ("| " + columns[1].strip() + " | " + columns[2].strip() + " | " + columns[3].strip()).strip())
                .toList();
    }
}
