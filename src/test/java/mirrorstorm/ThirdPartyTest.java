package mirrorstorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The list of licences is that of the libraries that are handed on: those of the pom, and those that they need. */
class ThirdPartyTest {

    private static final Path POM = Path.of("pom.xml");
    private static final Path LIST = Path.of("src/docs/third-party.md");
    private static final Pattern LIBRARY = Pattern.compile("`([\\w.-]+:[\\w.-]+)`");

    /** Whose scope poms leave to their parents. */
    private static final String TEST_LIBRARIES = "org.junit";

    /** A dependency of a pom: what, and what for. */
    private record Dependency(String library, String scope, boolean isOptional) {

        boolean isHandedOn() {
            boolean isForTests = scope.equals("test") || library.startsWith(TEST_LIBRARIES);
            return !isOptional && !isForTests && !scope.equals("provided");
        }
    }

    @Test
    void whatIsHandedOnIsListed() throws Exception {
        assertThat(listed()).containsAll(handedOn());
    }

    @Test
    void whatIsListedIsThere() {
        Set<String> there = jars();
        assertThat(listed())
                .hasSizeGreaterThan(20)
                .filteredOn(library -> !there.contains(library.substring(library.indexOf(':') + 1)))
                .isEmpty();
    }

    @Test
    void everyRowNamesALicenceAndTheLgplStandsOut() throws Exception {
        List<String> rows = Files.readAllLines(LIST).stream()
                .filter(row -> row.startsWith("| `"))
                .toList();
        assertThat(rows).allMatch(row -> row.split("\\|").length == 3 && !row.split("\\|")[2].isBlank());
        assertThat(rows).filteredOn(row -> row.contains("LGPL")).isNotEmpty().allMatch(row -> row.contains("**LGPL"));
    }

    @Test
    void theProjectHasALicence() throws Exception {
        assertThat(Files.readString(Path.of("LICENSE")))
                .startsWith("MIT License")
                .contains("Mirrorstorm contributors");
    }

    private static Set<String> listed() {
        return LIBRARY.matcher(Documents.text(LIST))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of our pom and, as far as jars hold their poms, what they need in turn and have got. */
    private static Set<String> handedOn() throws Exception {
        List<Dependency> declared;
        try (InputStream in = Files.newInputStream(POM)) {
            declared = dependencies(in, "");
        }
        Set<String> forTests = declared.stream()
                .filter(each -> !each.isHandedOn())
                .map(Dependency::library)
                .collect(Collectors.toSet());
        Set<String> there = jars();
        Set<String> found = new TreeSet<>();
        Deque<Dependency> open = new ArrayDeque<>(declared);
        while (!open.isEmpty()) {
            Dependency next = open.pop();
            String name = next.library().substring(next.library().indexOf(':') + 1);
            boolean isWanted = next.isHandedOn() && !forTests.contains(next.library()) && there.contains(name);
            if (isWanted && found.add(next.library())) {
                open.addAll(needs(next.library()));
            }
        }
        return found;
    }

    private static List<Dependency> needs(String library) throws Exception {
        String inside = "META-INF/maven/" + library.replace(':', '/') + "/pom.xml";
        try (InputStream in = ThirdPartyTest.class.getClassLoader().getResourceAsStream(inside)) {
            return in == null ? List.of() : dependencies(in, library.substring(0, library.indexOf(':')));
        }
    }

    /** @param group that of the pom itself */
    private static List<Dependency> dependencies(InputStream pom, String group) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(pom);
        return children(document.getDocumentElement(), "dependencies")
                .flatMap(all -> children(all, "dependency"))
                .map(each -> new Dependency(
                        text(each, "groupId").replace("${project.groupId}", group) + ":" + text(each, "artifactId"),
                        text(each, "scope"),
                        text(each, "optional").equals("true")))
                .toList();
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(each -> each.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(each -> each.getTagName().equals(name));
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** The names of the jars that the tests run with, without their versions. */
    private static Set<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
