package mirrorstorm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.export.StudyPicture;
import mirrorstorm.export.SweepJournal;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.Sweep;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Numbers;
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
    private StudyOptions study;

    @Mixin
    private ReplicationsOption replications;

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

    @Override
    public Integer call() throws IOException, ScenarioException {
        StudyRequest request = study.read(console);
        OptionProblems problems = request.problems();
        SweepPlan plan = plan(request);
        Shard part = new ShardOptions(console.environment()).shard(shard, shards, problems);
        int threads = study.threads(problems);
        double line = number("--level", level, StudyPicture.level(plan.measure()), problems);
        StudyOutputs outputs = StudyOutputs.of(json, csv, png, problems);
        checkTogether(plan, part, outputs, problems);
        StudyRequest.Wording<Cell, Collection<Cell>> wording = StudyRequest.wording(
                cells -> StudyFiles.of(plan, part, cells, line), cells -> SweepText.of(plan, cells));
        Optional<Path> first = outputs.firstFile();
        if (first.isEmpty()) {
            return request.answer(() -> new Sweep(plan, part, Set.of())::answer, threads, wording, outputs);
        }
        request.check(outputs);
        try (SweepJournal journal = SweepJournal.open(SweepJournal.beside(first.get()), plan, part)) {
            int known = journal.cells().size();
            if (known > 0) {
                int all = plan.cells(part).size();
                request.tell(OptionProblems.TEXTS.text("sweep.resumed", known, all));
            }
            int code = request.answer(() -> journal::complete, threads, wording, outputs);
            journal.delete();
            return code;
        }
    }

    private SweepPlan plan(StudyRequest request) {
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
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
        int count = replications.count(REPLICATIONS, problems);
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
        SweepPlan plan = new SweepPlan(scenario, request.engine(), parsed, count, measure, width);
        if (problems.isEmpty()) {
            checkCells(plan, problems);
        }
        if (problems.isEmpty()) {
            try {
                plan.requireShown();
            } catch (ValueException e) {
                problems.add("--measure", e);
            }
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
        OptionalDouble number = Numbers.parseShare(text.get());
        if (number.isPresent() && number.getAsDouble() >= 0) {
            return number.getAsDouble();
        }
        problems.add(option, OptionProblems.TEXTS.text("number.wrong", MessageBundle.clipped(text.get())), "");
        return absent;
    }

    private void checkTogether(SweepPlan plan, Shard part, StudyOutputs outputs, OptionProblems problems) {
        if (outputs.png().isPresent() && plan.axes().size() != 2) {
            problems.add("--png", OptionProblems.TEXTS.text("sweep.map"), OptionProblems.TEXTS.text("sweep.map.cure"));
        }
        if (part.of() > 1 && outputs.json().isEmpty()) {
            String option = shards.isPresent() ? "--shards" : "--shard";
            problems.add(option, OptionProblems.TEXTS.text("shard.json"), OptionProblems.TEXTS.text("shard.json.cure"));
        }
    }
}
