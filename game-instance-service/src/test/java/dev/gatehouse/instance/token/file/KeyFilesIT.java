package dev.gatehouse.instance.token.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.token.KeyWatch;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.SigningKeys.Rules;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.testing.TestTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesIT {

    private static final Duration EVERY = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final TestTime time = new TestTime();
    private int generations;

    @Test
    void takesNewKeysFromASecretThatKubernetesSwaps() throws Exception {
        var old = key("old").toJSONString();
        mount(Map.of("old.jwk", old, "notes.txt", "no key"));
        var rules = new Rules("issuer", Duration.ofMinutes(10), Duration.ofHours(1));
        var readings = new ArrayList<Boolean>();
        var keys = new KeyWatch(new KeyFiles(folder), rules, time, readings::add);
        var tokens = new PartnerTokens(keys, Duration.ofMinutes(30), () -> "token");
        var _ = keys.start(time.executor(), EVERY);

        time.passes(Duration.ofDays(1));
        assertThat(tokens.jwks()).contains("old");
        mount(Map.of("old.jwk", old, "new.jwk", key("new").toJSONString()));
        time.passes(EVERY);
        assertThat(tokens.jwks()).contains("old", "new");
        assertThat(signer(tokens)).isEqualTo("old");

        mount(Map.of("old.jwk", old, "new.jwk", "{\"kty\":\"EC\",\"d\":\"half a ke"));
        time.passes(Duration.ofMinutes(10));
        assertThat(readings.getLast()).isFalse();
        assertThat(signer(tokens)).isEqualTo("new");
    }

    @Test
    void readsASetOfKeysFromOneFile() throws Exception {
        var set = new JWKSet(List.of(key("one"), key("two")));
        var file = Files.writeString(folder.resolve("partner"), set.toString(false));

        assertThat(new KeyFiles(file).read())
                .extracting(PartnerSigningKey::name)
                .containsExactly("one", "two");
    }

    @Test
    void namesTheFileAndNothingInIt() throws Exception {
        var secret = new RSAKeyGenerator(2048).keyID("rsa").generate();
        Files.writeString(folder.resolve("bad.jwk"), secret.toJSONString());
        Files.writeString(folder.resolve("large"), "x".repeat(64 * 1024 + 1));

        assertThatThrownBy(() -> new KeyFiles(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bad.jwk: key: ")
                .hasMessageNotContaining(secret.getPrivateExponent().toString());
        assertThatThrownBy(() -> new KeyFiles(folder.resolve("large")).read()).hasMessageContaining("too large");
        assertThatThrownBy(() -> new KeyFiles(folder.resolve("none")).read()).isInstanceOf(IOException.class);
    }

    private String signer(PartnerTokens tokens) throws Exception {
        var ticket =
                tokens.mintTicket(InstanceExamples.ALICE, InstanceExamples.GAME, InstanceExamples.ID, time.instant());
        return SignedJWT.parse(ticket).getHeader().getKeyID();
    }

    /// Puts files into the folder as the kubelet does: a new folder beside the one before, one link that points
    /// from the one to the other at once, and a link through it for each name.
    private void mount(Map<String, String> files) throws IOException {
        var data = Files.createDirectory(folder.resolve("..generation_" + generations++));
        for (var file : files.entrySet()) {
            Files.writeString(data.resolve(file.getKey()), file.getValue());
        }
        var link = Files.createSymbolicLink(folder.resolve("..data_tmp"), data.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        for (var name : files.keySet()) {
            if (Files.notExists(folder.resolve(name))) {
                Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
            }
        }
    }

    private ECKey key(String name) throws Exception {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(name)
                .issueTime(Date.from(time.instant()))
                .generate();
    }
}
