package dev.gatehouse.launcher.simulator.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an HTTP/1.1 message begins with.
///
/// @param firstLine the request line, or the status line
record HttpHead(String firstLine, List<Header> headers) {

    private static final int MAX_BYTES = 32 * 1024;
    private static final String END = "\r\n\r\n";

    record Header(String name, String value) {

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }

        /// Leaves out the value, which may be a token.
        @Override
        public String toString() {
            return name;
        }
    }

    HttpHead {
        headers = List.copyOf(headers);
    }

    /// Reads to its end and no further. Blocks.
    ///
    /// @throws IOException if it ends too early, is too long or has a header without a colon
    static HttpHead read(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.length() < END.length() || text.indexOf(END, text.length() - END.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the head ends after " + text.length() + " bytes");
            }
            text.append((char) next);
            if (text.length() > MAX_BYTES) {
                throw new IOException("the head: more than " + MAX_BYTES + " bytes");
            }
        }
        var lines = text.substring(0, text.length() - END.length()).split("\r\n", -1);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            headers.add(header(lines[i]));
        }
        return new HttpHead(lines[0], headers);
    }

    private static Header header(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IOException("a header without a name");
        }
        return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    Optional<String> value(String name) {
        return headers.stream()
                .filter(each -> each.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    /// Whether it asks for a WebSocket at this path.
    boolean isUpgrade(String path) {
        var words = firstLine.split(" ", -1);
        return words.length == 3
                && words[1].equals(path)
                && value("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    /// The status of an answer; 0 where it is none.
    int status() {
        var words = firstLine.split(" ", -1);
        return words.length > 1 && words[1].matches("[1-5][0-9][0-9]") ? Integer.parseInt(words[1]) : 0;
    }

    HttpHead without(Set<String> names) {
        return new HttpHead(
                firstLine,
                headers.stream()
                        .filter(each -> names.stream().noneMatch(each::isNamed))
                        .toList());
    }

    HttpHead with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpHead(firstLine, more);
    }

    void write(OutputStream out) throws IOException {
        var text = new StringBuilder(firstLine).append("\r\n");
        headers.forEach(each ->
                text.append(each.name()).append(": ").append(each.value()).append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(ISO_8859_1));
        out.flush();
    }
}
