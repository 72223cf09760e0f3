package mirrorstorm.picture.text;

import java.util.Locale;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.run.compare.FirstDivergence;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;

/** Changes of a run's state as people read them, and where two runs part. */
public final class ChangeText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private ChangeText() {}

    /** Such as {@code node 12 crashes}. */
    public static String of(StateChange change, int subject, int detail) {
        String number = Integer.toString(subject);
        return switch (change) {
            case NODE_STATE -> TEXTS.text("change.node." + NodeState.values()[detail], number);
            case VOLUME_STATE -> TEXTS.text("change.volume." + VolumeState.values()[detail], number);
            case NODE_QUARANTINE, ELECTION_PENDING ->
                TEXTS.text("change." + key(change) + (detail == 1 ? ".begins" : ".ends"), number);
            case NODE_JOINED, SPACE_CLAIMED, COPY_STARTED, COPY_FINISHED, INTERVENTION ->
                TEXTS.text("change." + key(change), number, Integer.toString(detail));
        };
    }

    private static String key(StateChange change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a variant parts from the first, in a sentence. */
    public static String divergence(int variant, FirstDivergence.Divergence moment) {
        String time = TimeText.sinceStart(moment.timeNanos());
        String letter = VariantStyle.letter(variant);
        String first = moment.inOne().map(ChangeText::of).orElse("");
        String other = moment.inOther().map(ChangeText::of).orElse("");
        if (first.isEmpty()) {
            return TEXTS.text("divergence.other", letter, time, other);
        }
        return other.isEmpty()
                ? TEXTS.text("divergence.first", letter, time, first)
                : TEXTS.text("divergence.both", letter, time, other, first);
    }

    /** That a variant does not part from the first. */
    public static String noDivergence(int variant, java.time.Duration horizon) {
        return TEXTS.text("divergence.none", VariantStyle.letter(variant), Durations.format(horizon));
    }

    private static String of(FirstDivergence.Step step) {
        return of(step.change(), step.subject(), step.detail());
    }
}
