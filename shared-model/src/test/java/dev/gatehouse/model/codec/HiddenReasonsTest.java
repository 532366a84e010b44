package dev.gatehouse.model.codec;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.proto.StoredMembers;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said of a stored value that a record's constructor refuses, and quotes.
class HiddenReasonsTest {

    static Stream<Arguments> hidden() {
        return Stream.of(
                Arguments.of(Vault.class, new Loose("s3cret"), "refused by Vault: "),
                Arguments.of(
                        House.class, new LooseHouse(List.of(new Loose("s3cret"))), "vaults[0]: refused by Vault: "),
                Arguments.of(Street.class, new LooseStreet(new Loose("mild"), 13), "refused by Street: "),
                Arguments.of(Room.class, new LooseRoom(new Loose("s3cret")), "chest: refused by Chest: "));
    }

    /// Of its own, of one further inside, and of one that it stands in.
    @ParameterizedTest
    @MethodSource("hidden")
    void saysNothingThatMayQuoteWhatOnlyTheServerKnows(Class<?> type, Record stored, String why) {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> ProtoCodec.of(type).decodeWhole(bytes(stored)))
                .withMessageStartingWith(why)
                .withMessageNotContainingAny("s3cret", "mild");
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> JsonCodec.of(type).decode(json(stored).text()))
                .withMessageStartingWith(why)
                .withMessageNotContainingAny("s3cret", "mild");
    }

    /// What cannot be secret, for whoever has to find out why: the record, and where in its constructor.
    @Test
    void saysWhichLineOfWhichConstructor() {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> ProtoCodec.of(Vault.class).decodeWhole(bytes(new Loose("s3cret"))))
                .withMessage("refused by Vault: IllegalArgumentException at " + lineOfTheVault());
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> ProtoCodec.of(Hoard.class).decodeWhole(bytes(new Loose("s3cret"))))
                .withMessageMatching("code: refused by Code: IllegalStateException at HiddenReasonsTest\\.java:\\d+");
    }

    /// As some machines are told to throw, to save time.
    @Test
    void saysNoLineOfWhatHasNone() {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> ProtoCodec.of(Quick.class).decodeWhole(bytes(new Loose("s3cret"))))
                .withMessage("refused by Quick: Traceless");
    }

    /// A migration reads members by their numbers, and nobody knows which of them were hidden.
    @Test
    void saysNothingOfItToAMigration() throws Exception {
        var stored = StoredMembers.of(bytes(new LooseRoom(new Loose("s3cret"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stored.get(1, Chest.class))
                .withMessageMatching(
                        "member 1: refused by Chest: IllegalArgumentException at HiddenReasonsTest\\.java:\\d+")
                .withNoCause();
    }

    @Test
    void saysWhatTheConstructorSaysWhereNothingIsHidden() {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> ProtoCodec.of(Chest.class).decodeWhole(bytes(new Loose("s3cret"))))
                .withMessage("code: s3cret");
    }

    private static <T extends Record> ByteString bytes(T stored) {
        return ProtoCodec.of(type(stored)).encodeToByteString(stored);
    }

    private static <T extends Record> JsonText json(T stored) {
        return new JsonText(JsonCodec.of(type(stored)).encode(stored));
    }

    @SuppressWarnings("unchecked") // A record's class is final.
    private static <T extends Record> Class<T> type(T stored) {
        return (Class<T>) stored.getClass();
    }

    private static String lineOfTheVault() {
        var thrown = catchThrowable(() -> new Vault("s3cret"));
        var constructor = Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(Vault.class.getName()))
                .findFirst()
                .orElseThrow();
        return "HiddenReasonsTest.java:" + constructor.getLineNumber();
    }

    private static void refuse(String code) {
        if (code.equals("s3cret")) {
            throw new IllegalArgumentException("code: " + code);
        }
    }

    record Loose(@Member(1) String code) {}

    record LooseHouse(@Member(1) List<Loose> vaults) {}

    record LooseStreet(@Member(1) Loose vault, @Member(2) int number) {}

    record LooseRoom(@Member(1) Loose chest) {}

    record Chest(@Member(1) String code) {
        Chest {
            refuse(code);
        }
    }

    record Vault(@Member(1) @ServerOnly String code) {
        Vault {
            refuse(code);
        }
    }

    record Hoard(@Member(1) @ServerOnly Code code) {}

    @Inline
    record Code(String value) {
        Code {
            if (value.equals("s3cret")) {
                throw new IllegalStateException(value);
            }
        }
    }

    record Quick(@Member(1) @ServerOnly String code) {
        Quick {
            if (code.equals("s3cret")) {
                throw new Traceless(code);
            }
        }
    }

    static final class Traceless extends RuntimeException {
        Traceless(String message) {
            super(message, null, false, false);
        }
    }

    record House(@Member(1) List<Vault> vaults) {}

    record Street(@Member(1) Vault vault, @Member(2) int number) {
        Street {
            if (number == 13) {
                throw new IllegalArgumentException("number 13 with " + vault);
            }
        }
    }

    record Room(@Member(1) @ServerOnly @Nullable Chest chest) {}
}
