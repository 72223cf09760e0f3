package mirrorstorm.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Metric;
import mirrorstorm.run.RunResult;
import mirrorstorm.run.SubjectOutcome;
import mirrorstorm.run.Summary;

/**
 * One field of the summary of a run, under the name that it has in {@code run --json} and in expectations.
 *
 * @param kind what sort of value it has
 * @param read its value: a {@code Long}, {@code Double}, {@code Boolean} or {@code String}; empty for nothing to say
 */
public record SummaryField(String name, Kind kind, Function<RunResult, Optional<Object>> read) {

    /** All fields, in the order of the file. */
    public static final List<SummaryField> ALL = List.of(
            number("simulatedSeconds", Summary::simulatedSeconds),
            number("wallSeconds", Summary::wallSeconds),
            count("events", Summary::events),
            count("probes", summary -> Math.round(summary.probes())),
            count("nodes", summary -> (long) summary.nodes()),
            count("volumes", summary -> (long) summary.volumes()),
            count("nodesCrashed", summary -> (long) summary.nodesCrashed()),
            shown("stuckPeak", Kind.NUMBER, Summary::stuckPeak),
            shown("stuckPeakAtSeconds", Kind.NUMBER, Summary::stuckPeakAtSeconds),
            number("stuckPeakInstant", Summary::stuckPeakInstant),
            shown("collapsed", Kind.TRUTH, Summary::collapsed),
            number("stuckFinal", Summary::stuckFinal),
            number("unreachableFinal", Summary::unreachableFinal),
            number("lost", Summary::lost),
            truth("recovered", Summary::recovered),
            new SummaryField(
                    "recoverySeconds",
                    Kind.NUMBER,
                    result -> seconds(result.summary().recoveryNanos())),
            new SummaryField("apiErrorSharePeak", Kind.NUMBER, result -> apiErrorSharePeak(result.series())),
            number("underReplicatedFinal", Summary::underReplicated),
            recovered(Subject.VOLUMES),
            recovered(Subject.CALLS),
            recovered(Subject.DATABASES),
            recoverySeconds(Subject.VOLUMES),
            recoverySeconds(Subject.CALLS),
            recoverySeconds(Subject.DATABASES),
            collapsed(Subject.CALLS),
            collapsed(Subject.DATABASES),
            new SummaryField(
                    "traceHash",
                    Kind.TEXT,
                    result -> Optional.of(result.summary().traceHash())));

    /** What sort of value a field has. */
    public enum Kind {
        NUMBER,
        TRUTH,
        TEXT
    }

    /** The field's value for a run; empty if there is nothing to say. */
    public Optional<Object> of(RunResult result) {
        return read.apply(result);
    }

    /** The field of that name. */
    public static Optional<SummaryField> find(String name) {
        return ALL.stream().filter(field -> field.name.equals(name)).findFirst();
    }

    private static SummaryField number(String name, Function<Summary, Double> read) {
        return new SummaryField(name, Kind.NUMBER, result -> said(read.apply(result.summary())));
    }

    private static SummaryField count(String name, Function<Summary, Long> read) {
        return new SummaryField(name, Kind.NUMBER, result -> Optional.of(read.apply(result.summary())));
    }

    private static SummaryField truth(String name, Function<Summary, Boolean> read) {
        return new SummaryField(name, Kind.TRUTH, result -> Optional.of(read.apply(result.summary())));
    }

    private static Optional<Object> said(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /** What a run has to be long enough for. */
    private static SummaryField shown(String name, Kind kind, Function<Summary, Object> read) {
        return new SummaryField(
                name,
                kind,
                result -> result.summary().evidence().shows(name)
                        ? Optional.of(read.apply(result.summary()))
                        : Optional.empty());
    }

    private static SummaryField recovered(Subject subject) {
        return new SummaryField("recovered" + subject.suffix(), Kind.TRUTH, result -> of(subject, result)
                .map(SubjectOutcome::recovered));
    }

    private static SummaryField recoverySeconds(Subject subject) {
        return new SummaryField("recoverySeconds" + subject.suffix(), Kind.NUMBER, result -> of(subject, result)
                .flatMap(outcome -> seconds(outcome.recoveryNanos())));
    }

    private static SummaryField collapsed(Subject subject) {
        String name = "collapsed" + subject.suffix();
        return new SummaryField(name, Kind.TRUTH, result -> of(subject, result)
                .filter(outcome -> result.summary().evidence().shows(name))
                .map(SubjectOutcome::collapsed));
    }

    private static Optional<SubjectOutcome> of(Subject subject, RunResult result) {
        return Optional.ofNullable(result.summary().subjects().get(subject));
    }

    private static Optional<Object> seconds(OptionalLong nanos) {
        return nanos.isPresent() ? Optional.of(Nanos.toSeconds(nanos.getAsLong())) : Optional.empty();
    }

    private static Optional<Object> apiErrorSharePeak(Series series) {
        OptionalDouble peak = IntStream.range(0, series.size())
                .mapToDouble(i -> series.get(Metric.API_ERROR_SHARE, i))
                .filter(value -> !Double.isNaN(value))
                .max();
        return peak.isPresent() ? Optional.of(peak.getAsDouble()) : Optional.empty();
    }
}
