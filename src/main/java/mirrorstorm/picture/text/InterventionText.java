package mirrorstorm.picture.text;

import java.util.Locale;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RequestKind;
import mirrorstorm.picture.Ink;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.MessageBundle;

/** What is done to a cluster, in as few words as fit beside a flag. */
public final class InterventionText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private InterventionText() {}

    /** Whether it harms the cluster, rather than being something an operator does about the harm. */
    public static boolean isTrigger(Intervention intervention) {
        return intervention instanceof Intervention.Isolate
                || intervention instanceof Intervention.Crash
                || intervention instanceof Intervention.PowerLoss
                || intervention instanceof Intervention.Destroy
                || intervention instanceof Intervention.Leak;
    }

    /** Its flag's colour. */
    public static Ink ink(Intervention intervention) {
        return isTrigger(intervention) ? Ink.TRIGGER_FLAG : Ink.OPERATOR_FLAG;
    }

    /** Such as {@code isolate 27.7 % of nodes}. */
    public static String of(Intervention intervention) {
        if (intervention instanceof Intervention.Isolate isolate) {
            return TEXTS.text("flag.isolate", target(isolate.target()));
        }
        if (intervention instanceof Intervention.Crash crash) {
            return TEXTS.text("flag.crash", target(crash.target()));
        }
        if (intervention instanceof Intervention.PowerLoss loss) {
            return TEXTS.text("flag.powerLoss", target(loss.target()));
        }
        if (intervention instanceof Intervention.Leak leak) {
            return TEXTS.text("flag.leak", target(leak.target()));
        }
        if (intervention instanceof Intervention.Restart restart) {
            return TEXTS.text("flag.restart", target(restart.target()));
        }
        if (intervention instanceof Intervention.Destroy destroy) {
            return TEXTS.text("flag.destroy", target(destroy.target()));
        }
        if (intervention instanceof Intervention.AddNodes add) {
            return add.count() == 1
                    ? TEXTS.text("flag.addNode")
                    : TEXTS.text("flag.addNodes", NumberText.count(add.count()));
        }
        if (intervention instanceof Intervention.DisableApi disable) {
            return TEXTS.text("flag.disableApi", kebab(disable.api()));
        }
        if (intervention instanceof Intervention.EnableApi enable) {
            return TEXTS.text("flag.enableApi", kebab(enable.api()));
        }
        if (intervention instanceof Intervention.Set set) {
            return Levers.find(set.lever())
                    .map(lever -> TEXTS.text("flag.set", lever.title(), lever.format(set.value())))
                    .orElse(set.lever());
        }
        return TEXTS.text(wordless(intervention));
    }

    /** The key of what is said in the same words each time: the name of the record. */
    private static String wordless(Intervention intervention) {
        String name = intervention.getClass().getSimpleName();
        return "flag." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String kebab(RequestKind api) {
        return api.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String target(NodeTarget target) {
        if (target instanceof NodeTarget.Share share) {
            return TEXTS.text("target.share", NumberText.percent(share.share()));
        }
        if (target instanceof NodeTarget.Racks racks) {
            return racks.racks().size() == 1
                    ? TEXTS.text("target.rack", racks.racks().get(0).toString())
                    : TEXTS.text("target.racks", NumberText.count(racks.racks().size()));
        }
        if (target instanceof NodeTarget.Nodes nodes) {
            return nodes.nodes().size() == 1
                    ? TEXTS.text("target.node", nodes.nodes().get(0).toString())
                    : TEXTS.text("target.nodes", NumberText.count(nodes.nodes().size()));
        }
        return TEXTS.text("target.all");
    }
}
