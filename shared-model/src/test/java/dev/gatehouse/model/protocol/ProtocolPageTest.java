package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import dev.gatehouse.model.docs.DocsTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares the tables of docs/protocol with the messages, but for what they say in words.
class ProtocolPageTest {

    private static final String PAGE = DocsFolder.page("protocol/README.md");

    @Test
    void listsWhatAClientSays() {
        var expected = Messages.of(ClientMessage.class).stream()
                .map(type -> row(type, ClientMessage.Numbered.class.isAssignableFrom(type)))
                .toList();

        assertThat(rowsUnder("## What a client says")).isEqualTo(expected);
    }

    @Test
    void listsWhatAClientHears() {
        var expected = Messages.of(ServerMessage.class).stream()
                .map(type -> row(type, ServerMessage.Numbered.class.isAssignableFrom(type)))
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

    private static List<String> row(Class<?> type, boolean numbered) {
        return List.of("`" + Messages.nameOf(type) + "`", numbered ? "yes" : "no", Messages.membersOf(type));
    }

    /// But for the last column, which is for people.
    private static List<List<String>> rowsUnder(String heading) {
        return DocsTable.under(heading, PAGE).stream()
                .map(cells -> cells.subList(0, 3))
                .toList();
    }
}
