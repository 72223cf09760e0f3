package mirrorstorm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mirrorstorm.Documents.Said;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Where a document speaks of something that can be looked up, it is there. A failure lists all places. */
class DocsTest {

    private static final Documents DOCUMENTS = Documents.all();
    private static final Sources CODE = Sources.in(Path.of("src"));

    /** A type, perhaps after its package, perhaps with one of its members. */
    private static final Pattern TYPE = Pattern.compile("((?:[a-z]+\\.)*)([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?");

    private static final Pattern PACKAGE =
            Pattern.compile("(mirrorstorm|engine|model|scenario|run|picture|export|cli|ui)(\\.[a-z]+)+");
    private static final Pattern SETTING = Pattern.compile("([a-z]\\w*)(\\.[a-z]\\w*)+");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(md|json|properties|css|xml|sbatch|yaml|c)");
    private static final Pattern ASSIGNED = Pattern.compile("\\b([a-z]\\w*(?:\\.\\w+)+)=");
    private static final Pattern KEY = Pattern.compile("\\b((?:Ctrl|Shift)\\+(?:Shift\\+)?(?:[A-Z0-9]\\b|[-+]))");

    @Test
    void linksLeadSomewhere() {
        assertThat(DOCUMENTS.links())
                .filteredOn(link -> !link.text().startsWith("http"))
                .isNotEmpty()
                .filteredOn(link ->
                        !Files.exists(link.file().resolveSibling(link.text().replaceFirst("#.*", ""))))
                .isEmpty();
    }

