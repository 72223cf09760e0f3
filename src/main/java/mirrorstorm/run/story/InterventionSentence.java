package mirrorstorm.run.story;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RequestKind;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Rates;

/** What somebody does to a cluster, in whole sentences. */
public final class InterventionSentence {

    private static final MessageBundle TEXTS = MessageBundle.of(Sentences.BUNDLE);

    private InterventionSentence() {}

    /** What somebody does, in a sentence. */
    public static String of(Intervention intervention) {
        if (intervention instanceof Intervention.AddNodes i) {
            String nodes = counted("deed.add", i.count());
            return i.over().isZero() ? nodes + "." : nodes + " " + TEXTS.text("deed.over", Sentences.span(i.over()));
        } else if (intervention instanceof Intervention.DisableApi i) {
            return TEXTS.text("deed.disableApi", call(i.api()), i.zone());
        } else if (intervention instanceof Intervention.EnableApi i) {
            return TEXTS.text("deed.enableApi", call(i.api()), i.zone());
        } else if (intervention instanceof Intervention.ReconnectControlPlane i) {
            return TEXTS.text("deed.reconnect", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.RestoreFromSnapshots i) {
            return TEXTS.text("deed.snapshots", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.ForensicRestore i) {
            return TEXTS.text("deed.forensics", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.Set i) {
            Lever lever = Levers.require(i.lever());
            return TEXTS.text("deed.set", lever.title(), valueText(lever, i.value()));
        }
        return toNodes(intervention);
    }

    private static String toNodes(Intervention intervention) {
        if (intervention instanceof Intervention.Isolate i) {
            return lasting("deed.isolate", i.target(), i.duration());
        } else if (intervention instanceof Intervention.PowerLoss i) {
            return lasting("deed.powerLoss", i.target(), i.duration());
        } else if (intervention instanceof Intervention.Leak i) {
            return TEXTS.text("deed.leak", target(i.target()), spareLasts(i));
        } else if (intervention instanceof Intervention.StopLeak i) {
            return TEXTS.text("deed.stopLeak", target(i.target()));
        } else if (intervention instanceof Intervention.HealNetwork i) {
            return TEXTS.text("deed.heal", target(i.target()));
        } else if (intervention instanceof Intervention.Crash i) {
            return TEXTS.text("deed.crash", target(i.target()));
        } else if (intervention instanceof Intervention.Restart i) {
            return TEXTS.text("deed.restart", target(i.target()));
        } else if (intervention instanceof Intervention.Destroy i) {
            return TEXTS.text("deed.destroy", target(i.target()));
        }
        // what has no arguments is named after its record
        return TEXTS.text("deed." + intervention.getClass().getSimpleName());
    }

    /** How long the spare memory lasts at the mean rate. */
    private static String spareLasts(Intervention.Leak leak) {
        return Sentences.span(Duration.ofNanos((long) leak.rate().meanNanos()));
    }

    private static String call(RequestKind api) {
        return TEXTS.text("deed.call." + api);
    }

    private static String valueText(Lever lever, Object value) {
        return lever.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Lever.Choice::title)
                .findFirst()
                .orElseGet(() -> (lever.format(value) + " " + lever.unit()).strip());
    }

    private static String lasting(String key, NodeTarget target, Duration duration) {
        return duration.isZero()
                ? TEXTS.text(key, target(target))
                : TEXTS.text(key + ".for", target(target), Sentences.span(duration));
    }

    private static String target(NodeTarget target) {
        if (target instanceof NodeTarget.Share share) {
            return TEXTS.text("deed.target.share", Sentences.percent(share.share()));
        } else if (target instanceof NodeTarget.Racks racks) {
            String numbers = racks.racks().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return TEXTS.text(racks.racks().size() == 1 ? "deed.target.rack" : "deed.target.racks", numbers);
        } else if (target instanceof NodeTarget.Nodes nodes) {
            String numbers = nodes.nodes().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return TEXTS.text(nodes.nodes().size() == 1 ? "deed.target.node" : "deed.target.nodes", numbers);
        }
        return TEXTS.text("deed.target.all");
    }

    private static String counted(String key, int count) {
        return TEXTS.text(count == 1 ? key + ".one" : key, String.format(Locale.ROOT, "%,d", count));
    }
}
