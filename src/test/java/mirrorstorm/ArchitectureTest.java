package mirrorstorm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layering of src/docs/architecture.md, as tests. Each rule says why, so that a failure teaches. */
class ArchitectureTest {

    /** Wherever a build puts them. */
    private static final Pattern TEST_CLASSES = Pattern.compile(".*/target/([^/]+/)?test(-classes)?/.*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.matches(TEST_CLASSES))
            .importPackages("mirrorstorm");

    /** What decides how a run goes. */
    private static final DescribedPredicate<JavaClass> DECIDE = resideInAnyPackage(
                    "mirrorstorm.engine..", "mirrorstorm.model..", "mirrorstorm.metrics..", "mirrorstorm.run..")
            .as("decide how a run goes");

    /** A package as a rule names it, with or without those below it, or a type by its full name. */
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+)*(\\.[A-Z]\\w*|\\.\\.)");

    // --- the rules themselves

    /** A rule for what is gone holds of nothing, and says nothing. */
    @Test
    void everyNameInTheseRulesExists() {
        Set<String> names = new TreeSet<>();
        Sources here = Sources.of(Path.of("src/test/java/mirrorstorm/ArchitectureTest.java"));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text
                        && NAME.matcher(text).matches()) {
                    names.add(text);
                }
                return null;
            }
        }.scan(here.units(), null);
        assertThat(names).contains("mirrorstorm.engine..", "javafx..").allMatch(ArchitectureTest::exists);
    }

    @Test
    void whatIsGoneIsKnownToBe() {
        assertThat(Stream.of("mirrorstorm", "javafx", "java.util").map(name -> name + ".gone.."))
                .noneMatch(ArchitectureTest::exists);
        assertThat(exists(Main.class.getName())).isTrue();
        assertThat(exists(Main.class.getName() + "Gone")).isFalse();
    }

    private static boolean exists(String name) {
        if (!name.endsWith("..")) {
            return CLASSES.contain(name);
        }
        String within = name.substring(0, name.length() - 2);
        return CLASSES.stream().anyMatch(resideInAPackage(name))
                || ModuleLayer.boot().modules().stream()
                        .flatMap(module -> module.getPackages().stream())
                        .anyMatch(each -> (each + ".").startsWith(within + "."))
                || ClassLoader.getSystemResource(within.replace('.', '/') + "/") != null;
    }

    // --- layers

    @ParameterizedTest(name = "{0} knows {1}")
    @CsvSource({
        "engine,   ''",
        "model,    engine",
        "metrics,  engine model",
        "scenario, engine model",
        "run,      engine model metrics scenario",
        "picture,  engine model metrics scenario run",
        "export,   engine model metrics scenario run picture",
        "cli,      engine model metrics scenario run picture export",
        "ui,       engine model metrics scenario run picture export"
    })
    void dependenciesPointDownwards(String layer, String lower) {
        String[] allowed = Arrays.stream((layer + " " + lower).trim().split(" ", -1))
                .map(name -> "mirrorstorm." + name + "..")
                .toArray(String[]::new);
        assertThat(allowed).allMatch(ArchitectureTest::exists);
        check(noClasses()
                .that()
                .resideInAPackage("mirrorstorm." + layer + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("mirrorstorm..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                        .as("are ours and neither in " + layer + " nor in a layer below it"))
                .because("ui, cli -> export -> picture -> run -> {metrics, scenario} -> model -> engine, never back: "
                        + "whoever reads a layer has to know only the ones below it"));
    }

    @Test
    void mainOnlyChoosesBetweenTheWindowAndTheCommandLine() {
        check(classes()
                .that()
                .resideInAPackage("mirrorstorm")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("mirrorstorm", "mirrorstorm.ui..", "mirrorstorm.cli..", "java..", "org.jspecify..")
                .because("Main runs before assertions are on and before we know whether there is a screen"));
    }

    @Test
    void everyClassLivesInAKnownPackage() {
        check(classes()
                .that()
                .doNotHaveFullyQualifiedName("mirrorstorm.Main")
                .should()
                .resideInAnyPackage(
                        "mirrorstorm.engine..",
                        "mirrorstorm.model..",
                        "mirrorstorm.scenario..",
                        "mirrorstorm.metrics..",
                        "mirrorstorm.run..",
                        "mirrorstorm.picture..",
                        "mirrorstorm.export..",
                        "mirrorstorm.cli..",
                        "mirrorstorm.ui..")
                .because("a package that is in no layer is behind no wall: place it here and in architecture.md"));
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().matching("mirrorstorm.(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood, tested and changed together"));
    }

    @Test
    void picturesFormNoCycles() {
        check(slices().matching("mirrorstorm.picture.(*)..")
                .should()
                .beFreeOfCycles()
                .because("text is below stage and chart, and these are below the pictures made of them: whoever draws"
                        + " charts has to know no stage"));
    }

    @Test
    void theClassesOfChartsFormNoCycles() {
        SliceAssignment byClass = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().equals("mirrorstorm.picture.chart")
                        ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "classes of charts";
            }
        };
        check(slices().assignedFrom(byClass)
                .should()
                .beFreeOfCycles()
                .because("axes know no lines, lines no layers, layers no painter: each can be changed alone"));
    }

    // --- who knows which library

    @Test
    void onlyTheWindowKnowsJavaFx() {
        onlyIn(
                Set.of("mirrorstorm.ui.."),
                List.of("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."),
                "a run must be possible with no screen, and repeatable whatever the screen does");
    }

    @Test
    void nobodyKnowsWhatALibraryKeepsToItself() {
        onlyIn(
                Set.of(),
                List.of("impl.org.controlsfx..", "com.sun.javafx..", "com.sun.glass..", "com.sun.prism.."),
                "what a library calls its own may be gone in its next version");
    }

    @Test
    void onlyFilesKnowJson() {
        onlyIn(
                Set.of("mirrorstorm.scenario..", "mirrorstorm.export.."),
                List.of("com.fasterxml.."),
                "the shape of a file must be able to change without touching the model");
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        onlyIn(
                Set.of("mirrorstorm.cli.."),
                List.of("picocli.."),
                "use cases take arguments, not options, so that the window can call them, too");
    }

    @Test
    void onlyPicturesKnowHowToDraw() {
        onlyIn(
                Set.of(
                        "mirrorstorm.picture..",
                        "mirrorstorm.export..",
                        "mirrorstorm.ui.stage..",
                        "mirrorstorm.ui.charts..",
                        "mirrorstorm.ui.study..",
                        "mirrorstorm.ui.compare.."),
                List.of("java.awt..", "javax.imageio..", "org.apache.batik.."),
                "the same painters draw the screen and every file; the rest of the window is controls");
    }

    @Test
    void theWindowOnlyHandsPaintersTheirCanvas() {
        check(noClasses()
                .that()
                .resideInAPackage("mirrorstorm.ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..")
                        .and(DescribedPredicate.not(resideInAnyPackage("java.awt.image..", "java.awt.geom..")))
                        .and(DescribedPredicate.not(simpleName("Graphics2D")))
                        .as("are of java.awt and neither Graphics2D nor an image nor a shape"))
                .because("fonts, colours and strokes belong to painters, where the files get them, too"));
    }

    // --- a run is a function of scenario, seed and interventions

    @Test
    void onlyTheEventListKnowsWhatTimeItIs() {
        check(noClasses()
                .that(DECIDE)
                .should()
                .accessTargetWhere(calls(System.class, "nanoTime", "currentTimeMillis"))
                .orShould()
                .accessTargetWhere(calls(Instant.class, "now"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("the seed alone decides what happens: a wall clock differs from run to run"));
    }

    @Test
    void onlyNamedStreamsAreRandom() {
        check(noClasses()
                .that(DECIDE)
                .should()
                .accessTargetWhere(calls(Math.class, "random"))
                .orShould()
                .accessTargetWhere(calls(UUID.class, "randomUUID"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .because("the seed alone decides what happens, and only a named stream can be saved and restored"));
    }

    @Test
    void everyGeneratorIsSeeded() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("mirrorstorm.engine.RandomStream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.rng.core..")
                .because("a stream is made from seed, replication and purpose, and so can be replayed"));
    }

    @Test
    void mathThatDecidesIsTheSameOnEveryMachine() {
        check(noClasses()
                .that()
                .resideInAnyPackage("mirrorstorm.engine..", "mirrorstorm.model..")
                .should()
                .accessTargetWhere(calls(
                        Math.class,
                        "sin",
                        "cos",
                        "tan",
                        "asin",
                        "acos",
                        "atan",
                        "atan2",
                        "sinh",
                        "cosh",
                        "tanh",
                        "exp",
                        "expm1",
                        "log",
                        "log10",
                        "log1p",
                        "pow",
                        "cbrt",
                        "hypot"))
                .because("Math may differ in the last bit between machines, and one bit reorders events: use"
                        + " StrictMath"));
    }

    // --- habits

    @Test
    void nothingIsSerialisedByJava() {
        DescribedPredicate<JavaClass> declaredSerializable =
                describe("be declared Serializable", type -> type.getRawInterfaces().stream()
                        .anyMatch(each -> each.isEquivalentTo(Serializable.class)));
        check(noClasses()
                .should(ArchCondition.from(declaredSerializable))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(Object(In|Out)putStream|Externalizable)")
                .because("what we keep, we keep as files that people can read; checkpoints are copies of arrays"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("mirrorstorm", "mirrorstorm.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessTargetWhere(calls(Throwable.class, "printStackTrace"))
                .because("results are values that the caller may print, draw or test; progress goes to a listener"));
    }

    @Test
    void theFxThreadAsksAndIsNotTold() {
        check(noClasses()
                .should()
                .accessTargetWhere(calls(Platform.class, "runLater"))
                .because("each frame takes what other threads have ready: the newest is shown, and none can flood it"));
    }

    /** Calls of and references to methods of {@code owner} (or of what extends it) that have one of these names. */
    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
        List<String> wanted = List.of(names);
        return describe(
                "calls " + owner.getSimpleName() + "." + String.join("|", names),
                access -> wanted.contains(access.getTarget().getName())
                        && access.getTarget().getOwner().isAssignableTo(owner));
    }

    private static void onlyIn(Set<String> packages, List<String> libraries, String why) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages.stream().sorted().toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .because(why));
    }

    /** Fails, too, if there is nothing that the rule is about. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CLASSES);
    }
}
