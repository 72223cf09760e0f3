package mirrorstorm.picture;

import java.util.Locale;
import mirrorstorm.model.Change;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.compare.Parting;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Texts;

/** Changes of a run's state as people read them, and where two runs part. */
public final class ChangeText {

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    private ChangeText() {}

    /** Such as {@code node 12 crashes}. */
    public static String of(Change change, int subject, int detail) {
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

    private static String key(Change change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a variant parts from the first, in a sentence. */
    public static String parting(int variant, Parting.Moment moment) {
        String time = TimeText.sinceStart(moment.timeNanos());
        String letter = VariantLook.letter(variant);
        String first = moment.inOne().map(ChangeText::of).orElse("");
        String other = moment.inOther().map(ChangeText::of).orElse("");
        if (first.isEmpty()) {
            return TEXTS.text("parting.other", letter, time, other);
        }
        return other.isEmpty()
                ? TEXTS.text("parting.first", letter, time, first)
                : TEXTS.text("parting.both", letter, time, other, first);
    }

    /** That a variant does not part from the first. */
    public static String noParting(int variant, java.time.Duration horizon) {
        return TEXTS.text("parting.none", VariantLook.letter(variant), Durations.format(horizon));
    }

    private static String of(Parting.Step step) {
        return of(step.change(), step.subject(), step.detail());
    }
}
