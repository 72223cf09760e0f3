package mirrorstorm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What nobody calls is not there. The compiler sees that of private members only; this looks at all methods, with
 * everything that is built: the program, its tests and its benchmarks.
 */
class UnusedMembersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("mirrorstorm");
    private static final Path BENCHMARKS = Path.of("src/bench/java");

    /** What the compiler writes into every type of its kind. */
    private static final Set<String> WRITTEN_BY_THE_COMPILER =
            Set.of("values", "valueOf", "equals", "hashCode", "toString");

    @Test
    void everyMethodIsCalledBySomebody() throws IOException {
        String benchmarks = benchmarks();
        List<String> unused = CLASSES.stream()
                .filter(type -> !type.isAnonymousClass())
                .filter(type -> !isTest(type))
                .flatMap(type -> type.getMethods().stream())
                .filter(UnusedMembersTest::isOurs)
                .filter(method -> !isCalled(method))
                .filter(method -> !isAnAnswer(method))
                .filter(method -> !names(benchmarks, method.getName()))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();
        assertThat(unused).as("nobody calls these").isEmpty();
    }

    @Test
    void whatIsCalledIsKnownToBe() {
        JavaClass type = CLASSES.get("mirrorstorm.engine.IndexSet");
        assertThat(type.getMethods()).filteredOn(UnusedMembersTest::isOurs).anyMatch(UnusedMembersTest::isCalled);
        JavaMethod test = CLASSES.get(getClass()).getMethod("whatIsCalledIsKnownToBe");
        assertThat(isCalled(test)).isFalse();
    }

    private static boolean isTest(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().getPath().matches(".*/target/([^/]+/)?test(-classes)?/.*"))
                .orElse(true);
    }

    private static boolean isOurs(JavaMethod method) {
        boolean isHidden = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getModifiers().contains(JavaModifier.BRIDGE)
                || method.getName().startsWith("lambda$");
        boolean isComponent = method.getOwner().isRecord()
                && method.getParameters().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent();
        return !isHidden
                && !isComponent
                && !WRITTEN_BY_THE_COMPILER.contains(method.getName())
                && !method.getName().equals("main");
    }

    /** By anybody but itself. */
    private static boolean isCalled(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                .anyMatch(access -> !access.getOrigin().equals(method));
    }

    /** Whoever asks does so by the name of a supertype, or by an annotation. */
    private static boolean isAnAnswer(JavaMethod method) {
        Set<JavaClass> above = Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .collect(Collectors.toSet());
        boolean overrides = above.stream()
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
        return overrides || !method.getAnnotations().isEmpty();
    }

    private static boolean names(String text, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .find();
    }

    private static String benchmarks() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : Sources.javaFiles(BENCHMARKS)) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }
}
