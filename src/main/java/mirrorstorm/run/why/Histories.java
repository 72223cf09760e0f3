package mirrorstorm.run.why;

import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Happening;

/** What happened to something, in words. */
final class Histories {

    private static final VolumeState[] VOLUME_STATES = VolumeState.values();
    private static final NodeState[] NODE_STATES = NodeState.values();

    private Histories() {}

    static List<Card.Dated> of(List<Happening> history) {
        return history.stream()
                .flatMap(happening -> text(happening).stream().map(text -> new Card.Dated(happening.timeNanos(), text)))
                .toList();
    }

    private static Optional<String> text(Happening happening) {
        int detail = happening.detail();
        return switch (happening.change()) {
            case NODE_STATE -> Optional.of(WhyWords.text("history.node." + NODE_STATES[detail]));
            case NODE_QUARANTINE ->
                Optional.of(WhyWords.text(detail == 1 ? "history.quarantine" : "history.quarantine.over"));
            case NODE_JOINED -> Optional.of(WhyWords.text("history.joined"));
            // a claim says it with its node
            case VOLUME_STATE ->
                VOLUME_STATES[detail] == VolumeState.COPYING
                        ? Optional.empty()
                        : Optional.of(WhyWords.text("history.volume." + VOLUME_STATES[detail]));
            case SPACE_CLAIMED -> Optional.of(WhyWords.text("history.claimed", detail));
            case COPY_STARTED -> Optional.of(WhyWords.text("history.copying", detail));
            case COPY_FINISHED -> Optional.of(WhyWords.text("history.copied", detail));
            case ELECTION_PENDING -> Optional.of(WhyWords.text(detail == 1 ? "history.election" : "history.elected"));
            case INTERVENTION -> Optional.empty();
        };
    }
}
