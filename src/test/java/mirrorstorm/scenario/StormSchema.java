package mirrorstorm.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Rate;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;

/** The JSON schema of scenario files, generated from the records, the levers and the table of interventions. */
final class StormSchema {

    private static final String DURATION = "^([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h|d))+$";
    private static final String RATE = "^[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?/(s|m|h|d)$";

    /** What the fields that are no levers mean. */
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("schema", "Version of this format."),
            Map.entry("id", "Short name of the scenario."),
            Map.entry("title", "A few words."),
            Map.entry("summary", "Some sentences."),
            Map.entry("source", "Where the story comes from, preferably an address."),
            Map.entry("origin", "Clock time of t = 0."),
            Map.entry("zones", "The region's availability zones; exactly one is full."),
            Map.entry("recoveredBelow", "Share of stuck volumes at which the cluster counts as recovered."),
            Map.entry("timeline", "What happens to the cluster. Sorted by time when read."),
            Map.entry("milestones", "What the real cluster showed, to hold the simulated one against."),
            Map.entry("notes", "Dated facts to show along the run."),
            Map.entry("bookmarks", "Moments that somebody has marked."),
            Map.entry("branch", "What the branch of the timeline is called."),
            Map.entry("branches", "Other branches that were kept: what else was done to the same cluster."));

    private final ObjectMapper json = new ObjectMapper();

    String text() throws JsonProcessingException {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.INLINE_ALL_SCHEMAS, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> definition(type.getErasedType())
                .map(node -> new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.NO))
                .orElse(null));
        // members would be sorted by name; the order of the records is the order of the file
        config.forTypesInGeneral().withPropertySorter(Comparator.comparingInt(StormSchema::position));
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(Scenario.class);
        describe(schema, "", Scenario.DEFAULTS);
        ((ObjectNode) schema.at("/properties/zones/items")).putArray("required").add("id");
        for (String list : List.of("notes", "bookmarks")) {
            ((ObjectNode) schema.at("/properties/" + list + "/items"))
                    .putArray("required")
                    .add("at")
                    .add("text");
        }
        ObjectNode head = json.createObjectNode();
        head.set("$schema", schema.remove("$schema"));
        head.put("title", "Mirrorstorm scenario");
        head.setAll(schema);
        return pretty(head);
    }

    private static int position(MemberScope<?, ?> member) {
        return RecordCodec.names(member.getDeclaringType().getErasedType()).indexOf(member.getName());
    }

    private Optional<ObjectNode> definition(Class<?> type) {
        ObjectNode node = json.createObjectNode();
        if (type == Duration.class) {
            node.put("type", "string").put("pattern", DURATION);
        } else if (type == Rate.class) {
            node.put("type", "string").put("pattern", RATE);
        } else if (type == OffsetDateTime.class) {
            node.put("type", "string").put("format", "date-time");
        } else if (type.isEnum()) {
            ArrayNode names = node.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(each -> names.add(ScalarType.kebab((Enum<?>) each)));
        } else if (type == TimedIntervention.class) {
            ArrayNode entries = node.put("type", "object").putArray("oneOf");
            InterventionFormat.ALL.forEach(format -> entries.add(entry(format)));
        } else if (type == Milestone.class) {
            ArrayNode forms = node.put("type", "object").putArray("oneOf");
            forms.add(milestone(List.of("at")));
            forms.add(milestone(List.of("from", "to", "statistic")));
        } else {
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private ObjectNode entry(InterventionFormat format) {
        ObjectNode node = json.createObjectNode();
        ObjectNode properties = node.putObject("properties");
        properties.set("at", definition(Duration.class).orElseThrow());
        properties.putObject("do").put("const", format.name());
        ArrayNode required = node.putArray("required").add("at").add("do");
        for (InterventionFormat.Key key : format.keys()) {
            switch (key) {
                case TARGET, TARGET_OR_ALL -> targets(properties);
                case LEVER -> {
                    ArrayNode levers = properties.putObject("lever").putArray("enum");
                    Levers.all().stream().filter(Lever::isLive).forEach(lever -> levers.add(lever.path()));
                }
                case VALUE -> properties.set("value", json.valueToTree(Map.of()));
                case API ->
                    properties
                            .putObject("api")
                            .putArray("enum")
                            .add("create-volume")
                            .add("other");
                case SUCCESS_SHARE, SPREAD -> properties.set(key.text(), share());
                default -> properties.set(key.text(), scalarType(format.typeOf(key)));
            }
            if (!key.text().isEmpty() && key.isRequired()) {
                required.add(key.text());
            }
        }
        properties.set("every", definition(Duration.class).orElseThrow());
        properties.set("times", scalarType(int.class).put("maximum", 1_000));
        node.putObject("dependentRequired").set("every", json.createArrayNode().add("times"));
        ((ObjectNode) node.get("dependentRequired"))
                .set("times", json.createArrayNode().add("every"));
        if (format.keys().contains(InterventionFormat.Key.TARGET)) {
            ArrayNode one = node.putArray("oneOf");
            NodeTargetCodec.KEYS.forEach(
                    target -> one.addObject().putArray("required").add(target));
        }
        return node.put("additionalProperties", false);
    }

    private void targets(ObjectNode properties) {
        properties.set("share", share());
        ArrayNode rack = properties.putObject("rack").putArray("oneOf");
        rack.addObject().put("type", "integer").put("minimum", 0);
        rack.add(numbers());
        ArrayNode nodes = properties.putObject("nodes").putArray("oneOf");
        nodes.addObject().put("const", NodeTargetCodec.ALL);
        nodes.addObject().put("type", "integer").put("minimum", 0);
        nodes.add(numbers());
    }

    private ObjectNode share() {
        return json.createObjectNode().put("type", "number").put("minimum", 0).put("maximum", 1);
    }

    private ObjectNode numbers() {
        ObjectNode list = json.createObjectNode().put("type", "array").put("minItems", 1);
        list.putObject("items").put("type", "integer").put("minimum", 0);
        return list;
    }

    private ObjectNode milestone(List<String> when) {
        ObjectNode node = json.createObjectNode();
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = node.putArray("required");
        List<String> fields = new ArrayList<>(List.of("id", "metric", "published", "tolerance"));
        fields.addAll(1, when);
        for (String field : fields) {
            properties.set(
                    field,
                    switch (field) {
                        case "id" -> scalarType(String.class);
                        case "metric" -> metric();
                        case "statistic" ->
                            definition(Milestone.Statistic.class).orElseThrow();
                        case "published" -> scalarType(double.class);
                        case "tolerance" -> scalarType(double.class).put("minimum", 0);
                        default -> scalarType(Duration.class);
                    });
            required.add(field);
        }
        properties.set("source", scalarType(String.class));
        return node.put("additionalProperties", false);
    }

    private ObjectNode metric() {
        ObjectNode node = json.createObjectNode();
        ArrayNode keys = node.putArray("enum");
        Arrays.stream(Metric.values()).forEach(metric -> keys.add(metric.key()));
        return node;
    }

    private ObjectNode scalarType(Class<?> type) {
        if (type == int.class) {
            return json.createObjectNode().put("type", "integer").put("minimum", 1);
        } else if (type == double.class) {
            return json.createObjectNode().put("type", "number");
        }
        return definition(type).orElseGet(() -> json.createObjectNode().put("type", "string"));
    }

    /** Adds what a field means, its default and range. */
    private void describe(ObjectNode object, String before, Record defaults) {
        object.path("properties").properties().forEach(entry -> {
            String path = before + entry.getKey();
            ObjectNode field = (ObjectNode) entry.getValue();
            Object value = SettingsPath.get(defaults, entry.getKey());
            if (value instanceof Record nested) {
                describe(field, path + ".", nested);
            } else if (!(value instanceof List)) {
                field.set("default", json.valueToTree(plain(value)));
            }
            Optional.ofNullable(DESCRIPTIONS.get(path)).ifPresent(text -> field.put("description", text));
            Levers.find(path).ifPresent(lever -> describe(field, lever));
        });
    }

    private void describe(ObjectNode field, Lever lever) {
        field.put("title", lever.title());
        String unit = lever.unit().isEmpty() ? "" : " Unit: " + lever.unit() + ".";
        field.put("description", lever.help() + unit + " " + lever.source());
        switch (lever.kind()) {
            case SHARE, NUMBER ->
                field.put("minimum", lever.range().min())
                        .put("maximum", lever.range().max());
            case COUNT ->
                field.put("minimum", (long) lever.range().min())
                        .put("maximum", (long) lever.range().max());
            case DURATION, RATE, CHOICE, SWITCH -> {}
        }
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : ScalarType.format(value);
    }

    private String pretty(ObjectNode schema) throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return json.writer(printer).writeValueAsString(schema) + "\n";
    }
}
