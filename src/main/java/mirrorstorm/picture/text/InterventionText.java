package mirrorstorm.picture.text;

import java.time.Duration;
import java.util.Locale;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.picture.Ink;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.scenario.InterventionMessages;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Rates;

/** What is done to a cluster, in as few words as fit beside a flag: {@code flag.NAME} of the bundle. */
public final class InterventionText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final InterventionMessages LABELS = new InterventionMessages(TEXTS, "flag", new FlagWords());

    private InterventionText() {}

    /** Its flag's colour. */
    public static Ink ink(Intervention intervention) {
        return intervention.isTrigger() ? Ink.TRIGGER_FLAG : Ink.OPERATOR_FLAG;
    }

    /** Such as {@code isolate 27.7 % of nodes}. */
    public static String of(Intervention intervention) {
        return LABELS.of(intervention);
    }

    /** Values in few words. */
    private static final class FlagWords implements InterventionMessages.ValueWords {

        @Override
        public String target(NodeTarget target) {
            if (target instanceof NodeTarget.Share share) {
                return TEXTS.text("target.share", NumberText.percent(share.share()));
            }
            if (target instanceof NodeTarget.Racks racks) {
                return racks.racks().size() == 1
                        ? TEXTS.text("target.rack", racks.racks().get(0).toString())
                        : TEXTS.text("target.racks", count(racks.racks().size()));
            }
            if (target instanceof NodeTarget.Nodes nodes) {
                return nodes.nodes().size() == 1
                        ? TEXTS.text("target.node", nodes.nodes().get(0).toString())
                        : TEXTS.text("target.nodes", count(nodes.nodes().size()));
            }
            return TEXTS.text("target.all");
        }

        @Override
        public String span(Duration duration) {
            return Sentences.span(duration.toNanos());
        }

        @Override
        public String count(int count) {
            return NumberText.count(count);
        }

        @Override
        public String rate(Rate rate) {
            return Rates.format(rate);
        }

        @Override
        public String share(double share) {
            return NumberText.percent(share);
        }

        @Override
        public String api(RequestKind api) {
            return api.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String setting(Lever lever, Object value) {
            return lever.format(value);
        }
    }
}
