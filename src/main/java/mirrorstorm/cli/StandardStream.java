package mirrorstorm.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the program's standard streams, as a terminal may be trusted with it: what files, names and arguments bring
 * along of control characters and of characters that turn the direction of text is shown, {@code \\u001b}, and not
 * sent. (In a text of JSON this is the same character.) It also remembers that it could not be written to, which a
 * {@link PrintStream} keeps to itself.
 */
final class StandardStream extends FilterOutputStream {

    private static final int DELETE = 0x7f;
    private static final int LONGEST = 3;

    private final byte[] pending = new byte[LONGEST];
    private int pendingCount;
    private Optional<IOException> failure = Optional.empty();

    private StandardStream(OutputStream out) {
        super(out);
    }

    /** For results, which may be large: written when there is a buffer full, and at the end. */
    static Printing ofResults(OutputStream out) {
        return over(out, false);
    }

    /** For messages, which are to be seen at once. */
    static Printing ofMessages(OutputStream err) {
        return over(err, true);
    }

    private static Printing over(OutputStream out, boolean isFlushedAtOnce) {
        return out instanceof Printing printing ? printing : new Printing(new StandardStream(out), isFlushedAtOnce);
    }

    /** Prints on a standard stream, in UTF-8. */
    static final class Printing extends PrintStream {
        private final StandardStream stream;

        private Printing(StandardStream stream, boolean isFlushedAtOnce) {
            super(stream, isFlushedAtOnce, StandardCharsets.UTF_8);
            this.stream = stream;
        }

        /** Why it could not be written to; empty if it could, or if who read it has gone away, as {@code head} does. */
        Optional<String> failure() {
            flush();
            Optional<String> known = stream.failure.map(each -> String.valueOf(each.getMessage()));
            if (known.isEmpty() && stream.out instanceof PrintStream below && below.checkError()) {
                return Optional.of(OptionProblems.TEXTS.text("output.refused"));
            }
            return known.filter(message -> !isClosedPipe(message));
        }

        private static boolean isClosedPipe(String message) {
            String lower = message.toLowerCase(Locale.ROOT);
            return lower.contains("broken pipe") || lower.contains("pipe is being closed");
        }
    }

    @Override
    public void write(int value) throws IOException {
        int octet = value & 0xff;
        boolean isContinuation = (octet & 0xc0) == 0x80;
        if (pendingCount > 0 && !isContinuation) {
            passPending();
        }
        if (pendingCount > 0 || mayBegin(octet)) {
            pending[pendingCount++] = (byte) octet;
            if (pendingCount == length(pending[0])) {
                showOrPassPending();
            }
        } else if ((octet < ' ' && octet != '\n' && octet != '\t') || octet == DELETE) {
            show(octet);
        } else {
            pass(octet);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int plain = from;
        for (int i = from; i < from + length; i++) {
            boolean isPlain = pendingCount == 0 && ((bytes[i] >= ' ' && bytes[i] < DELETE) || bytes[i] == '\n');
            if (!isPlain) {
                pass(bytes, plain, i - plain);
                write(bytes[i]);
                plain = i + 1;
            }
        }
        pass(bytes, plain, from + length - plain);
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    /** First bytes of characters among which some are not to be sent: C1, U+061C, U+200E to U+2069, U+FEFF. */
    private static boolean mayBegin(int octet) {
        return octet == 0xc2 || octet == 0xd8 || octet == 0xe2 || octet == 0xef;
    }

    private static int length(byte first) {
        return (first & 0xff) < 0xe0 ? 2 : LONGEST;
    }

    private void showOrPassPending() throws IOException {
        int character = new String(pending, 0, pendingCount, StandardCharsets.UTF_8).charAt(0);
        if (isHarmful(character)) {
            pendingCount = 0;
            show(character);
        } else {
            passPending();
        }
    }

    private static boolean isHarmful(int character) {
        return (character >= 0x80 && character < 0xa0)
                || character == 0x61c
                || character == 0x200e
                || character == 0x200f
                || (character >= 0x2028 && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0xfeff;
    }

    private void passPending() throws IOException {
        int count = pendingCount;
        pendingCount = 0;
        pass(pending, 0, count);
    }

    private void show(int character) throws IOException {
        byte[] shown = String.format(Locale.ROOT, "\\u%04x", character).getBytes(StandardCharsets.US_ASCII);
        pass(shown, 0, shown.length);
    }

    private void pass(int octet) throws IOException {
        try {
            out.write(octet);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private void pass(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private IOException remembered(IOException e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        return e;
    }
}
