package mirrorstorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LambdaExpressionTree.BodyKind;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method is the size of a thought: how long it is, and how deep one stands in it. */
class MethodShapeTest {

    /** From the first line of the declaration to the closing brace. */
    private static final int LINES_MAX = 60;

    /**
     * The body of a method is the first level; each branch, loop, switch, try, lock or lambda with a body of its own is
     * one more, an {@code else if} is none.
     */
    private static final int LEVELS_MAX = 4;

    /** A method, a constructor or the body of a compact one. */
    private record Method(String place, String name, long lines, int levels) {}

    private static final List<Method> METHODS = methods(Sources.in(Sources.MAIN));

    @Test
    void aMethodFitsOnAScreen() {
        assertThat(METHODS)
                .filteredOn(method -> method.lines() > LINES_MAX)
                .as("longer than %d lines: name its parts", LINES_MAX)
                .isEmpty();
    }

    @Test
    void nobodyStandsDeepInAMethod() {
        assertThat(METHODS)
                .filteredOn(method -> method.levels() > LEVELS_MAX)
                .as("more than %d levels: what is innermost wants a name", LEVELS_MAX)
                .isEmpty();
    }

    @Test
    void linesAndLevelsAreCountedAsWritten(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Sample.java"), """
                class Sample {
                    void flat() {}

                    int chain(int a) {
                        if (a == 0) {
                            return 0;
                        } else if (a == 1) {
                            return 1;
                        } else if (a == 2) {
                            return 2;
                        }
                        return 3;
                    }

                    Runnable deep(int[] all) {
                        return () -> {
                            for (int each : all) {
                                if (each > 0) while (true) {}
                            }
                        };
                    }

                    Object inner() {
                        return new Object() {
                            @Override
                            public String toString() {
                                if (true) { return "if (a) { if (b) { if (c) { if (d) {}}}}"; }
                                return "";
                            }
                        };
                    }
                }
                """);
        assertThat(methods(Sources.in(folder)))
                .extracting(Method::name, Method::lines, Method::levels)
                .containsExactlyInAnyOrder(
                        tuple("flat", 1L, 1),
                        tuple("chain", 10L, 2),
                        tuple("deep", 7L, 5),
                        tuple("inner", 9L, 1),
                        tuple("toString", 5L, 2));
    }

    private static List<Method> methods(Sources sources) {
        List<Method> found = new ArrayList<>();
        for (CompilationUnitTree unit : sources.units()) {
            new Shapes(sources, unit, found).scan(unit, 0);
        }
        return found;
    }

    /** Goes down a file; the value that is handed down is the level. */
    private static final class Shapes extends TreePathScanner<Void, Integer> {

        private final Sources sources;
        private final CompilationUnitTree unit;
        private final List<Method> found;
        private int deepest;

        Shapes(Sources sources, CompilationUnitTree unit, List<Method> found) {
            this.sources = sources;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Integer level) {
            int around = deepest;
            deepest = 1;
            super.visitMethod(method, 1);
            long lines = sources.lastLine(unit, method) - sources.firstLine(unit, method) + 1;
            found.add(new Method(sources.place(unit, method), method.getName().toString(), lines, deepest));
            deepest = around;
            return null;
        }

        private int inside(int level) {
            deepest = Math.max(deepest, level + 1);
            return level + 1;
        }

        @Override
        public Void visitIf(IfTree branch, Integer level) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean isElseIf = parent instanceof IfTree before && before.getElseStatement() == branch;
            return super.visitIf(branch, isElseIf ? level : Integer.valueOf(inside(level)));
        }

        @Override
        public Void visitForLoop(ForLoopTree loop, Integer level) {
            return super.visitForLoop(loop, inside(level));
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Integer level) {
            return super.visitEnhancedForLoop(loop, inside(level));
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree loop, Integer level) {
            return super.visitWhileLoop(loop, inside(level));
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree loop, Integer level) {
            return super.visitDoWhileLoop(loop, inside(level));
        }

        @Override
        public Void visitSwitch(SwitchTree choice, Integer level) {
            return super.visitSwitch(choice, inside(level));
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree choice, Integer level) {
            return super.visitSwitchExpression(choice, inside(level));
        }

        @Override
        public Void visitTry(TryTree attempt, Integer level) {
            return super.visitTry(attempt, inside(level));
        }

        @Override
        public Void visitSynchronized(SynchronizedTree lock, Integer level) {
            return super.visitSynchronized(lock, inside(level));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Integer level) {
            boolean hasBody = lambda.getBodyKind() == BodyKind.STATEMENT;
            return super.visitLambdaExpression(lambda, hasBody ? Integer.valueOf(inside(level)) : level);
        }
    }
}
