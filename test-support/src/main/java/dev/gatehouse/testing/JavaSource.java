package dev.gatehouse.testing;

/// The text of a Java file without its comments and without what is inside its string and character literals.
///
/// @param code the same number of lines as the file
record JavaSource(String code) {

    private enum Part {
        CODE,
        STRING,
        CHARACTER,
        TEXT_BLOCK,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    static JavaSource of(String text) {
        var code = new StringBuilder(text.length());
        var part = Part.CODE;
        for (var i = 0; i < text.length(); i++) {
            var before = part;
            part = next(part, text, i);
            var closesOrOpens = part != before;
            if (text.charAt(i) == '\n') {
                code.append('\n');
            } else if (part == Part.CODE && before == Part.CODE) {
                code.append(text.charAt(i));
            }
            i += closesOrOpens ? markLength(before == Part.CODE ? part : before) - 1 : 0;
            i += part == before && isEscape(part, text, i) ? 1 : 0;
        }
        return new JavaSource(code.toString());
    }

    /// Lines that hold more than comments and spaces.
    long lines() {
        return code.lines().filter(line -> !line.isBlank()).count();
    }

    private static Part next(Part part, String text, int i) {
        return switch (part) {
            case CODE -> opened(text, i);
            case STRING -> text.charAt(i) == '"' ? Part.CODE : part;
            case CHARACTER -> text.charAt(i) == '\'' ? Part.CODE : part;
            case TEXT_BLOCK -> text.startsWith("\"\"\"", i) ? Part.CODE : part;
            case LINE_COMMENT -> text.charAt(i) == '\n' ? Part.CODE : part;
            case BLOCK_COMMENT -> text.startsWith("*/", i) ? Part.CODE : part;
        };
    }

    private static Part opened(String text, int i) {
        if (text.startsWith("//", i)) {
            return Part.LINE_COMMENT;
        }
        if (text.startsWith("/*", i)) {
            return Part.BLOCK_COMMENT;
        }
        if (text.startsWith("\"\"\"", i)) {
            return Part.TEXT_BLOCK;
        }
        return switch (text.charAt(i)) {
            case '"' -> Part.STRING;
            case '\'' -> Part.CHARACTER;
            default -> Part.CODE;
        };
    }

    private static int markLength(Part part) {
        return switch (part) {
            case TEXT_BLOCK -> 3;
            case BLOCK_COMMENT -> 2;
            case CODE, STRING, CHARACTER, LINE_COMMENT -> 1;
        };
    }

    private static boolean isEscape(Part part, String text, int i) {
        var literal = part == Part.STRING || part == Part.CHARACTER || part == Part.TEXT_BLOCK;
        return literal && text.charAt(i) == '\\';
    }
}
