package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The variants of 2011 are {@code aws-2011} with one thing changed, value by value as the files have them: whoever fits
 * the one anew has to carry the values over to the others.
 */
class VariantsOf2011Test {

    private static final Set<String> TEXTS = Set.of("id", "title", "summary", "notes", "milestones");

    static Stream<Arguments> variants() {
        return Stream.of(
                variant("backoff", "search.backoff.policy", "search.backoff.base", "search.backoff.cap"),
                variant("fragile", "race.probability", "horizon"),
                variant("headroom", "cluster.utilisation"),
                variant("previous-first", "search.target", "search.reconnectGrace", "search.resyncTime"),
                variant("race-fixed", "race.probability"),
                variant("bulkhead", "controlPlane.bulkhead"),
                variant("short-timeout", "controlPlane.createVolume.timeout"));
    }

    private static Arguments variant(String name, String... changed) {
        return Arguments.of("aws-2011-" + name, Set.of(changed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void aVariantIsTheCaseButForWhatItIsNamedAfter(String id, Set<String> changed) throws Exception {
        assertThat(differences(values("aws-2011"), values(id))).containsExactlyInAnyOrderElementsOf(changed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onAQuarter")
    void theClassHasTheCaseOnAQuarterOfTheNodes(String id, Set<String> changed) throws Exception {
        assertThat(differences(values("aws-2011"), values(id))).isSubsetOf(changed);
        double nodes = (Integer) Library.bundled("aws-2011").lever("cluster.nodes");
        assertThat(Library.bundled(id).lever("cluster.nodes")).isEqualTo((int) (nodes / 4));
    }

    /** Rates and counts of a quarter; the rest was fitted anew. */
    static Stream<Arguments> onAQuarter() {
        return Stream.of(variant(
                "class",
                "cluster.nodes",
                "cluster.racks",
                "cluster.volumes",
                "cluster.utilisation",
                "race.probability",
                "controlPlane.threads",
                "controlPlane.createVolume.rate",
                "controlPlane.other.rate",
                "timeline[2].count",
                "timeline[8].count",
                "timeline[9].rate",
                "timeline[10].rate",
                "timeline[11].rate",
                "timeline[14].rate"));
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        paths.removeIf(path -> one.containsKey(path) && one.get(path).equals(other.get(path)));
        return paths;
    }

    /** Every value of the file but its texts, by its path. */
    private static Map<String, String> values(String id) throws IOException, JsonReader.FaultException {
        String text = Files.readString(Path.of("sample-scenarios", id + Library.FILE_ENDING));
        Map<String, String> values = new TreeMap<>();
        for (JsonValue.Field field : ((JsonValue.Fields) JsonReader.read(text)).fields()) {
            if (!TEXTS.contains(field.name())) {
                collect(field.name(), field.value(), values);
            }
        }
        return values;
    }

    private static void collect(String path, JsonValue value, Map<String, String> into) {
        if (value instanceof JsonValue.Fields object) {
            object.fields().forEach(field -> collect(path + "." + field.name(), field.value(), into));
        } else if (value instanceof JsonValue.Items list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(path + "[" + i + "]", list.items().get(i), into);
            }
        } else if (value instanceof JsonValue.Text it) {
            into.put(path, it.text());
        } else if (value instanceof JsonValue.Numeral it) {
            into.put(path, it.text());
        } else {
            into.put(path, value instanceof JsonValue.Switch it ? "" + it.isOn() : "null");
        }
    }
}
