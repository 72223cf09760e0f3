package mirrorstorm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mirrorstorm.export.MapExport;
import mirrorstorm.export.SweepFiles;
import mirrorstorm.export.SweepJournal;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.Sweep;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Levers against each other: every combination of values, many replications each. */
@Command(name = "sweep")
final class SweepCommand implements Callable<Integer> {

    private static final int REPLICATIONS = 10;
    private static final int PROBLEM_CELLS_MAX = 5;

    @Mixin
    private RunningOptions running;

    @Mixin
    private BatchOptions batch;

    @Option(names = "--vary", paramLabel = "PATH=v1,v2,..|PATH=a..b:n[:log]", required = true)
    private List<String> axes = new ArrayList<>();

    @Option(names = "--measure", paramLabel = "NAME")
    private String measureName = Measure.STUCK_PEAK.key();

    @Option(names = "--precision", paramLabel = "X")
    private Optional<String> precision = Optional.empty();

    @Option(names = "--level", paramLabel = "X")
    private Optional<String> level = Optional.empty();

    @Option(names = "--shard", paramLabel = "i/n")
    private Optional<String> shard = Optional.empty();

    @Option(names = "--shards", paramLabel = "n")
    private Optional<String> shards = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE|-")
    private Optional<String> csv = Optional.empty();

    @Option(names = "--png", paramLabel = "FILE")
    private Optional<String> png = Optional.empty();

    private final Console console;

    SweepCommand(Console console) {
        this.console = console;
    }

    private record Outputs(Optional<Output> json, Optional<Output> csv, Optional<Output> png) {

        /** The file beside which the journal lies: the first that is asked for. */
        Optional<Path> first() {
            return json.flatMap(Output::file)
                    .or(() -> csv.flatMap(Output::file))
                    .or(() -> png.flatMap(Output::file));
        }
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        SweepPlan plan = plan(problems);
        Shard part = new ShardOptions(console.environment()).shard(shard, shards, problems);
        int threads = batch.threads(problems);
        double line = number("--level", level, MapExport.level(plan.measure()), problems);
        Outputs outputs = new Outputs(
                Options.output("--json", json, problems),
                Options.output("--csv", csv, problems),
                Options.output("--png", png, problems));
        checkTogether(plan, part, outputs, problems);
        problems.throwIfAny();
        Collection<Cell> cells = cells(plan, part, threads, outputs);
        if (outputs.json().isEmpty() && outputs.csv().isEmpty() && outputs.png().isEmpty()) {
            console.out().print(SweepText.of(plan, cells));
        }
        if (outputs.png().isPresent()) {
            MapExport.writePng(plan, cells, line, outputs.png().get().file().orElseThrow());
        }
        return ExitCode.DONE;
    }

    private SweepPlan plan(OptionProblems problems) throws IOException {
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        List<Axis> parsed = new ArrayList<>();
        for (String text : axes) {
            try {
                Axis axis = Axis.parse(text);
                if (parsed.stream().anyMatch(other -> other.lever().equals(axis.lever()))) {
                    problems.add(
                            "--vary",
                            OptionProblems.TEXTS.text(
                                    "sweep.twice", axis.lever().path()),
                            "");
                }
                parsed.add(axis);
            } catch (ValueException e) {
                problems.add("--vary", e);
            }
        }
        if (SweepPlan.cellCount(parsed) > SweepPlan.CELLS_MAX) {
            problems.add("--vary", OptionProblems.TEXTS.text("sweep.many", SweepPlan.CELLS_MAX), "");
        }
        int replications = batch.replications(REPLICATIONS, problems);
        double width = number("--precision", precision, 0, problems);
        Measure measure = Measure.STUCK_PEAK;
        try {
            measure = Criterion.measureOf(measureName);
        } catch (ValueException e) {
            problems.add("--measure", e);
        }
        if (!problems.isEmpty()) {
            parsed = List.of(axisOf(scenario));
        }
        SweepPlan plan = new SweepPlan(scenario, engine, parsed, replications, measure, width);
        if (problems.isEmpty()) {
            checkCells(plan, problems);
        }
        return plan;
    }

