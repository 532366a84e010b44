package dev.gatehouse.session.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredSessionTest {

    private static final ProtoCodec<StoredSession> CODEC = ProtoCodec.of(StoredSession.class);
    private static final StoredSession PAUSED = new StoredSession(
            new SessionId("s-1"),
            null,
            Encoding.PROTO,
            new NodeId("proxy-1"),
            3,
            4,
            ByteString.copyFromUtf8("hash"),
            null,
            7,
            1_000_000,
            null,
            Standing.NONE,
            500_000,
            new StoredPlayTime(100_000, 40, 3_000, 0, 90_000, 30),
            new Part(3, true, false),
            List.of(new GameInstance(
                    InstanceEvent.ENDED,
                    new InstanceId("gi-1"),
                    null,
                    null,
                    null,
                    new JsonText("{\"why\":\"over\"}"))));

    /// As it was before a pause was stored.
    record Earlier(
            @Member(1) SessionId id,
            @Member(3) Encoding encoding,
            @Member(4) NodeId proxy,
            @Member(5) long firstEpoch,
            @Member(6) long epoch,
            @Member(7) ByteString tokenHash,
            @Member(9) long received,
            @Member(10) long until,
            @Member(12) Standing standing) {}

    @Test
    void keepsUntilWhenItsClientMayBeAway() throws DecodeException {
        assertThat(CODEC.decode(CODEC.encodeToByteString(PAUSED))).isEqualTo(PAUSED);
        assertThat(PAUSED.anew(5, 9).pausedUntil()).isEqualTo(500_000);
        assertThat(PAUSED.anew(5, 9).part()).isEqualTo(PAUSED.part());
        assertThat(PAUSED.anew(5, 9).partings()).isEqualTo(PAUSED.partings());
    }

    @Test
    void readsARecordFromBeforePausesWereStored() throws DecodeException {
        var earlier = new Earlier(
                PAUSED.id(), PAUSED.encoding(), PAUSED.proxy(), 3, 4, PAUSED.tokenHash(), 7, 1_000_000, Standing.NONE);

        var read = CODEC.decode(ProtoCodec.of(Earlier.class).encodeToByteString(earlier));

        assertThat(read.pausedUntil()).isZero();
        assertThat(read.received()).isEqualTo(7);
        assertThat(read.part()).isEqualTo(Part.ONLY);
        assertThat(read.partings()).isEmpty();
    }
}
