package mirrorstorm.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.run.RunResult;
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
            number("stuckPeak", Summary::stuckPeak),
            number("stuckPeakAtSeconds", Summary::stuckPeakAtSeconds),
            number("stuckPeakInstant", Summary::stuckPeakInstant),
            truth("collapsed", Summary::collapsed),
            number("stuckFinal", Summary::stuckFinal),
            number("unreachableFinal", Summary::unreachableFinal),
            number("lost", Summary::lost),
            truth("recovered", Summary::recovered),
            new SummaryField("recoverySeconds", Kind.NUMBER, result -> recoverySeconds(result.summary())),
            new SummaryField("apiErrorSharePeak", Kind.NUMBER, result -> apiErrorSharePeak(result.series())),
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

    private static Optional<Object> recoverySeconds(Summary summary) {
        return summary.recoveryNanos().isPresent()
                ? Optional.of(Nanos.toSeconds(summary.recoveryNanos().getAsLong()))
                : Optional.empty();
    }

    private static Optional<Object> apiErrorSharePeak(Series series) {
        OptionalDouble peak = IntStream.range(0, series.size())
                .mapToDouble(i -> series.get(Metric.API_ERROR_SHARE, i))
                .filter(value -> !Double.isNaN(value))
                .max();
        return peak.isPresent() ? Optional.of(peak.getAsDouble()) : Optional.empty();
    }
}
