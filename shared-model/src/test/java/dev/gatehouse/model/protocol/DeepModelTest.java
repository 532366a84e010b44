package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A model that may be stored can also be told to clients, however deep it is.
class DeepModelTest {

    private static final StorableModel MODEL = StorableModel.of(Box.class);

    @Test
    void fitsIntoAPatch() throws DecodeException {
        var deepest = deepest();
        var json = (Encoded.Json) EncodedValues.encode(Encoding.JSON, Box.class, deepest, Audience.CLIENT);
        var patch = JsonPatches.replacing(new JsonText(json.text()));
        var frame = new ServerFrame(1L, null, new ModelPatch(1, patch));
        var codec = FrameCodec.of(Encoding.JSON);

        assertThat(codec.decodeServer(codec.encode(frame).toByteArray())).isEqualTo(frame);
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.check(new Box(deepest)));
        MODEL.under(0).check(new Box(deepest));
    }

    private static Box deepest() {
        var box = new Box(null);
        for (int depth = 1; depth < 56; depth++) {
            box = new Box(box);
        }
        MODEL.check(box);
        return box;
    }

    record Box(@Member(1) @Nullable Box inner) {}
}
