package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * How the target of an intervention is written: {@code "share": 0.2}, {@code "rack": 3} or {@code "rack": [3, 4]},
 * {@code "nodes": [0, 1]} or {@code "nodes": "all"}.
 */
final class NodeTargetCodec {

    /** The keys, of which one is given. */
    static final List<String> KEYS = List.of("share", "rack", "nodes");

    static final String ALL = "all";

    private NodeTargetCodec() {}

    /** The target that an entry names; empty if it names none or a wrong one, which was reported. */
    static Optional<NodeTarget> read(FieldsReader entry, InterventionFormat.Key key) {
        List<String> given = KEYS.stream().filter(entry::has).toList();
        if (given.isEmpty() && key == InterventionFormat.Key.TARGET_OR_ALL) {
            return Optional.of(new NodeTarget.All());
        } else if (given.isEmpty()) {
            entry.problems()
                    .add(entry.path(), ProblemCollector.text("target.missing"), ProblemCollector.text("target.cure"));
            return Optional.empty();
        } else if (given.size() > 1) {
            String what = ProblemCollector.text("target.twice", String.join(", ", given));
            entry.problems().add(entry.pathOf(given.get(1)), what, ProblemCollector.text("target.twice.cure"));
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case "share" -> entry.optional("share", double.class).map(NodeTarget.Share::new);
            case "rack" -> numbers(entry, "rack").map(NodeTarget.Racks::new);
            default -> nodes(entry);
        };
    }

    private static Optional<NodeTarget> nodes(FieldsReader entry) {
        boolean all = entry.find("nodes")
                .filter(value ->
                        value instanceof JsonValue.Text text && text.text().equals(ALL))
                .isPresent();
        return all ? Optional.of(new NodeTarget.All()) : numbers(entry, "nodes").map(NodeTarget.Nodes::new);
    }

    private static Optional<List<Integer>> numbers(FieldsReader entry, String name) {
        JsonValue value = entry.find(name).orElseThrow();
        String path = entry.pathOf(name);
        if (value instanceof JsonValue.Numeral) {
            return entry.optional(name, int.class).map(List::of);
        } else if (!(value instanceof JsonValue.Items)) {
            entry.wrongType(value, path, ProblemCollector.text("type.numbers." + name));
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        List<FieldsReader.Element> elements = entry.elements(name);
        for (FieldsReader.Element element : elements) {
            entry.scalarType(element.value(), element.path(), ScalarType.of(int.class))
                    .ifPresent(numbers::add);
        }
        return numbers.size() < elements.size() ? Optional.empty() : Optional.of(numbers);
    }

    /** The field that names {@code target}; empty if it is all nodes and the key may be left out for that. */
    static Optional<JsonValue.Field> write(NodeTarget target, InterventionFormat.Key key) {
        if (target instanceof NodeTarget.Share share) {
            return Optional.of(field("share", number(Numbers.text(share.share()))));
        } else if (target instanceof NodeTarget.Racks racks) {
            return Optional.of(field("rack", racks.racks().size() == 1 ? one(racks.racks()) : list(racks.racks())));
        } else if (target instanceof NodeTarget.Nodes nodes) {
            return Optional.of(field("nodes", list(nodes.nodes())));
        }
        return key == InterventionFormat.Key.TARGET_OR_ALL
                ? Optional.empty()
                : Optional.of(field("nodes", new JsonValue.Text(Place.NONE, ALL)));
    }

    private static JsonValue one(List<Integer> numbers) {
        return number(Integer.toString(numbers.get(0)));
    }

    private static JsonValue list(List<Integer> numbers) {
        return new JsonValue.Items(
                Place.NONE,
                numbers.stream().map(each -> number(Integer.toString(each))).toList());
    }

    private static JsonValue number(String text) {
        return new JsonValue.Numeral(Place.NONE, text);
    }

    private static JsonValue.Field field(String name, JsonValue value) {
        return new JsonValue.Field(Place.NONE, name, value);
    }
}
