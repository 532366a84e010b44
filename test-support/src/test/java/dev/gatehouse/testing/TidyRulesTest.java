package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyRulesTest {

    @TempDir
    Path module;

    @BeforeEach
    void hasMarkedPackages() throws IOException {
        write("src/main/java/a/package-info.java", "@NullMarked package a;");
        write("src/test/java/a/package-info.java", "@NullMarked package a;");
    }

    @Test
    void findsNothingInTidySources() throws IOException {
        write("src/main/java/a/A.java", "class A {\n" + "// why\n".repeat(400) + "}");

        assertThatCode(() -> TidyRules.check(module)).doesNotThrowAnyException();
    }

    @Test
    void findsALongFile() throws IOException {
        write("src/main/java/a/A.java", "int a;\n".repeat(301));

        assertFinds("A.java: 301 lines of code (expected: <= 300)");
    }

    @Test
    void findsAnUnmarkedPackage() throws IOException {
        write("src/test/java/b/B.java", "class B {}");

        assertFinds("B.java: its package is not @NullMarked");
    }

    @Test
    void letsOnlyTestsUnmarkAPackage() throws IOException {
        write("src/main/java/b/package-info.java", "@NullUnmarked package b;");
        write("src/test/java/c/package-info.java", "@NullUnmarked package c;");

        assertThatThrownBy(() -> TidyRules.check(module))
                .hasMessageContaining("b/package-info.java: its package is not @NullMarked")
                .hasMessageNotContaining("c/package-info.java");
    }

    @Test
    void findsASleepingTest() throws IOException {
        write("src/test/java/a/ATest.java", "class ATest { void a() { Thread.sleep(1); } }");

        assertFinds("ATest.java: sleeps");
    }

    @Test
    void findsANoteOfUnfinishedWork() throws IOException {
        write("src/main/resources/a.lua", "-- TO" + "DO later");

        assertFinds("a.lua: holds a note of unfinished work");
    }

    @Test
    void findsASubscriptionThatNobodyWatches() throws IOException {
        write("src/main/java/a/A.java", "class A { void a() { mono.subscribe(); } }");

        assertFinds("A.java: subscribes and forgets");
    }

    @Test
    void letsTheShellSubscribe() throws IOException {
        write("src/main/java/a/web/A.java", "class A { void a() { mono.subscribe(); } }");
        write("src/main/java/a/web/package-info.java", "@NullMarked package a.web;");

        assertThatCode(() -> TidyRules.check(module)).doesNotThrowAnyException();
    }

    @Test
    void findsARecordThatShowsItsToken() throws IOException {
        write("src/main/java/a/A.java", "record Shown(int a, String resumeToken) {} record Other(int b) {}");

        assertFinds("the record Shown would show its secret");
    }

    @Test
    void findsARecordThatShowsItsTicket() throws IOException {
        write("src/main/java/a/A.java", "record Shown(@Nullable String ticket) {} record Named(String ticketId) {}");

        assertThatThrownBy(() -> TidyRules.check(module))
                .hasMessageContaining("the record Shown would show its secret")
                .hasMessageNotContaining("the record Named");
    }

    @Test
    void acceptsARecordThatHidesItsToken() throws IOException {
        write("src/main/java/a/A.java", "record A(@Member(1) String token) { public String toString() {} }");

        assertThatCode(() -> TidyRules.check(module)).doesNotThrowAnyException();
    }

    private void assertFinds(String finding) {
        assertThatThrownBy(() -> TidyRules.check(module)).hasMessageContaining(finding);
    }

    private void write(String name, String text) throws IOException {
        var file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
