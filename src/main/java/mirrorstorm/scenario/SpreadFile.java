package mirrorstorm.scenario;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.scenario.Spread.Band;

/** Spreads as JSON files: a small resource for each bundled scenario that has milestones. */
public final class SpreadFile {

    private static final int SCHEMA = 1;

    /** Of what is drawn and said; the values of the first run are kept whole. */
    private static final MathContext DIGITS = new MathContext(5);

    private static final JsonMapper MAPPER = new JsonMapper();

    private SpreadFile() {}

    /** What the file of a scenario's spread is called. */
    public static String nameOf(String scenario) {
        return scenario + ".json";
    }

    /** The spread that comes with the program for the scenario of that id, of whatever version of the scenario. */
    static Optional<Spread> shipped(String scenario) {
        String name = "/" + Spread.FOLDER + "/" + nameOf(scenario);
        try (InputStream in = SpreadFile.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(read(MAPPER.readTree(in)));
        } catch (IOException e) {
            throw new IllegalStateException("the shipped spread of " + scenario + " is broken: " + e.getMessage(), e);
        }
    }

    private static Spread read(JsonNode json) {
        List<Band> bands = new ArrayList<>();
        for (JsonNode each : json.path("milestones")) {
            bands.add(new Band(
                    each.path("id").asText(),
                    number(each.path("p05")),
                    number(each.path("p25")),
                    number(each.path("p50")),
                    number(each.path("p75")),
                    number(each.path("p95")),
                    number(each.path("agreeing"))));
        }
        List<Integer> within = new ArrayList<>();
        json.path("within").forEach(each -> within.add(each.intValue()));
        return new Spread(
                json.path("scenario").asText(),
                json.path("sha256").asText(),
                json.path("firstSeed").longValue(),
                bands,
                within,
                numbers(json.path("wildness")),
                numbers(json.path("first")));
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(each -> numbers.add(number(each)));
        return numbers;
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    /** The text of a file, lines ending with {@code \n}; equal for equal spreads on every machine. */
    public static String text(Spread spread) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("scenario", spread.scenario());
        json.put("sha256", spread.sha256());
        json.put("firstSeed", spread.firstSeed());
        ArrayNode milestones = json.putArray("milestones");
        for (Band band : spread.milestones()) {
            ObjectNode each = milestones.addObject();
            each.put("id", band.id());
            put(each, "p05", band.p05());
            put(each, "p25", band.p25());
            put(each, "p50", band.p50());
            put(each, "p75", band.p75());
            put(each, "p95", band.p95());
            put(each, "agreeing", band.agreeing());
        }
        ArrayNode within = json.putArray("within");
        spread.within().forEach(within::add);
        ArrayNode wildness = json.putArray("wildness");
        spread.wildness().forEach(each -> wildness.add(rounded(each)));
        ArrayNode first = json.putArray("first");
        for (double each : spread.first()) {
            if (Double.isNaN(each)) {
                first.addNull();
            } else {
                first.add(each);
            }
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    }

    private static void put(ObjectNode object, String name, double value) {
        if (Double.isNaN(value)) {
            object.putNull(name);
        } else {
            object.put(name, rounded(value));
        }
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(DIGITS);
    }
}
