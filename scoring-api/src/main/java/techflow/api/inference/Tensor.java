package techflow.api.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One input tensor as it was sent, before anybody has looked whether it fits: members may stand in any order. */
final class Tensor {
    private static final int FEW = 16;

    String name = "";
    String datatype = "";

    @Nullable
    String trouble;

    private long[] shape = {};
    private double[] numbers = new double[FEW];
    private @Nullable List<@Nullable String> texts;
    private int size;

    /** Reads the object at whose beginning the parser stands. */
    static Tensor read(JsonParser parser) {
        Tensor tensor = new Tensor();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "name" -> tensor.name = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "datatype" -> tensor.datatype = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "shape" -> tensor.shape = shape(parser, value);
                case "data" -> tensor.data(parser, value);
                default -> parser.skipChildren();
            }
        }
        return tensor;
    }

    private static long[] shape(JsonParser parser, JsonToken first) {
        long[] shape = new long[0];
        if (first != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return shape;
        }
        while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            shape = Arrays.copyOf(shape, shape.length + 1);
            shape[shape.length - 1] = parser.getLongValue();
        }
        while (parser.currentToken()
                != JsonToken.END_ARRAY) { // what is no whole number makes a shape that does not fit
            parser.skipChildren();
            parser.nextToken();
            shape = new long[0];
        }
        return shape;
    }

    /** Row by row, in brackets or flat. */
    private void data(JsonParser parser, JsonToken first) {
        if (first != JsonToken.START_ARRAY) {
            trouble = "data must be a list";
            parser.skipChildren();
            return;
        }
        int depth = 1;
        while (depth > 0) {
            switch (parser.nextToken()) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> depth--;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(parser.getDoubleValue(), null);
                case VALUE_STRING -> add(Double.NaN, parser.getString());
                case VALUE_NULL -> add(Double.NaN, null);
                case VALUE_TRUE, VALUE_FALSE -> trouble = "data must not hold true or false";
                case START_OBJECT -> {
                    trouble = "data must not hold objects";
                    parser.skipChildren();
                }
                case END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("the parser gives no such token within an array");
            }
        }
    }

    private void add(double number, @Nullable String text) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        if (text != null && texts == null) {
            texts = new ArrayList<>();
        }
        if (texts != null) {
            while (texts.size() < size) {
                texts.add(null);
            }
            texts.add(text);
        }
        numbers[size++] = number;
    }

    int rows() {
        return size;
    }

    /** NaN for null, NaN and text. */
    double number(int row) {
        return numbers[row];
    }

    /** Null for what is no text. */
    @Nullable
    String text(int row) {
        return texts == null || row >= texts.size() ? null : texts.get(row);
    }

    boolean hasTexts() {
        return texts != null;
    }

    boolean hasNumbers() {
        for (int row = 0; row < size; row++) {
            if (!Double.isNaN(numbers[row])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the shape is [n] or [n, 1] of as many rows as there are data. */
    boolean hasShapeOfAColumn() {
        return (shape.length == 1 || (shape.length == 2 && shape[1] == 1)) && shape[0] == size;
    }

    String shapeText() {
        return Arrays.toString(shape);
    }
}
