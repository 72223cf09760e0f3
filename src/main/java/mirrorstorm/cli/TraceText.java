package mirrorstorm.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;
import mirrorstorm.model.VolumeState;

/** The trace of a run as text: one line a change, {@code timeNanos,change,subject,detail}, states by name. */
final class TraceText implements StateChangeListener {

    private static final String HEAD = "timeNanos,change,subject,detail\n";

    private final OutputStream out;

    /** @throws IOException if nothing can be written to {@code out} */
    TraceText(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws UncheckedIOException if the line cannot be written */
    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        String named =
                switch (change) {
                    case NODE_STATE -> NodeState.values()[detail].name();
                    case VOLUME_STATE -> VolumeState.values()[detail].name();
                    default -> Integer.toString(detail);
                };
        String line = timeNanos + "," + kebab(change.name()) + "," + subject + "," + kebab(named) + "\n";
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