    /** Stands for axes that were complained about. */
    private static Axis axisOf(Scenario scenario) {
        return new Axis(mirrorstorm.scenario.Levers.require("seed"), List.of(scenario.lever("seed")));
    }

    private static void checkCells(SweepPlan plan, OptionProblems problems) {
        OptionProblems own = new OptionProblems();
        int wrong = 0;
        for (int cell = 0; cell < plan.cellCount() && wrong < PROBLEM_CELLS_MAX; cell++) {
            OptionProblems of = new OptionProblems();
            String name = "--vary " + String.join(" ", plan.valueTexts(cell));
            RunningOptions.checkIfSound(name, plan.scenario(cell), of);
            wrong += of.isEmpty() ? 0 : 1;
            own.addAll(of);
        }
        problems.addAll(own);
    }

    private static double number(String option, Optional<String> text, double absent, OptionProblems problems) {
        if (text.isEmpty()) {
            return absent;
        }
        try {
            double number = Double.parseDouble(text.get());
            if (number >= 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number below zero is
        }
        problems.add(option, OptionProblems.TEXTS.text("number.wrong", MessageBundle.clipped(text.get())), "");
        return absent;
    }

    private void checkTogether(SweepPlan plan, Shard part, Outputs outputs, OptionProblems problems) {
        if (outputs.png().isPresent() && plan.axes().size() != 2) {
            problems.add("--png", OptionProblems.TEXTS.text("sweep.map"), OptionProblems.TEXTS.text("sweep.map.cure"));
        }
        outputs.png()
                .filter(Output::isStandard)
                .ifPresent(some -> problems.add("--png", OptionProblems.TEXTS.text("png.standard"), ""));
        if (part.of() > 1 && outputs.json().isEmpty()) {
            String option = shards.isPresent() ? "--shards" : "--shard";
            problems.add(option, OptionProblems.TEXTS.text("shard.json"), OptionProblems.TEXTS.text("shard.json.cure"));
        }
    }

    private Collection<Cell> cells(SweepPlan plan, Shard part, int threads, Outputs outputs) throws IOException {
        Optional<Path> first = outputs.first();
        if (first.isEmpty()) {
            Map<Integer, Cell> cells = new TreeMap<>();
            run(plan, part, threads, cells, cell -> cells.put(cell.index(), cell));
            write(plan, part, cells.values(), outputs);
            return cells.values();
        }
        try (SweepJournal journal = SweepJournal.open(SweepJournal.beside(first.get()), plan, part)) {
            if (!journal.cells().isEmpty() && !running.isQuiet()) {
                int known = journal.cells().size();
                console.err()
                        .println(OptionProblems.TEXTS.text(
                                "sweep.resumed", known, plan.cells(part).size()));
            }
            run(plan, part, threads, journal.cells(), journal::add);
            write(plan, part, journal.cells().values(), outputs);
            journal.delete();
            return journal.cells().values();
        }
    }

    @FunctionalInterface
    private interface CellReceiver {
        void accept(Cell cell) throws IOException;
    }

    private void run(SweepPlan plan, Shard part, int threads, Map<Integer, Cell> known, CellReceiver receiver)
            throws IOException {
        try {
            new WatchedWork(console, running.isQuiet()).run(work -> {
                Sweep.run(plan, part, new HashSet<>(known.keySet()), threads, work, cell -> {
                    try {
                        receiver.accept(cell);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                return known;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(SweepPlan plan, Shard part, Collection<Cell> cells, Outputs outputs) throws IOException {
        if (outputs.json().isPresent()) {
            outputs.json().get().write(out -> SweepFiles.writeJson(plan, part, cells, out), console.out());
        }
        if (outputs.csv().isPresent()) {
            outputs.csv().get().write(out -> SweepFiles.writeCsv(plan, cells, out), console.out());
        }
    }
}
