package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaSourceTest {

    @Test
    void leavesOutComments() {
        var source = JavaSource.of("""
                /// About a.
                int a; // the first
                /* not
                   this */ int b;

                """);

        assertThat(source.code().lines().map(String::strip)).containsExactly("", "int a;", "", "int b;", "");
        assertThat(source.lines()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsInLiterals() {
        var source = JavaSource.of("""
                f("// \\" none", '"', '\\'', "/*");
                g();
                """);

        assertThat(source.code().replace(" ", "").replaceAll("[\"']", "")).isEqualTo("f(,,,);\ng();\n");
    }

    @Test
    void leavesOutTextBlocks() {
        var block = "\"\"\"";
        var source = JavaSource.of("a(" + block + "\n /* \"quoted\" \n" + block + ");\nb();");

        assertThat(source.code().replaceAll("\"", "")).isEqualTo("a(\n\n);\nb();");
    }
}