    @Test
    void filesExist() throws IOException {
        Set<String> names;
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            names = all.map(file -> file.getFileName().toString()).collect(toSet());
        }
        assertThat(DOCUMENTS.code())
                .filteredOn(said -> FILE.matcher(said.text()).matches())
                .isNotEmpty()
                .filteredOn(said -> !said.text().startsWith("target/"))
                .filteredOn(said -> !names.contains(said.text())
                        && !Files.exists(Path.of(said.text()))
                        && !Files.exists(said.file().resolveSibling(said.text()))
                        && !Files.exists(Path.of("src/main/resources").resolve(said.text())))
                .isEmpty();
    }

    @Test
    void foldersExist() {
        assertThat(DOCUMENTS.code())
                .filteredOn(said -> said.text().matches("(src|assets|sample-scenarios)(/[\\w-]+)*/?"))
                .isNotEmpty()
                .filteredOn(said -> !Files.exists(Path.of(said.text())))
                .isEmpty();
    }

    @Test
    void typesExist() throws IOException {
        Set<String> ours = types();
        Set<String> theirs = typesOfLibraries();
        assertThat(DOCUMENTS.code())
                .filteredOn(said -> TYPE.matcher(said.text()).matches())
                .isNotEmpty()
                .filteredOn(said -> {
                    Matcher parts = TYPE.matcher(said.text());
                    assertThat(parts.matches()).isTrue();
                    return ours.contains(parts.group(2))
                            ? !isOurs(parts.group(1), parts.group(2), parts.group(3))
                            : !theirs.contains(parts.group(2));
                })
                .isEmpty();
    }

    @Test
    void packagesExist() {
        assertThat(DOCUMENTS.code())
                .filteredOn(said -> PACKAGE.matcher(said.text()).matches())
                .filteredOn(said -> !FILE.matcher(said.text()).matches())
                .isNotEmpty()
                .filteredOn(said -> !isPackage(said.text()))
                .isEmpty();
    }

    @Test
    void settingsExist() {
        Set<String> groups = Arrays.stream(Settings.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(toSet());
        List<Said> named = new ArrayList<>(DOCUMENTS.code().stream()
                .filter(said -> SETTING.matcher(said.text()).matches())
                .filter(said -> groups.contains(said.text().replaceFirst("\\..*", "")))
                .toList());
        named.addAll(DOCUMENTS.commands().stream()
                .filter(said -> Documents.PROGRAM.matcher(said.text()).matches())
                .flatMap(
                        said -> ASSIGNED.matcher(said.text()).results().map(set -> new Said(said.file(), set.group(1))))
                .toList());
        assertThat(named)
                .isNotEmpty()
                .filteredOn(said -> !isSetting(said.text()))
                .isEmpty();
    }

    @Test
    void profilesAndTheirProgramsExist() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(DOCUMENTS.all(Pattern.compile("mvn\\b[^\\n`]* -P(\\w+)")))
                .isNotEmpty()
                .filteredOn(said -> !pom.contains("<id>" + said.text() + "</id>"))
                .isEmpty();
        assertThat(DOCUMENTS.all(Pattern.compile("-Dbench\\.main=([\\w.]+)")))
                .isNotEmpty()
                .filteredOn(said ->
                        !Files.exists(Path.of("src/bench/java", said.text().replace('.', '/') + ".java")))
                .isEmpty();
        Set<String> types = types();
        assertThat(DOCUMENTS.all(Pattern.compile("-Dtest=(\\w+)")))
                .isNotEmpty()
                .filteredOn(said -> !types.contains(said.text()))
                .isEmpty();
    }

    @Test
    void keysAreKeysOfTheWindow() {
        Set<String> known = keys();
        assertThat(known).contains("Ctrl+D", "Ctrl+Shift+O", "Shift+F");
        assertThat(DOCUMENTS.all(KEY))
                .filteredOn(said -> !said.file().toString().contains("decisions"))
                .isNotEmpty()
                .filteredOn(said -> !known.contains(said.text()))
                .isEmpty();
    }

    @Test
    void everyDecisionIsInTheirList() throws IOException {
        Path folder = Path.of("src/docs/decisions");
        String list = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith("README.md"))).allSatisfy(file -> {
                String title = Documents.text(file).lines().findFirst().orElseThrow();
                String number = file.getFileName().toString().substring(0, 4);
                assertThat(title).startsWith("# " + number + " ");
                assertThat(list)
                        .contains("| [" + number + "](" + file.getFileName() + ") | "
                                + title.substring("# 0000 ".length()) + " |");
            });
        }
    }

    private static boolean isSetting(String path) {
        try {
            SettingsPath.get(Scenario.DEFAULTS.settings(), path);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPackage(String name) {
        String full = name.startsWith("mirrorstorm.") ? name : "mirrorstorm." + name;
        return Files.isDirectory(Sources.MAIN.resolve(full.replace('.', '/')));
    }

    /** Whether one of our types is in that package, if one is named, and has that member, if one is named. */
    private static boolean isOurs(String in, String type, String member) {
        String full = in.isEmpty() || in.startsWith("mirrorstorm.") ? in : "mirrorstorm." + in;
        return CODE.units().stream()
                .filter(unit -> full.isEmpty() || full.equals(unit.getPackageName() + "."))
                .filter(unit -> typesOf(unit).contains(type))
                .anyMatch(unit -> member == null || names(unit, member));
    }

    private static boolean names(CompilationUnitTree unit, String member) {
        return Pattern.compile("\\b" + member + "\\b").matcher(unit.toString()).find();
    }

    private static Set<String> types() {
        return CODE.units().stream().flatMap(unit -> typesOf(unit).stream()).collect(toSet());
    }

    private static Set<String> typesOf(CompilationUnitTree unit) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                names.add(type.getSimpleName().toString());
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
        return names;
    }

    private static Set<String> typesOfLibraries() throws IOException {
        Predicate<String> isType = name -> name.endsWith(".class") && !name.contains("$");
        Set<String> names = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream().map(each -> each.getName()).filter(isType).forEach(name -> names.add(simple(name)));
                }
            }
        }
        for (String module : List.of("java.base", "java.desktop")) {
            Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
            try (Stream<Path> files = Files.walk(root)) {
                files.map(Path::toString).filter(isType).forEach(name -> names.add(simple(name)));
            }
        }
        return names;
    }

    private static String simple(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
    }

    /** As they are written in documents: what any part of the window makes of {@code Shortcut}. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                String prefix =
                        switch (call.getMethodSelect().toString()) {
                            case "Shortcut.control" -> "Ctrl+";
                            case "Shortcut.shift" -> "Shift+";
                            case "Shortcut.controlShift" -> "Ctrl+Shift+";
                            default -> "";
                        };
                if (!prefix.isEmpty() && call.getArguments().get(0) instanceof LiteralTree key) {
                    keys.add(prefix + key.getValue());
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(CODE.units(), null);
        return keys;
    }
}
