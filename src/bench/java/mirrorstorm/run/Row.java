package mirrorstorm.run;

import java.util.Locale;

/** Prints rows of the tables of the performance page, ready to be put there. */
public final class Row {

    private Row() {}

    /** The head of a table of targets. */
    public static void head() {
        System.out.println("| what | target | measured | processor | |\n|---|---|---|---|---|");
    }

    /** A row whose value must be at most its target; {@code processor} is NaN where it says nothing. */
    public static void atMost(String what, double target, double measured, double processor) {
        print(what, "at most " + number(target), measured, processor, measured <= target);
    }

    /** A row whose value must be at least its target. */
    public static void atLeast(String what, double target, double measured, double processor) {
        print(what, "at least " + number(target), measured, processor, measured >= target);
    }

    /** A row to compare others with. */
    public static void noted(String what, double measured, double processor) {
        print(what, "", measured, processor, "");
    }

    private static void print(String what, String target, double measured, double processor, boolean isMet) {
        print(what, target, measured, processor, isMet ? "met" : "missed");
    }

    private static void print(String what, String target, double measured, double processor, String verdict) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                what,
                target,
                number(measured),
                Double.isNaN(processor) ? "" : number(processor),
                verdict);
    }

    private static String number(double value) {
        String digits = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        String text = String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.3f" : digits, value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
