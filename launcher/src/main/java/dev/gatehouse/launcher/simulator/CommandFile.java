package dev.gatehouse.launcher.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// A file that lines are appended to: each is read once, when its end is there, and what stood in
/// the file before as well. A file that no longer begins with what was read is another one, and
/// read from its beginning; one that is not there is empty. One thread at a time.
public final class CommandFile {

    /// Of what was appended since the last look, no more than this is read at once.
    private static final int MAX_BYTES = 64 * 1024;

    private final Path file;
    private long read;
    /// Of the bytes that were read.
    private byte[] digest;

    public CommandFile(Path file) {
        this.file = file;
        this.digest = sha256().digest();
    }

    /// The lines that have come since this was asked last.
    ///
    /// @throws IOException if the file cannot be read, or a line is longer than 64 KiB
    public List<String> newLines() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var begun = digestOf(channel, read);
            if (!Arrays.equals(copy(begun).digest(), digest)) {
                begun = sha256();
                read = 0;
            }
            var bytes = ByteBuffer.allocate((int) Math.min(MAX_BYTES, channel.size() - read));
            while (bytes.hasRemaining() && channel.read(bytes, read + bytes.position()) >= 0) {
                // Until it is full or the file ends.
            }
            int whole = lastLineEnd(bytes);
            if (whole == 0 && bytes.position() == MAX_BYTES) {
                throw new IOException(file + " has a line of more than " + MAX_BYTES + " bytes");
            }
            begun.update(bytes.array(), 0, whole);
            digest = begun.digest();
            read += whole;
            return new String(bytes.array(), 0, whole, UTF_8).lines().toList();
        } catch (NoSuchFileException _) {
            read = 0;
            digest = sha256().digest();
            return List.of();
        }
    }

    /// Of as many bytes from the beginning; of all where there are fewer.
    private static MessageDigest digestOf(FileChannel channel, long length) throws IOException {
        var all = sha256();
        var bytes = ByteBuffer.allocate((int) Math.min(MAX_BYTES, length));
        long at = 0;
        while (at < length) {
            bytes.clear().limit((int) Math.min(bytes.capacity(), length - at));
            int count = channel.read(bytes, at);
            if (count < 0) {
                break;
            }
            all.update(bytes.array(), 0, count);
            at += count;
        }
        return all;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lastLineEnd(ByteBuffer bytes) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }
}
