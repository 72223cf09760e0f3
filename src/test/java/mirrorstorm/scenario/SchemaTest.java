package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped schema is that of the records. After an intended change: {@code mvn test -Dgolden.update=true}. */
class SchemaTest {

    private static final Path SHIPPED = Path.of("assets/schema/storm.schema.json");

    static List<String> bundled() {
        return Library.IDS;
    }

    static LongStream seeds() {
        return RandomScenario.seeds().limit(50);
    }

    @Test
    void theShippedSchemaIsGeneratedFromTheRecords() throws IOException {
        String generated = new StormSchema().text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SHIPPED, generated);
        }
        assertThat(Files.readString(SHIPPED)).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBundledScenarioObeysTheSchema(String id) throws IOException {
        String text = Files.readString(Path.of("sample-scenarios", id + Library.FILE_ENDING));
        assertThat(errors(withoutComments(text))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingThatIsWrittenObeysTheSchema(long seed) throws IOException {
        assertThat(errors(ScenarioWriter.text(RandomScenario.of(seed)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"titel\": \"x\"}",
                "{\"cluster\": {\"nodes\": \"480\"}}",
                "{\"cluster\": {\"utilisation\": 1.5}}",
                "{\"search\": {\"roundTime\": \"1\"}}",
                "{\"search\": {\"target\": \"newnode\"}}",
                "{\"zones\": [{}]}",
                "{\"timeline\": [{\"at\": \"1m\", \"do\": \"isolat\", \"share\": 0.2}]}",
                "{\"timeline\": [{\"at\": \"1m\", \"do\": \"isolate\"}]}",
                "{\"timeline\": [{\"at\": \"1m\", \"do\": \"set\", \"lever\": \"cluster.nodes\", \"value\": 5}]}",
                "{\"milestones\": [{\"id\": \"a\", \"metric\": \"stuck\", \"published\": 0, \"tolerance\": 0}]}"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String text) throws IOException {
        assertThat(errors(text)).isNotEmpty();
    }

    private static List<Error> errors(String json) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(Files.readString(SHIPPED), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    /** None of the bundled files has two slashes in a text, but for addresses. */
    private static String withoutComments(String text) {
        return text.replaceAll("(?m)(^|\\s)//.*$", "");
    }
}
