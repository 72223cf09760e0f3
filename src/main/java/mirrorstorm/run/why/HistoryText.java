package mirrorstorm.run.why;

import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.LogEntry;

/** What happened to something, in words. */
final class HistoryText {

    private static final VolumeState[] VOLUME_STATES = VolumeState.values();
    private static final NodeState[] NODE_STATES = NodeState.values();

    private HistoryText() {}

    static List<Card.Dated> of(List<LogEntry> history) {
        return history.stream()
                .flatMap(entry -> text(entry).stream().map(text -> new Card.Dated(entry.timeNanos(), text)))
                .toList();
    }

    private static Optional<String> text(LogEntry entry) {
        int detail = entry.detail();
        return switch (entry.change()) {
            case NODE_STATE -> Optional.of(CardMessages.text("history.node." + NODE_STATES[detail]));
            case NODE_QUARANTINE ->
                Optional.of(CardMessages.text(detail == 1 ? "history.quarantine" : "history.quarantine.over"));
            case NODE_JOINED -> Optional.of(CardMessages.text("history.joined"));
            // a claim says it with its node
            case VOLUME_STATE ->
                VOLUME_STATES[detail] == VolumeState.COPYING
                        ? Optional.empty()
                        : Optional.of(CardMessages.text("history.volume." + VOLUME_STATES[detail]));
            case SPACE_CLAIMED -> Optional.of(CardMessages.text("history.claimed", detail));
            case COPY_STARTED -> Optional.of(CardMessages.text("history.copying", detail));
            case COPY_FINISHED -> Optional.of(CardMessages.text("history.copied", detail));
            case ELECTION_PENDING ->
                Optional.of(CardMessages.text(detail == 1 ? "history.election" : "history.elected"));
            case INTERVENTION -> Optional.empty();
        };
    }
}
