package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.proto.ProtoSchema;
import dev.gatehouse.model.docs.DocsFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ProtocolExportTest {

    private static final String FILE = "protocol/gatehouse.proto";

    @Test
    void isWhatTheDocsOfferToOtherLanguages() throws IOException {
        var exported = ProtoSchema.export("gatehouse.v1", ClientFrame.class, ServerFrame.class);
        if (GoldenFiles.WRITE) {
            Files.writeString(DocsFolder.file(FILE), exported);
        }

        assertThat(DocsFolder.page(FILE)).isEqualTo(exported);
    }
}
