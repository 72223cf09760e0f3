package mirrorstorm.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Why a text is no JSON: the key of a sentence in {@code problems.properties}, and what fills it. Found by looking at
 * the character that the parser stumbled over and at what stands before it.
 */
record JsonFault(String key, String argument) {

    JsonFault(String key) {
        this(key, "");
    }

    /**
     * What is wrong at {@code offset}.
     *
     * @param offset of the first character that cannot stand where it stands; at the end of the text, that ends early
     */
    static JsonFault at(String text, int offset) {
        Before before = new Before(text, Math.min(offset, text.length()));
        if (before.isInText && offset < text.length()) {
            return inText(text, offset);
        } else if (offset >= text.length() || text.substring(offset).isBlank()) {
            return new JsonFault("json.ends", before.missing());
        }
        char found = text.charAt(offset);
        char left = offset > 0 ? text.charAt(offset - 1) : ' ';
        if (found == '\'') {
            return new JsonFault("json.singleQuote");
        } else if (found == '#') {
            return new JsonFault("json.comment");
        } else if (Character.isDigit(left) && Character.isLetter(found) && found != 'e' && found != 'E') {
            return new JsonFault("json.unit");
        } else if (isBrokenNumber(left, found) || text.startsWith("NaN", offset - "NaN".length())) {
            return new JsonFault("json.number");
        }
        return between(found, before);
    }

    private static JsonFault inText(String text, int offset) {
        boolean isEscape = offset > 0 && offset < text.length() && text.charAt(offset - 1) == '\\';
        return isEscape ? new JsonFault("json.escape", printable(text.charAt(offset))) : new JsonFault("json.openText");
    }

    private static JsonFault between(char found, Before before) {
        boolean isClosing = found == '}' || found == ']';
        if (found == ',' || (isClosing && before.last == ',')) {
            return new JsonFault("json.comma");
        } else if (isClosing) {
            return new JsonFault(before.last == ':' ? "json.noValue" : "json.bracket", String.valueOf(found));
        } else if (before.isName()) {
            return new JsonFault("json.colon");
        } else if (",{[:".indexOf(before.last) < 0 && before.last != Before.NOTHING) {
            return new JsonFault("json.missingComma");
        } else if (Character.isLetter(found) || found == '_') {
            return new JsonFault("json.quotes");
        }
        return new JsonFault("json.unexpected", printable(found));
    }

    private static boolean isBrokenNumber(char left, char found) {
        boolean goesOn = Character.isDigit(left) && (Character.isDigit(found) || "eE".indexOf(found) >= 0);
        return goesOn || ".+-".indexOf(left) >= 0 || ".+-".indexOf(found) >= 0;
    }

    private static String printable(char found) {
        boolean isInvisible = Character.isISOControl(found) || Character.isSurrogate(found);
        return isInvisible ? String.format(Locale.ROOT, "U+%04X", (int) found) : String.valueOf(found);
    }

    /** What stands before an offset, comments and white space aside. */
    private static final class Before {

        static final char NOTHING = 0;

        /** More brackets than this are not listed. */
        private static final int MISSING_MAX = 10;

        private final Deque<Character> open = new ArrayDeque<>();
        private char last = NOTHING;
        private char beforeLast = NOTHING;
        private boolean isInText;
        private boolean isInComment;

        Before(String text, int offset) {
            int i = 0;
            while (i < offset) {
                char c = text.charAt(i);
                if (isInText) {
                    isInText = c != '"' && c != '\n';
                    i += c == '\\' && i + 1 < offset ? 2 : 1;
                } else if (text.startsWith("//", i)) {
                    i = end(text.indexOf('\n', i), offset);
                } else if (text.startsWith("/*", i)) {
                    int close = text.indexOf("*/", i + 2);
                    isInComment = close < 0;
                    i = end(close + 2, offset);
                } else {
                    see(c);
                    i++;
                }
            }
        }

        private static int end(int index, int offset) {
            return index < 2 || index > offset ? offset : index;
        }

        private void see(char c) {
            if (Character.isWhitespace(c)) {
                return;
            }
            beforeLast = last;
            last = c;
            isInText = c == '"';
            if (c == '{' || c == '[') {
                open.push(c);
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.pop();
            }
        }

        /** What would have to follow for the text to be whole. */
        String missing() {
            StringBuilder missing = new StringBuilder(isInComment ? "*/" : isInText ? "\"" : "");
            open.stream().limit(MISSING_MAX).forEach(bracket -> missing.append(bracket == '{' ? '}' : ']'));
            return missing.toString();
        }

        /** Whether the last thing is the name of a field. */
        boolean isName() {
            boolean isInObject = !open.isEmpty() && open.peek() == '{';
            return last == '"' && isInObject && (beforeLast == '{' || beforeLast == ',');
        }
    }
}
