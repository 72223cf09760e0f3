package mirrorstorm;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java files as the compiler's own parser reads them: a rule over trees is not fooled by strings, comments or layout. */
final class Sources {

    /** The program. */
    static final Path MAIN = Path.of("src/main/java");

    private final List<CompilationUnitTree> units;
    private final SourcePositions positions;

    private Sources(List<CompilationUnitTree> units, SourcePositions positions) {
        this.units = units;
        this.positions = positions;
    }

    /** All files below {@code root}, parsed. */
    static Sources in(Path root) {
        try {
            return of(javaFiles(root).toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    /** Some files, parsed. */
    static Sources of(Path... paths) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(paths));
            List<CompilationUnitTree> units = StreamSupport.stream(task.parse().spliterator(), false)
                    .map(CompilationUnitTree.class::cast)
                    .toList();
            return new Sources(units, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + List.of(paths), e);
        }
    }

    /** The Java files below {@code root}, in the order of their names. */
    static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    /** The line on which {@code tree} begins, from 1. */
    long firstLine(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    /** The line on which {@code tree} ends, from 1. */
    long lastLine(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }

    /** File and line, as tools make links of. */
    String place(CompilationUnitTree unit, Tree tree) {
        return unit.getSourceFile().getName() + ":" + firstLine(unit, tree);
    }
}
