package dev.gatehouse.session.player.desync;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that it takes to play a desync again, as the client could see it: nothing in it is `@ServerOnly`.
///
/// @param snapshot the player before the last steps; empty where that is too large
/// @param entries what led from there to where both sides still agreed
/// @param flush the number of the client's flush, and
/// @param ops its steps
/// @param op the index of the step after which the two sides differ, where the client said a checksum for each; else
///     of the last
/// @param client the client's checksum after that step
/// @param server ours
/// @param model the client's, once it has been reported
/// @param differences between ours and that one
public record DesyncBundle(
        @Member(1) GameId gameId,
        @Member(2) PlayerId playerId,
        @Member(3) SessionId sessionId,
        @Member(4) int logicVersion,
        @Member(5) Instant at,
        @Member(6) ByteString snapshot,
        @Member(7) List<ByteString> entries,
        @Member(8) long flush,
        @Member(9) List<Op> ops,
        @Member(10) int op,
        @Member(11) String client,
        @Member(12) String server,
        @Member(13) @Nullable Encoded model,
        @Member(14) List<MemberDifference> differences) {

    /// Larger ones are kept without the client's model, without what it takes to play them again, or not at all.
    public static final int MOST_BYTES = 1024 * 1024;

    private static final ProtoCodec<DesyncBundle> CODEC = ProtoCodec.of(DesyncBundle.class);

    /// A member that differs.
    ///
    /// @param path a JSON pointer (RFC 6901)
    /// @param server absent where there is nothing
    /// @param client absent where there is nothing
    public record MemberDifference(
            @Member(1) String path,
            @Member(2) @Nullable JsonText server,
            @Member(3) @Nullable JsonText client) {}

    /// Unique for its player; a later one sorts after an earlier one.
    public String id() {
        return "%013d-%d".formatted(at.toEpochMilli(), flush);
    }

    DesyncBundle reported(Encoded theirs, List<MemberDifference> found) {
        return with(snapshot, entries, theirs, found);
    }

    DesyncBundle withoutModel() {
        return with(snapshot, entries, null, differences);
    }

    /// What differs, and the steps that led there, of a player who is too large to be kept with them.
    DesyncBundle withoutPlayer() {
        return with(ByteString.EMPTY, List.of(), null, differences);
    }

    /// Whether it has the player that its steps were taken on.
    public boolean canBePlayed() {
        return !snapshot.isEmpty();
    }

    private DesyncBundle with(
            ByteString from, List<ByteString> since, @Nullable Encoded theirs, List<MemberDifference> found) {
        return new DesyncBundle(
                gameId,
                playerId,
                sessionId,
                logicVersion,
                at,
                from,
                since,
                flush,
                ops,
                op,
                client,
                server,
                theirs,
                found);
    }

    public ByteString encode() {
        return CODEC.encodeToByteString(this);
    }

    /// @throws DecodeException if it is none
    public static DesyncBundle decode(ByteString bytes) throws DecodeException {
        return CODEC.decode(bytes);
    }
}
