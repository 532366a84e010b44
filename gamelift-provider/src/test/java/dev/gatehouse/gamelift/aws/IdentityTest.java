package dev.gatehouse.gamelift.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;

/// The AWS SDK finds only identities that it has the modules for.
class IdentityTest {

    @Test
    void readsTheTokenOfAServiceAccount(@TempDir Path folder) {
        Path token = folder.resolve("token");
        try (var identity = WebIdentityTokenFileCredentialsProvider.builder()
                .roleArn("arn:aws:iam::111122223333:role/gatehouse")
                .webIdentityTokenFile(token)
                .build()) {

            assertThatThrownBy(identity::resolveCredentials).hasStackTraceContaining(token.toString());
        }
    }
}
