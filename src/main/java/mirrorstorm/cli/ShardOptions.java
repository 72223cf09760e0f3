package mirrorstorm.cli;

import java.util.Map;
import java.util.Optional;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.scenario.MessageBundle;

/**
 * Which shard this process does: said on the command line, or by the scheduler that started it. A Kubernetes Indexed
 * Job sets {@code JOB_COMPLETION_INDEX}, a Slurm array {@code SLURM_ARRAY_TASK_ID} and {@code _COUNT}; Slurm's ids
 * may begin anywhere, so {@code SLURM_ARRAY_TASK_MIN} is taken off.
 */
final class ShardOptions {

    private static final String KUBERNETES = "JOB_COMPLETION_INDEX";
    private static final String SLURM = "SLURM_ARRAY_TASK_ID";
    private static final String SLURM_COUNT = "SLURM_ARRAY_TASK_COUNT";
    private static final String SLURM_MIN = "SLURM_ARRAY_TASK_MIN";

    private final Map<String, String> environment;

    ShardOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The shard; the whole if nobody says anything, or something wrong, which was complained about. */
    Shard shard(Optional<String> shard, Optional<String> shards, OptionProblems problems) {
        if (shard.isPresent()) {
            if (shards.isPresent()) {
                problems.add("--shards", OptionProblems.TEXTS.text("shard.both"), "");
            }
            return written(shard.get(), problems);
        }
        Optional<Integer> index = number(KUBERNETES)
                .or(() -> number(SLURM).map(id -> id - number(SLURM_MIN).orElse(0)));
        if (shards.isPresent()) {
            int of = Options.count("--shards", shards, 1, Shard.SHARDS_MAX, problems);
            if (index.isEmpty()) {
                String what = OptionProblems.TEXTS.text("shard.noIndex", KUBERNETES, SLURM);
                problems.add("--shards", what, OptionProblems.TEXTS.text("shard.noIndex.cure"));
                return Shard.WHOLE;
            }
            return made("--shards", index.get(), of, problems);
        }
        Optional<Integer> count = number(SLURM_COUNT);
        boolean isSlurm = number(SLURM).isPresent() && count.isPresent();
        return isSlurm ? made(SLURM, index.orElse(0), count.get(), problems) : Shard.WHOLE;
    }

    private static Shard written(String text, OptionProblems problems) {
        if (text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
            int slash = text.indexOf('/');
            int index = Integer.parseInt(text.substring(0, slash));
            return made("--shard", index, Integer.parseInt(text.substring(slash + 1)), problems);
        }
        String what = OptionProblems.TEXTS.text("shard.form", MessageBundle.clipped(text));
        problems.add("--shard", what, OptionProblems.TEXTS.text("shard.form.cure"));
        return Shard.WHOLE;
    }

    private static Shard made(String option, int index, int of, OptionProblems problems) {
        if (of >= 1 && of <= Shard.SHARDS_MAX && index >= 0 && index < of) {
            return new Shard(index, of);
        }
        String what = OptionProblems.TEXTS.text("shard.range", index, of);
        problems.add(option, what, OptionProblems.TEXTS.text("shard.form.cure"));
        return Shard.WHOLE;
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> text.matches("[0-9]{1,8}"))
                .map(Integer::valueOf);
    }
}
