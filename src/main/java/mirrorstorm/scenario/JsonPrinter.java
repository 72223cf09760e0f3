package mirrorstorm.scenario;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as text for people: whatever fits in a line is one, the rest is spread over lines, indented by two. Lines end
 * with {@code \n}. What is longer than a line by itself, such as a text, stays so.
 */
final class JsonPrinter {

    private static final int LINE_LENGTH = 110;
    private static final String INDENT = "  ";

    private JsonPrinter() {}

    /** A whole file: the outermost object always spread over lines. */
    static String file(JsonValue.Fields object) {
        return spread(object, "") + "\n";
    }

    /** Everything in one line. */
    static String inline(JsonValue value) {
        if (value instanceof JsonValue.Fields fields) {
            List<String> parts = new ArrayList<>();
            for (JsonValue.Field field : fields.fields()) {
                parts.add(name(field) + inline(field.value()));
            }
            return "{" + String.join(", ", parts) + "}";
        } else if (value instanceof JsonValue.Items items) {
            return "["
                    + String.join(
                            ", ",
                            items.items().stream().map(JsonPrinter::inline).toList()) + "]";
        } else if (value instanceof JsonValue.Text text) {
            return quoted(text.text());
        } else if (value instanceof JsonValue.Numeral number) {
            return number.text();
        }
        return value instanceof JsonValue.Switch isOn ? Boolean.toString(isOn.isOn()) : "null";
    }

    private static String spread(JsonValue value, String indent) {
        List<String> parts = new ArrayList<>();
        if (value instanceof JsonValue.Fields fields) {
            for (JsonValue.Field field : fields.fields()) {
                parts.add(name(field)
                        + fitted(field.value(), indent + INDENT, name(field).length()));
            }
            return lines("{", parts, "}", indent);
        } else if (value instanceof JsonValue.Items items) {
            for (JsonValue item : items.items()) {
                parts.add(fitted(item, indent + INDENT, 0));
            }
            return lines("[", parts, "]", indent);
        }
        return inline(value);
    }

    private static String fitted(JsonValue value, String indent, int before) {
        String line = inline(value);
        boolean hasObjects = value instanceof JsonValue.Items items
                && items.items().stream().anyMatch(JsonValue.Fields.class::isInstance);
        boolean fits = indent.length() + before + line.length() < LINE_LENGTH && !hasObjects;
        return fits ? line : spread(value, indent);
    }

    private static String lines(String open, List<String> parts, String close, String indent) {
        if (parts.isEmpty()) {
            return open + close;
        }
        String separator = ",\n" + indent + INDENT;
        return open + "\n" + indent + INDENT + String.join(separator, parts) + "\n" + indent + close;
    }

    private static String name(JsonValue.Field field) {
        return quoted(field.name()) + ": ";
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
