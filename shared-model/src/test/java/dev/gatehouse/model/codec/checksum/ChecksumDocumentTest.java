package dev.gatehouse.model.codec.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// Does the example of `docs/checksum.md` by hand and compares it with the page and with [ChecksumTree].
class ChecksumDocumentTest {

    private final StringBuilder table = new StringBuilder();

    @Test
    void theWorkedExampleIsTrue() throws Exception {
        var gold = row("gold", "05");
        var key = row("key", "04" + "7069636b");
        var value = row("value", "01");
        var entry = row("entry", number(1) + key + number(2) + value);
        var items = row("items", number(0) + entry);
        var root = row("player", number(1) + gold + number(2) + items);

        var model = new Player(5, TreePMap.singleton("pick", 1), null, "dig at night");
        var checksum = ChecksumTree.of(model).hex();

        assertThat(littleEndian(checksum)).isEqualTo(root);
        assertThat(Files.readString(Path.of("../docs/checksum.md")))
                .contains(table)
                .contains("The checksum is `" + checksum + "`.");
    }

    /// Hashes these bytes and notes it as the page does.
    ///
    /// @return the hash as it goes into the next one: little endian
    private String row(String name, String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        var hash = HexFormat.of().toHexDigits(XxHash64.hash(bytes, bytes.length));
        table.append("| %s | `%s` | `%s` |%n".formatted(name, hex, hash));
        return littleEndian(hash);
    }

    private static String number(long number) {
        return littleEndian(HexFormat.of().toHexDigits(number));
    }

    private static String littleEndian(String hex) {
        return HexFormat.of().toHexDigits(Long.reverseBytes(HexFormat.fromHexDigitsToLong(hex)));
    }

    record Player(
            @Member(1) int gold,
            @Member(2) PSortedMap<String, Integer> items,
            @Member(3) @Nullable String title,
            @Member(4) @NoChecksum String tip) {}
}
